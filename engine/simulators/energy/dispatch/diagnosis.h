#pragma once
// Why a programme has no solution: which balance in which step lacks how much, or which yearly bound cannot be kept; and what grows
// without end where it is unbounded.
#include <string>

#include "engine/simulators/energy/dispatch/hub_programme.h"

namespace parktwin::energy::dispatch {

/// Solves again with everything free of charge but breaking rows; the least that has to be broken is the answer.
[[nodiscard]] std::string why_infeasible(const HubProgramme& built, const Window& window);

[[nodiscard]] std::string why_unbounded(const HubProgramme& built, const Window& window, std::int32_t column);

}  // namespace parktwin::energy::dispatch
