#pragma once
// Which other radio cell disturbs the best server most at a few places: the greatest of level times load times the share of its carrier
// that falls into the server's, as the SINR of the map counts disturbance.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/simulators/radio/row_evaluator.h"

namespace parktwin::radio {

/// One entry per place: index into park.radio_cells, or no_server where nobody disturbs. Precondition: servers on the air, one per place.
[[nodiscard]] std::vector<std::uint16_t> strongest_interferers(const Scene& scene, std::span<const MapCell> places,
                                                               std::span<const std::uint16_t> servers);

}  // namespace parktwin::radio
