#include "engine/plan/plan.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "engine/core/errors.h"
#include "engine/plan/access_stage.h"
#include "engine/plan/confirmation/confirmation.h"
#include "engine/plan/phased_plan.h"
#include "engine/plan/plan_text.h"
#include "engine/plan/radio/radio_plan.h"

namespace parktwin::plan {
namespace {

constexpr int confirmations = 3;
constexpr double added_margin_percent = 0.3;

Park without_outdoor_sites(Park park) {
  auto sites = park.radio_sites->records();
  for (RadioSite& site : sites) site.operational = site.operational && site.inside;
  park.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>(std::move(sites)));
  return park;
}

Proposal finished(Proposal proposal, ProposalOutcome outcome, std::string en, std::string zh) {
  proposal.outcome = outcome;
  proposal.reason_en = std::move(en);
  proposal.reason_zh = std::move(zh);
  if (outcome == ProposalOutcome::no_plan) proposal.scenario.clear();
  return proposal;
}

std::vector<ProposedTarget> targets_of(const std::vector<RadioDemand>& demands, const Results& standing) {
  std::vector<ProposedTarget> targets;
  for (const RadioDemand& demand : demands) {
    ProposedTarget target;
    target.clause = demand.clause;
    target.target_percent = 100.0 * demand.target_share;
    target.standing_percent = 100.0 * served_share(demand, standing.radio);
    target.reachable_percent = target.standing_percent;
    targets.push_back(target);
  }
  return targets;
}

void put_shares(const RadioPlan& plan, std::vector<ProposedTarget>& targets) {
  for (std::size_t d = 0; d < targets.size(); ++d) {
    if (d < plan.reachable_percent.size()) targets[d].reachable_percent = plan.reachable_percent[d];
    if (d < plan.searched_percent.size()) targets[d].searched_percent = plan.searched_percent[d];
  }
}

/// How far the worst target is missed by the confirmation; 0: none.
double put_confirmed(const std::vector<std::optional<double>>& values, std::vector<ProposedTarget>& targets) {
  double worst = 0.0;
  for (std::size_t d = 0; d < targets.size(); ++d) {
    targets[d].confirmed_percent = values[d];
    worst = std::max(worst, targets[d].target_percent - values[d].value_or(0.0));
  }
  return worst;
}

std::set<std::string> clauses_of(const std::vector<RadioDemand>& demands) {
  std::set<std::string> clauses;
  for (const RadioDemand& demand : demands) clauses.insert(demand.clause);
  return clauses;
}

void check_antenna(const Question& question) {
  const std::string& antenna = question.scenario.plan.antenna;
  if (antenna.empty() || question.park.antennas->find(antenna).valid()) return;
  throw InputError(question.scenario.files.empty() ? "" : question.scenario.files.back().path, "plan.antenna",
                   "found \"" + antenna + "\", expected an antenna type of the inventory");
}

struct Planned {
  const PlanChanges& changes;
  const RadioPlan& plan;
  const PlannedIds& ids;
  const PricedChanges& priced;
};

/// Spreads a plan over years where there is a yearly budget. Returns why that cannot be, English and Chinese; empty when it can.
std::pair<std::string, std::string> put_phases(const Question& question, const criteria::Pack& asked, const Planned& planned,
                                               Progress& progress, Proposal& proposal) {
  if (!question.yearly_budget_cny) return {};
  const std::int32_t first_year = question.first_year.value_or(std::stoi(question.assessed_on.substr(0, 4)));
  const PhaseProblem problem =
      phase_problem(planned.plan, planned.ids, planned.priced, *question.yearly_budget_cny, question.scenario.costs.years);
  const PhaseSolution solution = order_works(problem, question.scenario.plan.search_nodes);
  if (solution.outcome != PhaseOutcome::planned) return budget_reason(problem, solution, planned.plan, planned.ids, first_year);
  const auto phases = phases_of(planned.changes, planned.plan, planned.ids, problem, solution, first_year);
  std::string so_far;
  for (const PlannedPhase& phase : phases) {
    so_far += phase.changes;
    ProposedPhase proposed{phase.year, phase.sites, phase.capital_cny, {}};
    for (const auto& value : judged_values(park_after(question.park, so_far), question.scenario.options, question.scenario.seed, asked,
                                           question.assessed_on, progress)) {
      proposed.confirmed_percent.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    proposal.phases.push_back(std::move(proposed));
  }
  proposal.scenario = scenario_of(question, phases);
  return {};
}

/// `built`: the changes of the proposal, one list without phases.
Proposal propose_coverage(const Question& question, std::string& built, Progress& progress) {
  const Scenario& scenario = question.scenario;
  const PlanOptions& options = scenario.plan;
  const Park park = options.from_scratch ? without_outdoor_sites(question.park) : question.park;

  SimulationOptions coarse = scenario.options;
  coarse.radio.resolution = options.resolution;
  const Results standing = network_results(park, coarse, scenario.seed, progress);
  const auto demands = radio_demands(question.pack, park, standing);
  Proposal proposal;
  if (demands.empty()) {
    return finished(std::move(proposal), ProposalOutcome::no_plan, "the criteria pack has no target of radio coverage",
                    "标准中没有无线覆盖指标");
  }
  proposal.targets = targets_of(demands, standing);
  const criteria::Pack asked = only(question.pack, clauses_of(demands));
  const Pricing pricing{question.prices, scenario.costs, std::stoi(question.assessed_on.substr(0, 4))};

  std::optional<RadioPlanner> radio;
  double margin_percent = options.margin_percent;
  for (int attempt = 0; attempt < confirmations; ++attempt) {
    RadioPlan plan;
    if (attempt > 0 || shortfall(demands, standing.radio, 0.01 * margin_percent) > 0.0) {
      if (!radio) radio.emplace(RadioQuestion{park, scenario.options.radio, options, pricing, demands, standing, scenario.seed}, progress);
      plan = radio->plan(margin_percent, progress);
      proposal.candidates = static_cast<std::int32_t>(radio->candidates());
      proposal.rounds = radio->rounds();
      put_shares(plan, proposal.targets);
      if (!plan.found) return finished(std::move(proposal), ProposalOutcome::no_plan, plan.reason_en, plan.reason_zh);
      if (proposal.lower_bound_cny <= 0.0) proposal.lower_bound_cny = plan.bound_cny;
    }
    const PlannedIds ids(park);
    const PlanChanges parts = changes_of(question, plan, ids);
    const std::string changes = parts.all();
    built = changes;
    const PricedChanges priced = price_changes(question.park, changes, pricing);
    put_plan(park, plan, ids, priced, proposal);
    proposal.works = network_works(parts, plan, ids, priced);
    proposal.removals = parts.removals;
    proposal.scenario = scenario_of(question, changes);
    const double missed = put_confirmed(
        judged_values(park_after(question.park, changes), scenario.options, scenario.seed, asked, question.assessed_on, progress),
        proposal.targets);
    if (missed <= 0.0 && plan.sites.empty()) {
      return finished(std::move(proposal), ProposalOutcome::nothing_to_build, "every target is met as the park stands",
                      "现状已满足各项指标");
    }
    if (missed <= 0.0) {
      const auto [en, zh] = put_phases(question, asked, {parts, plan, ids, priced}, progress, proposal);
      return finished(std::move(proposal), en.empty() ? ProposalOutcome::planned : ProposalOutcome::no_plan, en, zh);
    }
    margin_percent += missed + added_margin_percent;
  }
  return finished(std::move(proposal), ProposalOutcome::no_plan,
                  "what meets the targets on the map of the search misses them at the resolution of the run",
                  "在搜索分辨率下满足的方案在正式分辨率下未达标");
}

}  // namespace

Proposal propose(const Question& question, Progress& progress) {
  check_antenna(question);
  std::string built;
  Proposal proposal = propose_coverage(question, built, progress);
  if (question.access && proposal.outcome != ProposalOutcome::no_plan) put_access(question, built, proposal, progress);
  return proposal;
}

}  // namespace parktwin::plan
