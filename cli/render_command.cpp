#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/drawn_scene.h"
#include "viz/osg/render.h"

namespace parktwin::cli {
namespace {

struct RenderArguments {
  std::string folder;
  std::string out;
  std::string layer;
  std::string view = "overview";
  std::string size = "1920x1080";
};

std::vector<std::string> view_names() {
  std::vector<std::string> names;
  for (const auto& entry : names_of(viz::View{})) names.emplace_back(entry.name);
  return names;
}

viz::RenderOptions render_options(const RenderArguments& arguments) {
  viz::RenderOptions options;
  options.view = *parse_enum<viz::View>(arguments.view);
  const auto cross = arguments.size.find('x');
  options.width = std::stoi(arguments.size.substr(0, cross));
  options.height = std::stoi(arguments.size.substr(cross + 1));
  return options;
}

std::string check_size(const std::string& size) {
  const auto cross = size.find('x');
  const auto digits = [](const std::string& text) {
    return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (cross == std::string::npos || !digits(size.substr(0, cross)) || !digits(size.substr(cross + 1)))
    return "expected WIDTHxHEIGHT, e.g. 1920x1080";
  const int width = std::stoi(size.substr(0, cross));
  const int height = std::stoi(size.substr(cross + 1));
  return width >= 320 && height >= 240 && width <= 8192 && height <= 8192 ? "" : "expected a size from 320x240 to 8192x8192";
}

int render(const RenderArguments& arguments, Session& session) {
  const viz::Scene scene = drawn_scene(arguments.folder, arguments.layer, session).scene;
  session.progress.begin("drawing", 1);
  viz::render_png(scene, render_options(arguments), arguments.out);
  session.progress.end();
  if (session.json) {
    session.out << nlohmann::json{{"picture", arguments.out}}.dump() << '\n';
  } else {
    session.out << arguments.out << '\n';
  }
  return done;
}

}  // namespace

void add_render_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<RenderArguments>();
  auto* command = app.add_subcommand("render", "Draw one picture of a run or a park; no display needed");
  command->add_option("DIR", arguments->folder, "run folder, park folder or recipe")->required();
  command->add_option("--out", arguments->out, "picture to write (PNG)")->required();
  add_layer_option(*command, arguments->layer);
  command->add_option("--view", arguments->view, "from where")->check(CLI::IsMember(view_names()))->capture_default_str();
  command->add_option("--size", arguments->size, "picture size in pixels")->check(CLI::Validator(check_size, "WxH"))->capture_default_str();
  command->footer("Example: parktwin render runs/reference --layer rsrp --view overview --size 1920x1080 --out reference.png");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return render(*arguments, session); }; });
}

}  // namespace parktwin::cli
