#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/judged_run.h"
#include "cli/open_park.h"
#include "cli/proposal_table.h"
#include "engine/core/whole_file.h"
#include "engine/criteria/criteria.h"
#include "engine/plan/plan.h"
#include "engine/storage/described_json.h"
#include "importers/prices/prices.h"

namespace parktwin::cli {
namespace {

namespace fs = std::filesystem;

struct PlanArguments {
  std::string scenario;
  std::string out;
  std::optional<double> yearly_budget_cny;
  std::optional<std::int32_t> first_year;
};

plan::Proposal proposal_for(const PlanArguments& arguments, const fs::path& folder, Session& session) {
  const Scenario scenario = read_scenario(arguments.scenario);
  const criteria::Pack pack = criteria::read_packs(pack_files(names_of_packs(scenario)));
  const auto prices = importers::read_prices(price_file(scenario.costs.prices));
  session.progress.begin("importing the park", 1);
  const Park park = parktwin::apply(open_park(scenario.park).park, scenario.changes);
  const std::string based_on = fs::proximate(fs::absolute(arguments.scenario), fs::absolute(folder)).generic_string();
  const std::string assessed_on = scenario.assessed_on.empty() ? today() : scenario.assessed_on;
  return plan::propose({park, scenario, pack, prices, assessed_on, based_on, arguments.yearly_budget_cny, arguments.first_year},
                       session.progress);
}

int plan_build(const PlanArguments& arguments, Session& session) {
  const fs::path folder =
      arguments.out.empty() ? fs::path("runs") / (fs::path(arguments.scenario).stem().string() + "-plan") : fs::path(arguments.out);
  const plan::Proposal proposal = proposal_for(arguments, folder, session);
  storage::Json document = storage::to_json(proposal);
  document["kind"] = "proposal";
  const std::string json = document.dump(2, ' ', false, storage::Json::error_handler_t::replace) + '\n';
  session.progress.end();
  std::string files;
  const auto write = [&](const char* name, const std::string& text) {
    fs::create_directories(folder);
    write_whole(text, folder / name);
    files += (folder / name).string() + '\n';
  };
  write("proposal.json", json);
  if (!proposal.scenario.empty()) write("scenario.yaml", proposal.scenario);
  session.out << (session.json ? json : proposal_table(proposal, session) + '\n' + files);
  return proposal.outcome == plan::ProposalOutcome::no_plan ? target_missed : done;
}

}  // namespace

void add_plan_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<PlanArguments>();
  auto* command = app.add_subcommand("plan", "Proposes the cheapest 5G build that meets the coverage targets, as a new scenario");
  command->add_option("SCENARIO", arguments->scenario, "scenario file (YAML); its `plan` says what may be built")->required();
  command->add_option("--out", arguments->out, "folder for scenario.yaml and proposal.json; default runs/<name of the file>-plan");
  command->add_option("--yearly-budget", arguments->yearly_budget_cny, "outlay of a year at most, in CNY: the plan is spread over years")
      ->check(CLI::PositiveNumber);
  command->add_option("--first-year", arguments->first_year, "year in which that budget begins; default: the year of the assessment")
      ->check(CLI::Range(static_cast<int>(first_year), static_cast<int>(last_year)))
      ->needs("--yearly-budget");
  command->footer(
      "Example: parktwin plan scenarios/new-network.yaml --out runs/new-network-plan --yearly-budget 600000\nExits with 4 when there is no "
      "plan.");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return plan_build(*arguments, session); }; });
}

}  // namespace parktwin::cli
