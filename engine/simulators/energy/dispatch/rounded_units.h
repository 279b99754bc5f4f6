#pragma once
// Units with a least load in a programme over all steps: on or off as the programme suggests that lets them run at any load, on where they
// run at half their least load or more. The programme with these bounds is solved again; what that costs beyond the first is the price of
// rounding, an upper bound of what whole numbers could save.
#include <cstdint>
#include <vector>

#include "engine/simulators/energy/dispatch/hub_programme.h"

namespace parktwin::energy::dispatch {

/// Per converter and step; empty for units that are not switched. `cautious`: never on where what is demanded in the step cannot take the
/// least output of heat and cold, so that stores need not.
[[nodiscard]] std::vector<std::vector<std::uint8_t>> rounded_units(const Hub& hub, const HubProgramme& built,
                                                                   const std::vector<double>& values, bool cautious);

/// Bounds that hold the units on or off.
void hold(const Hub& hub, const std::vector<std::vector<std::uint8_t>>& on, HubProgramme& built);

}  // namespace parktwin::energy::dispatch
