#pragma once
// Which clauses of a pack ask for which part of a plan, and what results say of them.
#include <optional>
#include <string>
#include <vector>

#include "engine/criteria/pack.h"
#include "engine/criteria/verdict.h"
#include "engine/park/park.h"
#include "engine/run/results.h"
#include "engine/scenario/joint_plan_options.h"

namespace parktwin::plan {

/// Of cloud: clauses one of whose definitions is the forecast; that definition is what is planned for.
[[nodiscard]] std::vector<std::string> clauses_for(PlanPart part, const criteria::Pack& pack);

/// Threshold of the forecast's definition in a clause of cloud.
[[nodiscard]] double forecast_threshold(const criteria::Clause& clause);

struct ClauseState {
  std::string clause;
  std::string unit;
  std::optional<double> target;
  std::optional<double> value;
  bool met = false;
};

/// Of those clauses, in the order given.
[[nodiscard]] std::vector<ClauseState> states_of(PlanPart part, const std::vector<std::string>& clauses, const criteria::Pack& pack,
                                                 const std::vector<criteria::Verdict>& verdicts, const Results& results, const Park& park);

}  // namespace parktwin::plan
