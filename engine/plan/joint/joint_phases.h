#pragma once
// Works of all parts of a plan over years, under one yearly budget (engine/plan/phases).
#include <cstdint>
#include <string>
#include <vector>

#include "engine/plan/planned_work.h"

namespace parktwin::plan {

struct JointPhase {
  std::int32_t year = 0;
  std::string changes;  ///< of this year alone
  std::vector<std::string> sites;
  std::vector<std::string> others;
  double capital_cny = 0.0;
};

struct JointPhases {
  std::vector<JointPhase> phases;  ///< by year, without years in which nothing is done
  std::string reason_en;           ///< why the budget does not do; empty when it does
  std::string reason_zh;
};

[[nodiscard]] JointPhases phase_works(const std::vector<PlannedWork>& works, double yearly_budget_cny, std::int32_t first_year,
                                      std::int32_t most_years, std::int32_t search_nodes);

/// The `phases` of a scenario file; `first` are changes made before all others of the first phase.
[[nodiscard]] std::string phases_text(const std::vector<JointPhase>& phases, const std::string& first);

}  // namespace parktwin::plan
