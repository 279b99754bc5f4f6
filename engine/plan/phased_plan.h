#pragma once
// A plan under a yearly budget: which sites and trenches in which year (phases/), each phase with what it reaches of every target, and the
// scenario with its phases.
#include <string>
#include <vector>

#include "engine/plan/phases/phases.h"
#include "engine/plan/plan_text.h"

namespace parktwin::plan {

/// Sites in their order, then ducts, then the antenna type that the plan adds. A site needs its ducts and the antenna.
[[nodiscard]] PhaseProblem phase_problem(const RadioPlan& plan, const PlannedIds& ids, const PricedChanges& priced,
                                         double yearly_budget_cny, std::int32_t most_years);

/// The same as works with their changes: antenna, ducts, sites.
[[nodiscard]] std::vector<PlannedWork> network_works(const PlanChanges& changes, const RadioPlan& plan, const PlannedIds& ids,
                                                     const PricedChanges& priced);

struct PlannedPhase {
  std::int32_t year = 0;
  std::string changes;  ///< of this year alone
  std::vector<std::string> sites;
  double capital_cny = 0.0;
};

/// By year, without years in which nothing is built.
[[nodiscard]] std::vector<PlannedPhase> phases_of(const PlanChanges& changes, const RadioPlan& plan, const PlannedIds& ids,
                                                  const PhaseProblem& problem, const PhaseSolution& solution, std::int32_t first_year);

[[nodiscard]] std::string scenario_of(const Question& question, const std::vector<PlannedPhase>& phases);

/// Why the budget does not do, in English and Chinese; empty when it does.
[[nodiscard]] std::pair<std::string, std::string> budget_reason(const PhaseProblem& problem, const PhaseSolution& solution,
                                                                const RadioPlan& plan, const PlannedIds& ids, std::int32_t first_year);

}  // namespace parktwin::plan
