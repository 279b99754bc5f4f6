#pragma once
// Antennas inside buildings on the map. Inside their own building the law of hall_law.h; outside, up to 100 m from the footprint's bounds,
// the same law over the whole distance plus the loss of their own building's wall, and in another building that one's wall and depth too;
// further away nothing. Outside this gives rather much: the law of a hall is flatter than what follows behind its wall, and nothing bends
// around other buildings. So leaking interference is not underrated, and coverage from inside should not be counted on outdoors.
// In sight, for the map, is a place inside from which the antenna is seen with a probability of one half or more; outside none is.
#include <cstddef>
#include <cstdint>

#include "engine/core/hash.h"
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

inline constexpr double hall_margin_m = 100.0;
/// Correlation distance of shadow fading, table 7.5-6: 10 m for InF, and for InH with sight (6 m without).
inline constexpr float hall_correlation_m = 10.0F;

/// Nothing but the window and sight.
[[nodiscard]] SiteGeometry hall_geometry(const Obstacles& obstacles, const Hall& hall, const SightPoint& antenna, Metres receiver_height);

/// The key of such a geometry, from that of geometry_key().
[[nodiscard]] ContentHash hall_key(const ContentHash& key, const Hall& hall);

/// Cells as seen from the antenna: metres to the east, north and up, the building on each and the loss into it.
struct HallRow {
  std::size_t count;
  const float* east;
  const float* north;
  const float* rise;
  const std::int32_t* building;
  const float* indoor_db;
  const float* field;  ///< drawn shadow fading in standard deviations, or nullptr
};
/// loss[i] in dB, walls and fading included. `wall_db`: of the hall's own wall.
void hall_losses(const Hall& hall, Hertz frequency, double wall_db, const HallRow& row, float* loss);

/// Standard deviation of shadow fading at a map cell, walls included.
[[nodiscard]] float hall_map_deviation_db(const Scene& scene, const Mast& mast, std::size_t at);

}  // namespace parktwin::radio
