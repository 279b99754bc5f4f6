#pragma once
// What flexible and interruptible loads do under rules, as a plant would agree to without a forecast of the park: movable demand waits in
// the dear quarter of prices as long as it may and runs ahead in the cheap quarter; else what waited is made up, with no more power than
// the load's planned peak unless its time is up. Interruptions are called while a kWh costs more than its payment, first come, first
// served. Without a difference of prices everything runs as planned.
#include <vector>

#include "engine/simulators/energy/dispatch/hub.h"

namespace parktwin::energy::dispatch {

/// Power per step. Bounds as in the programme: what was served by a step lies between what was wanted until `delay_h` before and until
/// `advance_h` after it, power up to `most_kw` where that serves all in time, and nothing is open at the end.
[[nodiscard]] std::vector<double> served_by_rule(const Hub& hub, const FlexibleLoad& load, double cheap_cny_per_kwh,
                                                 double dear_cny_per_kwh);

/// Power left per step.
[[nodiscard]] std::vector<double> interrupted_by_rule(const Hub& hub, const InterruptibleLoad& load);

}  // namespace parktwin::energy::dispatch
