#pragma once
// One stage of splitters below a given point, as all methods see it: what opening a splitter at a place costs in fibre, what each unit
// costs from there (out_of_reach where it would not be lit), and how many units a splitter takes.
#include "engine/simulators/wired/optical/splitters/placement.h"

namespace parktwin::wired::optical::splitters {

struct Level {
  std::vector<double> open_m;               ///< per place
  std::vector<std::vector<double>> unit_m;  ///< per place, per unit
  std::size_t ways = 1;
};

/// The only stage, or with `first_place` the second one below a splitter of the first stage there.
[[nodiscard]] Level level_of(const Problem& problem, const Stages& stages, std::size_t first_place = none);

}  // namespace parktwin::wired::optical::splitters
