#pragma once
// Names the pieces of public and enterprise ground that are not served: connected areas, apart outdoors and per building, whose they are
// and why, by the reason that holds for most of each. The largest are listed; how much is left out is counted.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/park/ground_holders.h"
#include "engine/simulators/radio/answers/map_view.h"
#include "engine/simulators/radio/answers/unserved_place.h"

namespace parktwin::radio::answers {

inline constexpr std::size_t most_unserved_places = 200;  ///< listed; more than a planner goes through one by one

/// What the reasons ask about the radio cells; one entry each.
struct ServerFacts {
  std::vector<double> noise_dbm;                  ///< of one resource element
  std::vector<std::span<const float>> indoor_db;  ///< loss of walls and depth per map cell; empty for cells off the air
};

struct LeftOut {
  std::size_t count = 0;
  double area_m2 = 0.0;
};

struct UnservedPlaces {
  std::vector<UnservedPlace> places;   ///< largest first; obstacle, interferer and nearest site are the caller's to add
  std::vector<std::size_t> map_cells;  ///< of their positions
  LeftOut more;                        ///< beyond the longest list
  LeftOut small;                       ///< below the smallest area reported
};

/// Why a map cell that is not served is not.
[[nodiscard]] UnservedReason reason_at(const MapView& map, const ServedRule& rule, const ServerFacts& facts, std::size_t map_cell);

[[nodiscard]] UnservedPlaces find_unserved(const Park& park, const MapView& map, const GroundHolders& holders, const ServedRule& rule,
                                           const ServerFacts& facts, double smallest_area_m2);

}  // namespace parktwin::radio::answers
