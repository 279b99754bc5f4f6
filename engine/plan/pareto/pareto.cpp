#include "engine/plan/pareto/pareto.h"

#include <algorithm>
#include <limits>
#include <set>

#include "engine/plan/confirmation/confirmation.h"
#include "engine/plan/energy_units/energy_plan.h"
#include "engine/plan/joint/asked_clauses.h"
#include "engine/plan/plan.h"

namespace parktwin::plan {
namespace {

constexpr double whole_percent = 100.0;

ParetoPoint unplanned(double target, const std::string& en, const std::string& zh) {
  ParetoPoint point;
  point.target_percent = target;
  point.reason_en = en;
  point.reason_zh = zh;
  return point;
}

ParetoPoint coverage_point(const Question& question, criteria::Pack pack, double target, Progress& progress) {
  for (auto& clause : pack.clauses) clause.threshold = clause.threshold.value_or(0.0) * target / whole_percent;
  const Question eased{question.park, question.scenario, pack, question.prices, question.assessed_on, question.based_on, {}, {}};
  const Proposal proposal = propose(eased, progress);
  if (proposal.outcome == ProposalOutcome::no_plan) return unplanned(target, proposal.reason_en, proposal.reason_zh);
  ParetoPoint point;
  point.target_percent = target;
  point.outcome = proposal.outcome;
  point.cost_cny = proposal.present_value_cny;
  point.lower_bound_cny = std::min(proposal.lower_bound_cny, proposal.present_value_cny);
  point.reached_percent = std::numeric_limits<double>::infinity();
  for (const auto& one : proposal.targets)
    point.reached_percent = std::min(point.reached_percent, target * one.confirmed_percent.value_or(0.0) / one.target_percent);
  return point;
}

ParetoPoint carbon_point(const Question& question, criteria::Pack pack, double target, LiveRun& live, Progress& progress) {
  for (auto& clause : pack.clauses) clause.threshold = target;
  const Pricing pricing{question.prices, question.scenario.costs, std::stoi(question.assessed_on.substr(0, 4))};
  const EnergyPlan plan = plan_energy({question.park, question.scenario.options, question.scenario.plan.joint.energy, pricing, pack,
                                       question.assessed_on, question.scenario.seed},
                                      live, progress);
  if (!plan.found) return unplanned(target, plan.reason_en, plan.reason_zh);
  ParetoPoint point;
  point.target_percent = target;
  const bool builds = !plan.roofs.empty() || plan.battery || plan.green_share;
  point.outcome = builds ? ProposalOutcome::planned : ProposalOutcome::nothing_to_build;
  point.cost_cny = plan.value_cny();
  point.lower_bound_cny = plan.least_value_cny();
  point.reached_percent = plan.reached.front().value.value_or(0.0);
  point.emissions_t = plan.emissions_t;
  return point;
}

criteria::Pack pack_for(ParetoAxis axis, const criteria::Pack& pack) {
  std::set<std::string> clauses;
  for (const auto& clause : pack.clauses) {
    if (axis == ParetoAxis::carbon && clause.metric == "carbon.clean_energy") clauses.insert(clause.id);
  }
  if (axis == ParetoAxis::coverage) {
    for (const auto& id : clauses_for(PlanPart::network, pack)) clauses.insert(id);
  }
  return only(pack, clauses);
}

}  // namespace

std::vector<ParetoPoint> step_targets(const std::vector<double>& targets, const std::function<ParetoPoint(double)>& solve) {
  std::vector<ParetoPoint> points;
  for (const double target : targets) {
    if (!points.empty() && points.back().reached_percent >= target) {
      points.push_back(points.back());
      points.back().target_percent = target;
      continue;
    }
    points.push_back(solve(target));
    if (points.back().outcome == ProposalOutcome::no_plan) break;
  }
  mark_dominated(points);
  return points;
}

void mark_dominated(std::vector<ParetoPoint>& points) {
  const auto beats = [](const ParetoPoint& a, const ParetoPoint& b) {
    return a.outcome != ProposalOutcome::no_plan && a.cost_cny <= b.cost_cny && a.reached_percent >= b.reached_percent &&
           (a.cost_cny < b.cost_cny || a.reached_percent > b.reached_percent);
  };
  for (auto& point : points) {
    point.dominated = point.outcome != ProposalOutcome::no_plan &&
                      std::any_of(points.begin(), points.end(), [&](const auto& other) { return beats(other, point); });
  }
}

ParetoFront pareto_front(const Question& question, const energy::Tables& tables, ParetoAxis axis, std::int32_t steps, Progress& progress) {
  ParetoFront front;
  front.axis = axis;
  const criteria::Pack asked = pack_for(axis, question.pack);
  if (asked.clauses.empty()) return front;
  const double last = axis == ParetoAxis::coverage ? whole_percent : asked.clauses.front().threshold.value_or(whole_percent);
  std::vector<double> targets;
  for (std::int32_t step = 1; step <= steps; ++step) targets.push_back(last * step / steps);
  LiveRun live(tables);
  front.points = step_targets(targets, [&](double target) {
    return axis == ParetoAxis::coverage ? coverage_point(question, asked, target, progress)
                                        : carbon_point(question, asked, target, live, progress);
  });
  return front;
}

}  // namespace parktwin::plan
