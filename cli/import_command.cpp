#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/open_park.h"
#include "cli/park_summary.h"
#include "engine/core/whole_file.h"
#include "importers/recipe/recipe.h"

namespace parktwin::cli {
namespace {

struct ImportArguments {
  std::string recipe;
  std::string out;
  bool strict = false;
};

/// The summary of the park with what became of each source.
std::string with_report(const importers::ImportedPark& imported, const Session& session) {
  if (!session.json) {
    const auto report = importers::report_text(imported.report);
    return park_summary_text(imported.loaded, session) + (report.empty() ? "" : "\n" + report.substr(0, report.size() - 1));
  }
  auto document = nlohmann::ordered_json::parse(park_summary_json(imported.loaded));
  document["sources"] = nlohmann::ordered_json::parse(importers::report_json(imported.report));
  if (!imported.report.matches.empty()) document["matches"] = nlohmann::ordered_json::parse(importers::matches_json(imported.report));
  return document.dump(2);
}

int import_recipe(const ImportArguments& arguments, Session& session) {
  session.progress.begin("importing", 1);
  importers::ImportedPark imported;
  if (leads_to_park_folder(arguments.recipe)) {
    imported.loaded = open_park(arguments.recipe);
  } else {
    imported = importers::import_by_recipe(arguments.recipe, arguments.strict);
  }
  session.progress.begin("writing the park", 1);
  importers::write_park_folder(imported.loaded.park, arguments.out);
  const auto& matches = imported.report.matches;
  const bool open = std::any_of(matches.begin(), matches.end(), [](const auto& match) { return !match.accepted; });
  if (open) write_whole(importers::to_confirm_csv(imported.report), std::filesystem::path(arguments.out) / "to_confirm.csv");
  session.progress.end();
  session.out << with_report(imported, session) << '\n';
  return done;
}

}  // namespace

void add_import_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<ImportArguments>();
  auto* command = app.add_subcommand("import", "Turn foreign sources into a park folder by a recipe");
  command->add_option("RECIPE", arguments->recipe, "recipe file (YAML)")->required();
  command->add_option("--out", arguments->out, "park folder to write")->required();
  command->add_flag("--strict", arguments->strict, "take no guesses: each is an error, and nothing is written");
  command->footer("Example: parktwin import recipe.yaml --out parks/mine");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return import_recipe(*arguments, session); }; });
}

}  // namespace parktwin::cli
