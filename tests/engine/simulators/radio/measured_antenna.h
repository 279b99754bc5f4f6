#pragma once
// Antennas with measured cuts for the radio tests.
#include <algorithm>
#include <cmath>

#include "engine/core/random.h"
#include "engine/park/radio_inventory.h"

namespace parktwin::radio::test {

/// A panel of 65° by 7° with 18 dBi, its beam straight ahead, a skewed horizontal cut, side lobes, and a back lobe 28 dB down that looks
/// slightly up. The cuts agree where they cross.
inline Antenna measured_panel() {
  Antenna antenna;
  antenna.id = "M-1";
  antenna.measured_gain = Decibel(18.0);
  antenna.measured_downtilt = Degrees(0.0);
  for (int degree = 0; degree < 360; ++degree) {
    const double right_deg = degree <= 180 ? degree : degree - 360;
    const double skewed = right_deg / (right_deg > 0.0 ? 65.0 : 61.0);
    antenna.horizontal_cut_db.push_back(std::min(12.0 * skewed * skewed, 28.0));
    const double down_deg = right_deg;
    const double lobe = std::min(12.0 * down_deg * down_deg / 49.0, 16.0 + 0.15 * std::abs(down_deg));
    antenna.vertical_cut_db.push_back(std::min(lobe, 28.0 + 0.05 * std::abs(degree - 180.0) + (degree < 180 ? 1.0 : 0.0)));
  }
  antenna.vertical_cut_db[180] = 28.0;
  return antenna;
}

/// Any cuts, not agreeing anywhere.
inline Antenna random_cuts(std::uint32_t seed) {
  Antenna antenna;
  antenna.id = "M-2";
  antenna.measured_gain = Decibel(10.0);
  antenna.measured_downtilt = Degrees(0.0);
  const RandomSequence random(seed, 0, 0);
  for (std::uint32_t degree = 0; degree < 360; ++degree) {
    antenna.horizontal_cut_db.push_back(random.uniform(2 * degree, 0.0, 40.0));
    antenna.vertical_cut_db.push_back(random.uniform(2 * degree + 1, 0.0, 40.0));
  }
  return antenna;
}

}  // namespace parktwin::radio::test
