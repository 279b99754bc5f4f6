#pragma once
// N−1: what happens when one line or transformer is out, each in turn. Buses that lose supply are resupplied where one of the open ties
// given can do it: the tie that leaves the fewest buses dead, then the fewest violations. Loads and taps stay as they are.
#include <cstdint>
#include <vector>

#include "engine/simulators/energy/grid/power_flow.h"

namespace parktwin::energy::grid {

inline constexpr std::size_t no_tie = SIZE_MAX;

struct Outage {
  std::size_t branch = 0;             ///< a line, or lines.size() + a transformer
  std::vector<std::size_t> dead;      ///< buses without supply that had it before, ties used
  double lost_w = 0.0;                ///< loads at them
  std::size_t tie = no_tie;           ///< switch that was closed
  std::vector<Violation> violations;  ///< afterwards
  std::vector<Unsolved> unsolved;     ///< islands without a solution
  [[nodiscard]] bool secure() const { return dead.empty() && violations.empty() && unsolved.empty(); }
};

struct ContingencyOptions {
  NewtonOptions newton;
  std::vector<std::size_t> ties;      ///< open switches that may be closed, one per outage
  std::vector<std::size_t> branches;  ///< to take out; empty: all
};

/// Of the branches those that are closed at both ends, in order. Precondition: faults(grid) is empty, with any tie closed too.
[[nodiscard]] std::vector<Outage> contingencies(const Grid& grid, const ContingencyOptions& options = {});

}  // namespace parktwin::energy::grid
