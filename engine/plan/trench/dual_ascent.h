#pragma once
// A lower bound for trenches that join terminals to a root, and cuts that every such plan crosses (Wong 1984). Places that still reach a
// terminal without cost grow around it; what enters them must be crossed, and pays until the next arc is free.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/plan/trench/trench.h"

namespace parktwin::plan {

/// Around a terminal: whoever joins a terminal inside enters.
struct TrenchCut {
  std::uint32_t terminal = 0;        ///< position in the problem's list
  std::vector<std::uint8_t> inside;  ///< per vertex
};

struct DualAscent {
  double bound = 0.0;
  std::vector<TrenchCut> cuts;
};

/// `edge_costs` in place of the problem's trench costs; not negative. Precondition: every terminal can be reached.
[[nodiscard]] DualAscent ascend(const TrenchProblem& problem, std::span<const double> edge_costs);

}  // namespace parktwin::plan
