#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/open_park.h"
#include "cli/park_summary.h"

namespace parktwin::cli {
namespace {

struct ImportArguments {
  std::string recipe;
  std::string out;
};

int import_recipe(const ImportArguments& arguments, Session& session) {
  session.progress.begin("importing", 1);
  const auto loaded = open_park(arguments.recipe);
  session.progress.begin("writing the park", 1);
  importers::write_park_folder(loaded.park, arguments.out);
  session.progress.end();
  session.out << (session.json ? park_summary_json(loaded) : park_summary_text(loaded, session)) << '\n';
  return done;
}

}  // namespace

void add_import_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<ImportArguments>();
  auto* command = app.add_subcommand("import", "Turn foreign sources into a park folder by a recipe");
  command->add_option("RECIPE", arguments->recipe, "recipe file (YAML)")->required();
  command->add_option("--out", arguments->out, "park folder to write")->required();
  command->footer("Example: parktwin import recipe.yaml --out parks/mine");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return import_recipe(*arguments, session); }; });
}

}  // namespace parktwin::cli
