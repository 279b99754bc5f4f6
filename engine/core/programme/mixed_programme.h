#pragma once
// A linear programme with whole columns, by Cbc's branch and bound. Work is limited by nodes and never by time, so that the answer is the
// same on every machine.
#include "engine/core/programme/linear_programme.h"

namespace parktwin::programme {

struct MixedOptions {
  double gap = 1e-4;  ///< a solution this close to the bound, as a share of it, is good enough
  std::int32_t nodes = 2000;
};

struct MixedSolution {
  Outcome outcome = Outcome::stopped;  ///< optimal: within the gap
  std::vector<double> values;          ///< empty without a solution; of a stopped search the best found
  double objective = 0.0;
  double bound = 0.0;  ///< no solution is cheaper
};

[[nodiscard]] MixedSolution solve_mixed(const LinearProgramme& programme, const MixedOptions& options = {});

}  // namespace parktwin::programme
