#include "engine/simulators/radio/radio.h"

#include "engine/simulators/radio/live_map.h"

namespace parktwin::radio {

Result simulate(const Park& park, const Options& options, std::span<const std::uint8_t> site_connected, std::uint64_t seed,
                Progress& progress, GeometryCache* known) {
  GeometryCache own;
  return LiveMap(park, options, site_connected, seed, known == nullptr ? own : *known, progress).take_result();
}

}  // namespace parktwin::radio
