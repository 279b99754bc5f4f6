#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/judged_run.h"
#include "cli/open_park.h"
#include "cli/pareto_table.h"
#include "cli/proposal_table.h"
#include "engine/core/errors.h"
#include "engine/core/whole_file.h"
#include "engine/criteria/criteria.h"
#include "engine/plan/joint/joint.h"
#include "engine/plan/pareto/pareto.h"
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
  std::string pareto;
  std::int32_t steps = 5;
  bool access = false;
};

constexpr int most_steps = 100;

fs::path folder_of(const PlanArguments& arguments) {
  return arguments.out.empty() ? fs::path("runs") / (fs::path(arguments.scenario).stem().string() + "-plan") : fs::path(arguments.out);
}

/// Asks `ask(question, tables)`.
template <class Ask>
auto answer_for(const PlanArguments& arguments, Session& session, Ask&& ask) {
  const Scenario scenario = read_scenario(arguments.scenario);
  const criteria::Pack pack = criteria::read_packs(pack_files(names_of_packs(scenario)));
  const auto prices = importers::read_prices(price_file(scenario.costs.prices));
  session.progress.begin("importing the park", 1);
  const Park park = parktwin::apply(open_park(scenario.park).park, scenario.changes);
  const std::string based_on = fs::proximate(fs::absolute(arguments.scenario), fs::absolute(folder_of(arguments))).generic_string();
  const std::string assessed_on = scenario.assessed_on.empty() ? today() : scenario.assessed_on;
  return ask(plan::Question{park, scenario, pack, prices, assessed_on, based_on, arguments.yearly_budget_cny, arguments.first_year,
                            arguments.access},
             energy_tables(scenario));
}

std::string written(const fs::path& folder, const char* name, const std::string& text) {
  fs::create_directories(folder);
  write_whole(text, folder / name);
  return (folder / name).string() + '\n';
}

std::string text_of(const storage::Json& document) { return document.dump(2, ' ', false, storage::Json::error_handler_t::replace) + '\n'; }

/// Plans for rising targets instead of one.
int plan_front(const PlanArguments& arguments, Session& session) {
  const auto axis = arguments.pareto == "carbon" ? plan::ParetoAxis::carbon : plan::ParetoAxis::coverage;
  const auto front = answer_for(arguments, session, [&](const plan::Question& question, const energy::Tables& tables) {
    return plan::pareto_front(question, tables, axis, arguments.steps, session.progress);
  });
  session.progress.end();
  if (front.points.empty()) throw InputError(arguments.scenario, "criteria", "have no clause of " + arguments.pareto + " to step");
  storage::Json document = storage::to_json(front);
  document["kind"] = "pareto";
  const fs::path folder = folder_of(arguments);
  std::string files = written(folder, "pareto.json", text_of(document));
  files += written(folder, "pareto.csv", pareto_csv(front));
  files += written(folder, "pareto.svg", pareto_svg(front, session));
  session.out << (session.json ? text_of(document) : pareto_table(front, session) + '\n' + files);
  return front.points.front().outcome == plan::ProposalOutcome::no_plan ? target_missed : done;
}

int plan_build(const PlanArguments& arguments, Session& session) {
  if (!arguments.pareto.empty()) return plan_front(arguments, session);
  const fs::path folder = folder_of(arguments);
  const plan::Proposal proposal = answer_for(arguments, session, [&](const plan::Question& question, const energy::Tables& tables) {
    return plan::propose_all(question, tables, session.progress);
  });
  storage::Json document = storage::to_json(proposal);
  document["kind"] = "proposal";
  session.progress.end();
  std::string files = written(folder, "proposal.json", text_of(document));
  if (!proposal.scenario.empty()) files += written(folder, "scenario.yaml", proposal.scenario);
  session.out << (session.json ? text_of(document) : proposal_table(proposal, session) + '\n' + files);
  return proposal.outcome == plan::ProposalOutcome::no_plan ? target_missed : done;
}

}  // namespace

void add_plan_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<PlanArguments>();
  auto* command = app.add_subcommand(
      "plan", "Proposes the cheapest build that meets the targets: network, cloud, data centres, energy; as a new scenario");
  command->add_option("SCENARIO", arguments->scenario, "scenario file (YAML); its `plan` says what may be built")->required();
  command->add_option("--out", arguments->out, "folder for scenario.yaml and proposal.json; default runs/<name of the file>-plan");
  command->add_option("--yearly-budget", arguments->yearly_budget_cny, "outlay of a year at most, in CNY: the plan is spread over years")
      ->check(CLI::PositiveNumber);
  command->add_option("--first-year", arguments->first_year, "year in which that budget begins; default: the year of the assessment")
      ->check(CLI::Range(static_cast<int>(first_year), static_cast<int>(last_year)))
      ->needs("--yearly-budget");
  auto* pareto = command->add_option("--pareto", arguments->pareto, "cost against coverage or carbon: plans for rising targets")
                     ->check(CLI::IsMember({"coverage", "carbon"}))
                     ->excludes("--yearly-budget");
  command->add_option("--steps", arguments->steps, "how many of them")->check(CLI::Range(1, most_steps))->needs(pareto);
  command->add_flag("--access", arguments->access, "also plan fibre, splitters and units for the enterprises that lack an access")
      ->excludes(pareto);
  command->footer(
      "Example: parktwin plan scenarios/new-network.yaml --out runs/new-network-plan --yearly-budget 600000\nExits with 4 when there is no "
      "plan.");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return plan_build(*arguments, session); }; });
}

}  // namespace parktwin::cli
