#pragma once
// The shortest plan by dynamic programming over sets of units: the best splitter for every set, the best bundle of splitters below one of
// the first stage for every set, and the best way to part all units into such sets.
#include "engine/simulators/wired/optical/splitters/placement.h"

namespace parktwin::wired::optical::splitters {

/// Precondition: at most `exact_units` units, each lit from some place or joined to something.
[[nodiscard]] Plan shortest_plan(const Problem& problem, const Stages& stages);

}  // namespace parktwin::wired::optical::splitters
