#pragma once
// What the communication network draws from the grid all year, for the energy simulator: radio cells by their load, network devices by
// their kind. Devices of an enterprise stand behind its meter and are part of its electricity. All powers are assumptions.
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/energy/loads/loads.h"
#include "engine/simulators/radio/radio.h"

namespace parktwin {

/// Each radio site, at the bus of the node that connects it, and each kind of device at each bus.
[[nodiscard]] std::vector<energy::loads::EquipmentLoad> communication_loads(const Park& park, const radio::Result& radio);

}  // namespace parktwin
