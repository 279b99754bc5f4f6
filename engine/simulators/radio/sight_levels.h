#pragma once
// What a radio cell would send to a device at any height over a map cell if its antenna were in sight: the bound that no storey's level
// exceeds. Free space, or in mode site_general the line-of-sight row of TR 38.901 table 7.4.1-1 for that device height; the antenna's
// pattern in the straight direction; walls and depth as on the ground floor. Ignores tree crowns and drawn shadow fading.
#include <cstdint>

#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

class SightLevels {
 public:
  /// The scene outlives it.
  explicit SightLevels(const Scene& scene);

  /// dBm of one resource element. Precondition: the cell is on the air.
  [[nodiscard]] float level_dbm(std::uint16_t cell, std::size_t map_cell, double above_ground_m) const;

 private:
  const Scene* scene_;
  std::vector<const Transmitter*> transmitter_of_cell_;
};

}  // namespace parktwin::radio
