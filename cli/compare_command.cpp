#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <vector>

#include "cli/commands.h"
#include "cli/compare_table.h"
#include "engine/compare/compare.h"
#include "engine/storage/described_json.h"
#include "engine/storage/storage.h"

namespace parktwin::cli {
namespace {

struct CompareArguments {
  std::vector<std::string> folders;
  bool all = false;
};

/// A run is called by its folder, which tells two runs of one scenario apart.
std::string name_of_run(const std::string& folder) { return std::filesystem::path(folder).lexically_normal().generic_string(); }

int compare_runs(const CompareArguments& arguments, Session& session) {
  std::vector<storage::SavedRun> runs;
  session.progress.begin("reading runs", static_cast<std::int64_t>(arguments.folders.size()));
  for (const auto& folder : arguments.folders) {
    runs.push_back(storage::load(folder, storage::Selection{compare::compared_parts(), {}}));
    session.progress.advance();
  }
  std::vector<compare::Subject> subjects;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    subjects.push_back({name_of_run(arguments.folders[i]), runs[i].park, runs[i].results, runs[i].verdicts, runs[i].plan});
  }
  const auto comparison = compare::compare(subjects);
  session.progress.end();
  if (session.json) {
    storage::Json document = storage::to_json(comparison);
    document["kind"] = "comparison";
    session.out << document.dump(2, ' ', false, storage::Json::error_handler_t::replace) << '\n';
  } else {
    session.out << compare_table(comparison, session, arguments.all);
  }
  return done;
}

}  // namespace

void add_compare_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<CompareArguments>();
  auto* command = app.add_subcommand("compare", "What differs between saved runs: targets, who gained and who lost, costs");
  command->add_option("DIR", arguments->folders, "folders of runs; all others are held against the first")->required()->expected(2, 1000);
  command->add_flag("--all", arguments->all, "also list targets that are the same, and every enterprise");
  command->footer("Example: parktwin compare runs/phased/phases/start runs/phased");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return compare_runs(*arguments, session); }; });
}

}  // namespace parktwin::cli
