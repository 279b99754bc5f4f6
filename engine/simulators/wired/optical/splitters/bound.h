#pragma once
// Effort that no plan can do without: the demand that each unit is served exactly once is priced instead of enforced (Lagrangian
// relaxation), after which every place decides alone; prices follow the subgradient (Fisher 1981).
#include "engine/simulators/wired/optical/splitters/placement.h"

namespace parktwin::wired::optical::splitters {

/// `known_m`: effort of any plan, for the step sizes.
[[nodiscard]] double least_possible_effort(const Problem& problem, const Stages& stages, double known_m);

}  // namespace parktwin::wired::optical::splitters
