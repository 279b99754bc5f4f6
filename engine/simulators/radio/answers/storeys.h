#pragma once
// Levels on upper storeys, from the level on the ground floor that the map has. Where the best server's antenna is out of sight a storey
// gains what the loss of 3GPP TR 38.901 v16.1.0 table 7.4.1-1 loses per metre of device height without line of sight, 0.6 dB (UMa) or
// 0.3 dB (UMi street canyon), up to 22.5 m above ground, where the table ends. It never exceeds what line of sight from that antenna would
// give through the same walls, and never falls below the ground floor. In sight nothing is gained. SINR is taken as on the ground floor,
// because the others' levels rise as well; another server that an upper storey might see better is ignored.
// A storey is as high as the building by its number of storeys, 3 m where the building's height is itself assumed.
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/park/building.h"
#include "engine/park/ground_holders.h"
#include "engine/simulators/radio/answers/coverage_tables.h"
#include "engine/simulators/radio/answers/map_view.h"

namespace parktwin::radio::answers {

inline constexpr double assumed_storey_m = 3.0;
inline constexpr double highest_gain_m = 22.5;  ///< above ground: end of the table's range
inline constexpr double macro_gain_db_per_m = 0.6;
inline constexpr double micro_gain_db_per_m = 0.3;

/// From floor to floor. Precondition: at least one storey.
[[nodiscard]] double storey_spacing_m(const Building& building);

/// Level in dBm that a radio cell would have in sight, at a map cell and a height above ground, behind the walls there.
using SightLevel = std::function<float(std::uint16_t cell, std::size_t map_cell, double above_ground_m)>;

/// What the storeys ask about the radio cells.
struct StoreyFacts {
  double ground_floor_device_m = 1.5;  ///< above each floor
  std::vector<double> gain_db_per_m;   ///< per radio cell
  SightLevel sight_level;
};

/// Level at a map cell with a device this high above the ground, at least the height on the ground floor; NaN where nobody serves.
[[nodiscard]] float storey_level_dbm(const MapView& map, const StoreyFacts& facts, std::size_t map_cell, double above_ground_m);

/// One row per storey of each building that covers the centre of a map cell. Buildings in parallel.
[[nodiscard]] std::vector<FloorCoverage> count_floors(std::span<const Building> buildings, const MapView& map, const GroundHolders& holders,
                                                      const ServedRule& rule, std::span<const double> thresholds_dbm,
                                                      const StoreyFacts& facts);

}  // namespace parktwin::radio::answers
