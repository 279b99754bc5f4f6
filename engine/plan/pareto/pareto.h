#pragma once
// What more of a target costs: plans for rising shares of what the pack asks, each at least cost (ε-constraint method, Haimes, Lasdon &
// Wismer 1971). Coverage: the network, all clauses of coverage at the same share of their thresholds. Carbon: energy, the clause of clean
// energy. A point that another one beats in cost and in what is reached is marked: searches are not exact, so a later one may find the
// better plan.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/progress.h"
#include "engine/plan/part_proposal.h"
#include "engine/plan/question.h"
#include "engine/simulators/energy/options.h"

namespace parktwin::plan {

enum class ParetoAxis { coverage, carbon };

constexpr auto names_of(ParetoAxis) {
  return std::to_array<EnumName<ParetoAxis>>({{ParetoAxis::coverage, "coverage"}, {ParetoAxis::carbon, "carbon"}});
}

struct ParetoPoint {
  double target_percent = 0.0;
  ProposalOutcome outcome = ProposalOutcome::no_plan;
  std::string reason_en;
  std::string reason_zh;
  double reached_percent = 0.0;
  double cost_cny = 0.0;
  double lower_bound_cny = 0.0;
  std::optional<double> emissions_t = {};
  bool dominated = false;
};

template <class Visitor, DescribedAs<ParetoPoint> Self>
void describe(Visitor&& visit, Self& point) {
  visit(Field{"target_percent", "%", "asked for: of the pack's thresholds of coverage, or clean energy"}, point.target_percent);
  visit(Field{"outcome", "", "planned, nothing_to_build or no_plan"}, point.outcome);
  visit(Field{"reason_en", "", "why, English"}, point.reason_en);
  visit(Field{"reason_zh", "", "why, Chinese"}, point.reason_zh);
  visit(Field{"reached_percent", "%", "reached, by the simulators; of several clauses the least"}, point.reached_percent);
  visit(Field{"cost_cny", "CNY", "likely net present value"}, point.cost_cny);
  visit(Field{"lower_bound_cny", "CNY", "no plan for this target costs less"}, point.lower_bound_cny);
  visit(Field{"emissions_t", "t", "CO2 of a year, scopes 1 and 2 by market; empty: not simulated"}, point.emissions_t);
  visit(Field{"dominated", "", "another point costs no more and reaches no less, and one of both is better"}, point.dominated);
}

struct ParetoFront {
  ParetoAxis axis = ParetoAxis::coverage;
  std::vector<ParetoPoint> points;  ///< by rising target; empty where the pack has no clause for it
};

template <class Visitor, DescribedAs<ParetoFront> Self>
void describe(Visitor&& visit, Self& front) {
  visit(Field{"axis", "", "coverage or carbon"}, front.axis);
  visit(Field{"points", "", "plans by rising target"}, front.points);
}

/// A plan for each target; where the plan before already reaches it, that one again. After the first target without a plan no other is
/// tried.
[[nodiscard]] std::vector<ParetoPoint> step_targets(const std::vector<double>& targets, const std::function<ParetoPoint(double)>& solve);

void mark_dominated(std::vector<ParetoPoint>& points);

[[nodiscard]] ParetoFront pareto_front(const Question& question, const energy::Tables& tables, ParetoAxis axis, std::int32_t steps,
                                       Progress& progress);

}  // namespace parktwin::plan
