#pragma once
// Power of a data centre beside its servers: electrical losses that do not depend on the load, and cooling that follows load and weather. A
// chiller with a constant part of the Carnot efficiency takes power in proportion to (T_hot − T_cold) / T_cold per watt of heat; T_hot is
// outdoors plus an approach. Where outdoors is cold enough only fans and pumps run (free cooling). Both parts together are those of the
// design PUE at full load and 35 °C. Left out: humidity, heat recovery, staging of chillers.
#include "engine/park/cloud_inventory.h"
#include "engine/simulators/cloud/data_centre/options.h"

namespace parktwin::cloud::data_centre {

/// Cooling power per watt of heat over that at 35 °C outdoors.
[[nodiscard]] double cooling_ratio(double outdoors_c, const Options& options);

/// Power of everything, servers included.
[[nodiscard]] double total_power_kw(const DataCentre& centre, double servers_kw, double outdoors_c, const Options& options);

}  // namespace parktwin::cloud::data_centre
