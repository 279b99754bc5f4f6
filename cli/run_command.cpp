#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/judged_run.h"
#include "cli/scorecard_table.h"

namespace parktwin::cli {
namespace {

struct RunArguments {
  std::string scenario;
  std::string out;
  bool strict = false;
  bool all = false;
};

int run_scenario(const RunArguments& arguments, Session& session) {
  const auto saved = carry_out(arguments.scenario, session);
  const std::filesystem::path folder =
      arguments.out.empty() ? std::filesystem::path("runs") / saved.scenario_name : std::filesystem::path(arguments.out);
  session.progress.begin("saving", 1);
  storage::save(saved, folder);
  session.progress.end();
  if (session.json) {
    session.out << storage::scorecard_json(saved) << '\n';
  } else {
    session.out << scorecard_table(saved.verdicts, session, arguments.all) << '\n';
    for (const char* name : {"scorecard.json", "summary.json", "results.h5"}) session.out << (folder / name).string() << '\n';
  }
  const bool missed = std::any_of(saved.verdicts.begin(), saved.verdicts.end(),
                                  [](const auto& verdict) { return verdict.status == criteria::Status::missed; });
  return arguments.strict && missed ? target_missed : done;
}

}  // namespace

void add_run_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<RunArguments>();
  auto* command = app.add_subcommand("run", "Import the park, apply the scenario, simulate, judge, save; prints the scorecard");
  command->add_option("SCENARIO", arguments->scenario, "scenario file (YAML)")->required();
  command->add_option("--out", arguments->out, "folder of the run; default runs/<name of the scenario>");
  command->add_flag("--strict", arguments->strict, "exit with 4 when a target is missed");
  command->add_flag("--all", arguments->all, "also list the clauses that were not assessed");
  command->footer("Example: parktwin run scenarios/reference.yaml --out runs/reference");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return run_scenario(*arguments, session); }; });
}

}  // namespace parktwin::cli
