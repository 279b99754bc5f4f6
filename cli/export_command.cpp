#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/drawn_scene.h"
#include "engine/core/whole_file.h"
#include "viz/gltf/gltf.h"

namespace parktwin::cli {
namespace {

struct ExportArguments {
  std::string folder;
  std::string out;
  std::string layer;
};

int export_twin(const ExportArguments& arguments, Session& session) {
  const DrawnScene drawn = drawn_scene(arguments.folder, arguments.layer, session);
  session.progress.begin("writing", 1);
  const std::string bytes = viz::glb_of(drawn.scene, drawn.park);
  write_whole(bytes, arguments.out);
  session.progress.end();
  if (session.json) {
    session.out << nlohmann::json{{"twin", arguments.out}, {"bytes", bytes.size()}}.dump() << '\n';
  } else {
    session.out << arguments.out << '\n';
  }
  return done;
}

}  // namespace

void add_export_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<ExportArguments>();
  auto* command = app.add_subcommand("export", "Write the twin of a run or a park as binary glTF, for any 3D viewer");
  command->add_option("DIR", arguments->folder, "run folder, park folder or recipe")->required();
  command->add_option("--out", arguments->out, "file to write (.glb)")->required();
  add_layer_option(*command, arguments->layer);
  command->footer("Example: parktwin export runs/reference --layer sinr --out reference.glb");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return export_twin(*arguments, session); }; });
}

}  // namespace parktwin::cli
