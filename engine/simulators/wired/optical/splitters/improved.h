#pragma once
// A good plan for many units: splitters opened one after the other where a unit costs least (Hochbaum 1982), then improved until no move of
// a unit, no merger of two splitters and no other place shortens it. Two stages: the same below every place, all first-stage splitters
// there.
#include "engine/simulators/wired/optical/splitters/placement.h"

namespace parktwin::wired::optical::splitters {

/// Precondition: each unit is lit from some place or joined to something. `least_possible_m` is left at 0.
[[nodiscard]] Plan improved_plan(const Problem& problem, const Stages& stages);

}  // namespace parktwin::wired::optical::splitters
