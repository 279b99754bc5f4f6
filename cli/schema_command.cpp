#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "engine/criteria/criteria.h"
#include "engine/scenario/scenario.h"
#include "engine/sweep/sweep_plan.h"
#include "importers/park_folder/park_folder.h"
#include "importers/recipe/recipe.h"

namespace parktwin::cli {
namespace {

int print_schema(const std::string& kind, Session& session) {
  if (kind == "park") session.out << importers::park_schema() << '\n';
  if (kind == "scenario") session.out << scenario_schema() << '\n';
  if (kind == "recipe") session.out << importers::recipe_schema() << '\n';
  if (kind == "sweep") session.out << sweep::sweep_schema() << '\n';
  if (kind == "criteria") session.out << criteria::pack_schema() << '\n';
  return done;
}

}  // namespace

void add_schema_command(CLI::App& app, Action& action) {
  auto kind = std::make_shared<std::string>();
  auto* command = app.add_subcommand("schema", "Print the JSON Schema of a file kind, for editors");
  command->add_option("KIND", *kind, "park, scenario, recipe, sweep or criteria")
      ->required()
      ->check(CLI::IsMember({"park", "scenario", "recipe", "sweep", "criteria"}));
  command->footer("Example: parktwin schema scenario > scenario.schema.json");
  command->callback([kind, &action] { action = [kind](Session& session) { return print_schema(*kind, session); }; });
}

}  // namespace parktwin::cli
