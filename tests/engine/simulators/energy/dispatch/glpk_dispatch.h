#pragma once
// The cheapest dispatch of a hub by GLPK's simplex, written from the records alone: another programme text and another solver than ours.
#include "engine/simulators/energy/dispatch/hub.h"

namespace parktwin::energy::dispatch::testing {

/// The least cost; knows the grid, renewables, stores, converters, rejected heat, flexible and interruptible loads, green power and sizing.
[[nodiscard]] double glpk_cost(const Hub& hub, double carbon_cny_per_kg);

}  // namespace parktwin::energy::dispatch::testing
