#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/judged_run.h"
#include "cli/scorecard_table.h"
#include "engine/core/calendar_date.h"
#include "engine/criteria/criteria.h"

namespace parktwin::cli {
namespace {

struct CheckArguments {
  std::string folder;
  std::string pack;
  std::string date;
  bool all = false;
};

int check(const CheckArguments& arguments, Session& session) {
  auto saved = storage::load(arguments.folder, storage::Selection::with_maps(criteria::judged_maps()));
  if (!arguments.pack.empty()) saved.criteria = arguments.pack;
  if (!arguments.date.empty()) saved.assessed_on = arguments.date;
  const auto pack = criteria::read_packs(pack_files(saved.criteria));
  saved.verdicts = criteria::assess(saved.results, saved.park, pack, saved.assessed_on);
  session.out << (session.json ? storage::scorecard_json(saved) + '\n' : scorecard_table(saved.verdicts, session, arguments.all));
  const bool missed = std::any_of(saved.verdicts.begin(), saved.verdicts.end(),
                                  [](const auto& verdict) { return verdict.status == criteria::Status::missed; });
  return missed ? target_missed : done;
}

std::string check_date(const std::string& date) { return is_calendar_date(date) ? "" : "expected a date as YYYY-MM-DD, found " + date; }

}  // namespace

void add_check_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<CheckArguments>();
  auto* command = app.add_subcommand("check", "Verdicts of a saved run, or of another criteria pack, without simulating again");
  command->add_option("DIR", arguments->folder, "folder of a run")->required();
  command->add_option("--pack", arguments->pack,
                      "criteria pack: a name or a YAML file, several separated by \", \"; default the run's own");
  command->add_option("--date", arguments->date, "day on which evidence must be valid, YYYY-MM-DD; default the run's own")
      ->check(CLI::Validator(check_date, "YYYY-MM-DD"));
  command->add_flag("--all", arguments->all, "also list the clauses that were not assessed");
  command->footer("Exit code 4 when a target is missed.\nExample: parktwin check runs/reference --pack miit-2021");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return check(*arguments, session); }; });
}

}  // namespace parktwin::cli
