#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/open_park.h"
#include "engine/core/errors.h"
#include "engine/core/yaml_reader.h"
#include "engine/criteria/criteria.h"
#include "engine/scenario/scenario.h"
#include "engine/storage/storage.h"
#include "importers/recipe/recipe.h"

namespace parktwin::cli {
namespace {

// A scenario is valid when it can be carried out: its file, its criteria and its park with the changes applied.
const char* validate_scenario(const std::filesystem::path& path) {
  const auto scenario = read_scenario(path);
  static_cast<void>(parktwin::apply(open_park(scenario.park).park, scenario.changes));
  return "scenario";
}

const char* validate_file(const std::filesystem::path& path) {
  const auto document = yaml::read_document(path);
  if (document.root.IsMap() && document.root["recipe"]) {
    static_cast<void>(importers::read_recipe(path));
    return "recipe";
  }
  if (document.root.IsMap() && document.root["clauses"]) {
    static_cast<void>(criteria::read_pack(path));
    return "criteria pack";
  }
  if (path.filename() == "park.yaml") {
    static_cast<void>(open_park(path));
    return "park";
  }
  return validate_scenario(path);
}

const char* validate_path(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) {
    if (std::filesystem::exists(path / "results.h5")) {
      static_cast<void>(storage::load(path));
      return "run";
    }
    static_cast<void>(open_park(path));
    return "park";
  }
  return validate_file(path);
}

int validate_input(const std::string& path, Session& session) {
  const std::string kind = validate_path(path);
  if (session.json) {
    session.out << R"({"valid": true, "kind": ")" << kind << "\"}\n";
  } else {
    session.out << path << ": valid " << kind << '\n';
  }
  return done;
}

}  // namespace

void add_validate_command(CLI::App& app, Action& action) {
  auto path = std::make_shared<std::string>();
  auto* command =
      app.add_subcommand("validate", "Check a park, scenario, recipe, criteria pack or saved run; lists all problems, runs nothing");
  command->add_option("PATH", *path, "park folder, run folder or YAML file")->required();
  command->footer("Exit code 3 when there are problems.\nExample: parktwin validate scenarios/reference.yaml");
  command->callback([path, &action] { action = [path](Session& session) { return validate_input(*path, session); }; });
}

}  // namespace parktwin::cli
