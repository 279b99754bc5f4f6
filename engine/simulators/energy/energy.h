#pragma once
// A year of the park's electricity in quarter-hours: loads by sector profiles, PV, wind and heat and power plants, storages, the power
// flow of every step, and what follows: balance, peak and its causes, figures per enterprise, bus and branch, bill and carbon account.
// Sources, assumptions and what is left out: docs/energy.md.
#include "engine/simulators/energy/loads/loads.h"
#include "engine/simulators/energy/options.h"
#include "engine/simulators/energy/result.h"

namespace parktwin::energy {

/// `equipment`: what other simulators report as drawn all year.
[[nodiscard]] Result simulate(const Park& park, const Options& options, const Tables& tables = {},
                              const std::vector<loads::EquipmentLoad>& equipment = {});

}  // namespace parktwin::energy
