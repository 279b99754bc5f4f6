#include "engine/simulators/radio/measured_pattern.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "engine/core/check.h"
#include "engine/simulators/radio/row_kernels.h"
#include "tests/engine/simulators/radio/measured_antenna.h"

namespace parktwin::radio {
namespace {

using test::measured_panel;
using test::random_cuts;

constexpr double degree = std::numbers::pi / 180.0;

Direction towards(double right_deg, double down_deg) {
  const double level = std::cos(down_deg * degree);
  return {
      .forward = level * std::cos(right_deg * degree), .side = level * std::sin(right_deg * degree), .up = -std::sin(down_deg * degree)};
}

double attenuation(const Antenna& antenna, double right_deg, double down_deg, double tilt_deg = 0.0) {
  return measured_attenuation_db(antenna, Degrees(tilt_deg), towards(right_deg, down_deg));
}

// By hand: H(90) + 0.5·(V(10) − H(0)) + 0.5·(V(170) − H(180)) = 20 + 0.5·(6 − 0) + 0.5·(33 − 30) = 24.5 dB.
TEST(MeasuredPattern, InterpolatesBetweenTheCuts) {
  Antenna antenna = random_cuts(1);
  antenna.horizontal_cut_db[0] = 0.0;
  antenna.horizontal_cut_db[90] = 20.0;
  antenna.horizontal_cut_db[270] = 24.0;
  antenna.horizontal_cut_db[180] = 30.0;
  antenna.vertical_cut_db[10] = 6.0;
  antenna.vertical_cut_db[170] = 33.0;
  EXPECT_NEAR(attenuation(antenna, 90.0, 10.0), 24.5, 1e-9);
  EXPECT_NEAR(attenuation(antenna, -90.0, 10.0), 28.5, 1e-9);  // the left side is the other half of the cut
}

TEST(MeasuredPattern, GivesBackBothCuts) {
  const Antenna antenna = measured_panel();
  for (int angle = 0; angle < 360; ++angle) {
    const auto at = static_cast<std::size_t>(angle);
    EXPECT_NEAR(attenuation(antenna, angle, 0.0), antenna.horizontal_cut_db[at], 1e-9) << angle;
    if (angle == 90 || angle == 270) continue;
    const bool behind = angle > 90 && angle < 270;
    const double found = behind ? attenuation(antenna, 180.0, 180.0 - angle) : attenuation(antenna, 0.0, angle);
    EXPECT_NEAR(found, antenna.vertical_cut_db[at], 1e-9) << angle;
  }
  EXPECT_NEAR(attenuation(antenna, 0.0, 2.5), 0.5 * (antenna.vertical_cut_db[2] + antenna.vertical_cut_db[3]), 1e-9);
  EXPECT_NEAR(attenuation(antenna, 359.5, 0.0), 0.5 * (antenna.horizontal_cut_db[359] + antenna.horizontal_cut_db[0]), 1e-9);
}

// Cuts that do not agree: the vertical one still comes back whole, in front and behind.
TEST(MeasuredPattern, VerticalCutComesBackWhateverTheHorizontalOne) {
  const Antenna antenna = random_cuts(2);
  for (int down = -89; down < 90; ++down) {
    EXPECT_NEAR(attenuation(antenna, 0.0, down), antenna.vertical_cut_db[static_cast<std::size_t>((down + 360) % 360)], 1e-9);
    EXPECT_NEAR(attenuation(antenna, 180.0, down), antenna.vertical_cut_db[static_cast<std::size_t>(180 - down)], 1e-9);
  }
}

TEST(MeasuredPattern, NeverAboveThePeakNorBelowTheDeepestValue) {
  for (std::uint32_t seed = 3; seed < 8; ++seed) {
    const Antenna antenna = random_cuts(seed);
    double deepest = 0.0;
    for (const auto* cut : {&antenna.horizontal_cut_db, &antenna.vertical_cut_db}) {
      for (const double value : *cut) deepest = std::max(deepest, value);
    }
    const RandomSequence random(seed, 1, 0);
    bool at_peak = false;
    for (std::uint32_t i = 0; i < 5000; ++i) {
      const auto direction = towards(random.uniform(3 * i, -180, 180), random.uniform(3 * i + 1, -90, 90));
      const Degrees tilt(random.uniform(3 * i + 2, -10, 20));
      const double gain_dbi = antenna_gain_dbi(antenna, tilt, direction);
      EXPECT_LE(gain_dbi, peak_gain_dbi(antenna));
      EXPECT_GE(gain_dbi, peak_gain_dbi(antenna) - deepest);
      at_peak = at_peak || gain_dbi == peak_gain_dbi(antenna);
    }
    EXPECT_TRUE(at_peak);  // the bound binds: unbounded, such cuts would rise above it
  }
}

TEST(MeasuredPattern, FrontToBack) {
  const Antenna antenna = measured_panel();
  EXPECT_DOUBLE_EQ(peak_gain_dbi(antenna), 18.0);
  EXPECT_NEAR(antenna_gain_dbi(antenna, Degrees(0.0), towards(0, 0)), 18.0, 1e-12);
  EXPECT_NEAR(antenna_gain_dbi(antenna, Degrees(0.0), towards(180, 0)), 18.0 - 28.0, 1e-9);
}

// The cut of a panel tilted to 4° by its feed, measured so: a cell at 4° sees it as it is, a cell at 6° sees it 2° lower, also behind.
TEST(MeasuredPattern, ElectricalTiltBeyondTheMeasuredOneShiftsTheVerticalCut) {
  Antenna antenna = measured_panel();
  antenna.measured_downtilt = Degrees(4.0);
  for (int down = -60; down <= 60; down += 3) {
    EXPECT_NEAR(attenuation(antenna, 0, down, 4.0), attenuation(measured_panel(), 0, down), 1e-9);
    EXPECT_NEAR(attenuation(antenna, 0, down + 2, 6.0), attenuation(measured_panel(), 0, down), 1e-9);
    EXPECT_NEAR(attenuation(antenna, 180, down + 2, 6.0), attenuation(measured_panel(), 180, down), 1e-9);
    EXPECT_NEAR(attenuation(antenna, 0, down - 3, 1.0), attenuation(measured_panel(), 0, down), 1e-9);
  }
  EXPECT_LT(attenuation(antenna, 0, 2, 6.0), attenuation(antenna, 0, -2, 6.0) - 2.0);  // downwards, not upwards
}

TEST(MeasuredPattern, UnsaidTiltIsThatOfThePeak) {
  Antenna antenna = measured_panel();
  antenna.measured_downtilt.reset();
  EXPECT_EQ(measured_downtilt(antenna), Degrees(0.0));
  std::rotate(antenna.vertical_cut_db.begin(), antenna.vertical_cut_db.end() - 7, antenna.vertical_cut_db.end());  // 7° down
  EXPECT_EQ(measured_downtilt(antenna), Degrees(7.0));
  std::rotate(antenna.vertical_cut_db.begin(), antenna.vertical_cut_db.begin() + 10, antenna.vertical_cut_db.end());
  EXPECT_EQ(measured_downtilt(antenna), Degrees(-3.0));
  antenna.measured_downtilt = Degrees(2.0);
  EXPECT_EQ(measured_downtilt(antenna), Degrees(2.0));
}

TEST(MeasuredPattern, TablesMatchTheFormula) {
  const Antenna antenna = measured_panel();
  const PatternTable table(antenna, Degrees(3.5));
  ASSERT_NE(table.measured(), nullptr);
  EXPECT_TRUE(table.over_up().empty());
  const RandomSequence random(9, 0, 0);
  double worst = 0.0;
  for (std::uint32_t i = 0; i < 50000; ++i) {
    const auto direction = towards(random.uniform(2 * i, -180, 180), random.uniform(2 * i + 1, -80, 80));
    worst = std::max(worst, std::abs(table.gain_dbi(direction) - antenna_gain_dbi(antenna, Degrees(3.5), direction)));
  }
  EXPECT_LT(worst, 0.05);
}

// The kernel of the map's rows against the exact gain, towards cells all round a tilted antenna.
TEST(MeasuredPattern, RowsOfTheMapMatchTheFormula) {
  const Antenna antenna = measured_panel();
  const PatternTable table(antenna, Degrees(5.0));
  const auto orientation = orientation_of(Degrees(130.0), Degrees(4.0));
  constexpr std::size_t count = 200;
  std::vector<float> elevation(count, 1.5F);
  std::vector<float> east(count), rise(count), inverse(count), ground(count), lg(count), found(count), scratch(3 * count);
  double worst = 0.0;
  for (const float north : {-90.5F, -20.5F, -1.5F, 0.5F, 33.5F}) {
    const std::vector<float> norths(count, north);
    for (std::size_t i = 0; i < count; ++i) east[i] = -99.5F + static_cast<float>(i);
    row_geometry(count, 25.0F, elevation.data(), east.data(), norths.data(), rise.data(), inverse.data(), ground.data(), lg.data());
    row_attenuations(table, orientation, count, {east.data(), norths.data(), rise.data(), inverse.data()}, found.data(), scratch.data());
    for (std::size_t i = 0; i < count; ++i) {
      const Vector3 v{-99.5 + static_cast<double>(i), north, 1.5 - 25.0};
      const double length = std::sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
      const auto direction = direction_to(orientation, {v.x / length, v.y / length, v.z / length});
      if (std::abs(direction.up) > std::sin(80.0 * degree)) continue;
      worst = std::max(worst, std::abs(found[i] - measured_attenuation_db(antenna, Degrees(5.0), direction)));
    }
  }
  EXPECT_LT(worst, 0.05);
}

TEST(MeasuredPattern, IncompleteCutsAreAMistakeOfTheProgram) {
  Antenna antenna = measured_panel();
  antenna.vertical_cut_db.pop_back();
  EXPECT_THROW((void)attenuation(antenna, 0, 0), BrokenPromise);
  antenna = measured_panel();
  antenna.measured_gain.reset();
  EXPECT_THROW((void)peak_gain_dbi(antenna), BrokenPromise);
  EXPECT_FALSE(is_measured(Antenna{}));
}

}  // namespace
}  // namespace parktwin::radio
