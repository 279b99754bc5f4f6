#pragma once
// The Wi-Fi map (wifi/wifi.h) by the radio map's own means: every access point in service is a mast with one isotropic antenna that sends
// its EIRP in 20 MHz, on the same obstacles, with the same propagation mode and receiver height, up to the Wi-Fi options' reach. One within
// a building's footprint hangs inside it (hall_law.h), on its ground floor, where the map's devices are; the others stand outdoors. Always
// the median. Where an access point's own building, if given, does not surround its place, it counts as outdoors.
#include "engine/core/hash.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "engine/simulators/radio/ground_keys.h"
#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/radio.h"

namespace parktwin::radio {

/// On the frame of `place`, which is that of the obstacles' surface; empty without access points in service. `ground` as in
/// mast_geometry.h. Deterministic for any number of threads. Precondition: fewer than 65535 access points.
[[nodiscard]] wifi::Result map_wifi(const Park& park, const Options& options, const Obstacles& obstacles, const Grid<std::uint8_t>& place,
                                    const GroundKeys& ground, GeometryCache& cache);

}  // namespace parktwin::radio
