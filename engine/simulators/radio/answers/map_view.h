#pragma once
// What the answers read of a finished coverage map, and when a place counts as served: level and SINR both at or above their thresholds.
#include <cstdint>

#include "engine/core/grid.h"

namespace parktwin::radio::answers {

// As the map's `place` and `best_server` have them.
inline constexpr std::uint8_t outside_park = 0;
inline constexpr std::uint8_t outdoors = 1;
inline constexpr std::uint8_t indoors = 2;
inline constexpr std::uint16_t nobody = 0xFFFF;

/// All on one frame.
struct MapView {
  const Grid<std::uint8_t>& place;
  const Grid<float>& rsrp_dbm;
  const Grid<float>& sinr_db;
  const Grid<std::uint16_t>& best_server;
  const Grid<std::uint8_t>& line_of_sight;
};

struct ServedRule {
  double minimum_rsrp_dbm = 0.0;
  double minimum_sinr_db = 0.0;
  /// False for NaN, where no cell reaches.
  [[nodiscard]] bool holds(float rsrp_dbm, float sinr_db) const {
    return static_cast<double>(rsrp_dbm) >= minimum_rsrp_dbm && static_cast<double>(sinr_db) >= minimum_sinr_db;
  }
};

}  // namespace parktwin::radio::answers
