#pragma once
// The footprint of every radio cell on a finished map.
#include <cstdint>
#include <span>

#include "engine/simulators/radio/radio.h"

namespace parktwin::radio {

/// Replaces result.cells. Rows are summed in chunks whose bounds do not depend on the number of threads.
void put_cell_figures(const Park& park, std::span<const std::uint8_t> site_connected, Result& result);

}  // namespace parktwin::radio
