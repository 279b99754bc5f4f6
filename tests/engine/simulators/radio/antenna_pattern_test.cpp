#include "engine/simulators/radio/antenna_pattern.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

constexpr double degree = std::numbers::pi / 180.0;

Vector3 towards(double azimuth_deg, double elevation_deg) {
  const double a = azimuth_deg * degree;
  const double e = elevation_deg * degree;
  return {std::sin(a) * std::cos(e), std::cos(a) * std::cos(e), std::sin(e)};
}

double gain(const Antenna& antenna, double mechanical_deg, double electrical_deg, double azimuth_deg, double elevation_deg) {
  const auto orientation = orientation_of(Degrees(0.0), Degrees(mechanical_deg));
  return antenna_gain_dbi(antenna, Degrees(electrical_deg), direction_to(orientation, towards(azimuth_deg, elevation_deg)));
}

// TR 38.901 v16.1.0 table 7.3-1 for one element: 8 dBi, −3 dB at half the beamwidth, −12·(90/65)² = −23.0 dB at 90°, −30 dB behind.
TEST(AntennaPattern, SingleElement) {
  Antenna element;
  element.rows = 1;
  EXPECT_NEAR(gain(element, 0, 0, 0, 0), 8.0, 1e-9);
  EXPECT_NEAR(gain(element, 0, 0, 32.5, 0), 5.0, 1e-9);
  EXPECT_NEAR(gain(element, 0, 0, 0, -32.5), 5.0, 1e-9);
  EXPECT_NEAR(gain(element, 0, 0, -90, 0), 8.0 - 23.006, 1e-3);
  EXPECT_NEAR(gain(element, 0, 0, 180, 0), -22.0, 1e-9);
  EXPECT_NEAR(gain(element, 0, 0, 60, 40), 8.0 - 12.0 * (60.0 * 60.0 + 40.0 * 40.0) / 65.0 / 65.0, 1e-9);
}

TEST(AntennaPattern, ArrayPeaksAtElementPlusTenLgOfElements) {
  const Antenna array;  // 8 rows
  EXPECT_NEAR(peak_gain_dbi(array), 8.0 + 10.0 * std::log10(8.0), 1e-12);
  EXPECT_NEAR(gain(array, 0, 0, 0, 0), peak_gain_dbi(array), 1e-9);
  Antenna panel = array;
  panel.columns = 4;
  EXPECT_NEAR(gain(panel, 0, 0, 0, 0), 8.0 + 10.0 * std::log10(32.0), 1e-9);
}

TEST(AntennaPattern, MechanicalTiltTurnsTheWholePattern) {
  const Antenna antenna;
  EXPECT_NEAR(gain(antenna, 7, 0, 0, -7), peak_gain_dbi(antenna), 1e-9);
  EXPECT_LT(gain(antenna, 7, 0, 0, 7), peak_gain_dbi(antenna) - 10.0);
  // Behind, a mechanical downtilt lifts the back lobe; at right angles it changes nothing on the horizon.
  const auto orientation = orientation_of(Degrees(30.0), Degrees(7.0));
  EXPECT_NEAR(direction_to(orientation, towards(210, 7)).forward, -1.0, 1e-12);
  EXPECT_NEAR(direction_to(orientation, towards(120, 0)).side, 1.0, 1e-12);
}

TEST(AntennaPattern, ElectricalTiltPointsTheRows) {
  const Antenna antenna;
  // At 6° below the horizon only the element's own fall is left: 12·(6/65)² = 0.102 dB.
  EXPECT_NEAR(gain(antenna, 0, 6, 0, -6), peak_gain_dbi(antenna) - 0.1022, 1e-3);
  EXPECT_LT(gain(antenna, 0, 6, 0, 6), gain(antenna, 0, 6, 0, -6) - 10.0);
  // Half-power width of 8 rows at 0.7 wavelengths: 50.8°/(8·0.7) = 9.1° (Balanis, uniform broadside array).
  EXPECT_NEAR(gain(antenna, 0, 0, 0, 9.1 / 2), peak_gain_dbi(antenna) - 3.0, 0.2);
}

TEST(AntennaPattern, NeverAboveItsPeakNorBelowItsCap) {
  const RandomSequence random(5, 0, 0);
  for (std::uint32_t i = 0; i < 20000; ++i) {
    Antenna antenna;
    antenna.rows = static_cast<std::int32_t>(1 + random.below(9 * i, 16));
    antenna.columns = static_cast<std::int32_t>(1 + random.below(9 * i + 1, 8));
    antenna.row_spacing = random.uniform(9 * i + 2, 0.3, 1.2);
    antenna.omnidirectional = random.below(9 * i + 3, 4) == 0;
    const double level = gain(antenna, random.uniform(9 * i + 4, -10, 20), random.uniform(9 * i + 5, -10, 20),
                              random.uniform(9 * i + 6, 0, 360), random.uniform(9 * i + 7, -90, 90));
    EXPECT_LE(level, peak_gain_dbi(antenna) + 1e-9);
    EXPECT_GE(level, peak_gain_dbi(antenna) - antenna.front_to_back.value() - 1e-9);
  }
}

TEST(AntennaPattern, EveryFieldCounts) {
  const Antenna base;
  const auto changed = [&](auto&& change) {
    Antenna antenna = base;
    antenna.columns = 2;
    Antenna other = antenna;
    change(other);
    double largest = 0.0;
    for (double azimuth = 0; azimuth < 360; azimuth += 20) {
      for (double elevation = -60; elevation <= 60; elevation += 10) {
        largest = std::max(largest, std::abs(gain(antenna, 0, 5, azimuth, elevation) - gain(other, 0, 5, azimuth, elevation)));
      }
    }
    return largest > 0.1;
  };
  EXPECT_TRUE(changed([](Antenna& a) { a.element_gain = Decibel(5.0); }));
  EXPECT_TRUE(changed([](Antenna& a) { a.horizontal_beamwidth = Degrees(90.0); }));
  EXPECT_TRUE(changed([](Antenna& a) { a.vertical_beamwidth = Degrees(20.0); }));
  EXPECT_TRUE(changed([](Antenna& a) { a.front_to_back = Decibel(20.0); }));
  EXPECT_TRUE(changed([](Antenna& a) { a.rows = 4; }));
  EXPECT_TRUE(changed([](Antenna& a) { a.columns = 3; }));
  EXPECT_TRUE(changed([](Antenna& a) { a.row_spacing = 0.5; }));
  EXPECT_TRUE(changed([](Antenna& a) { a.column_spacing = 0.8; }));
  EXPECT_TRUE(changed([](Antenna& a) { a.omnidirectional = true; }));
  EXPECT_TRUE(changed([](Antenna& a) { a.ssb_beams_horizontal = 2; }));
  EXPECT_TRUE(changed([](Antenna& a) { a.ssb_beams_vertical = 2; }));
  EXPECT_TRUE(changed([](Antenna& a) {
    a.measured_gain = Decibel(15.0);
    a.horizontal_cut_db.assign(cut_values, 1.0);
    a.vertical_cut_db.assign(cut_values, 2.0);
  }));
}

TEST(AntennaPattern, OmnidirectionalIsTheSameAllRound) {
  Antenna antenna;
  antenna.omnidirectional = true;
  antenna.columns = 4;
  for (double azimuth = 0; azimuth < 360; azimuth += 7) EXPECT_NEAR(gain(antenna, 0, 3, azimuth, -3), gain(antenna, 0, 3, 0, -3), 1e-9);
  EXPECT_NEAR(peak_gain_dbi(antenna), 8.0 + 10.0 * std::log10(8.0), 1e-12);
}

TEST(AntennaPattern, TablesMatchTheFormula) {
  for (const std::int32_t columns : {1, 4}) {
    Antenna antenna;
    antenna.columns = columns;
    const PatternTable table(antenna, Degrees(6.0));
    double worst_above_cap = 0.0;
    double worst = 0.0;
    const RandomSequence random(6, 0, static_cast<std::uint32_t>(columns));
    for (std::uint32_t i = 0; i < 50000; ++i) {
      const auto direction = direction_to(orientation_of(Degrees(40.0), Degrees(3.0)),
                                          towards(random.uniform(2 * i, 0, 360), random.uniform(2 * i + 1, -80, 80)));
      const double exact = antenna_gain_dbi(antenna, Degrees(6.0), direction);
      const double error = std::abs(table.gain_dbi(direction) - exact);
      worst = std::max(worst, error);
      if (exact > peak_gain_dbi(antenna) - 25.0) worst_above_cap = std::max(worst_above_cap, error);
    }
    EXPECT_LT(worst_above_cap, 0.02);
    EXPECT_LT(worst, 0.5);
  }
}

}  // namespace
}  // namespace parktwin::radio
