#include "engine/simulators/radio/beam_set.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

constexpr double pi = std::numbers::pi;

Antenna panel(std::int32_t rows, std::int32_t columns, std::int32_t vertical, std::int32_t horizontal) {
  Antenna antenna;
  antenna.rows = rows;
  antenna.columns = columns;
  antenna.ssb_beams_vertical = vertical;
  antenna.ssb_beams_horizontal = horizontal;
  return antenna;
}

Direction towards(double right_deg, double down_deg) {
  const double level = std::cos(down_deg * pi / 180.0);
  return {.forward = level * std::cos(right_deg * pi / 180.0),
          .side = level * std::sin(right_deg * pi / 180.0),
          .up = -std::sin(down_deg * pi / 180.0)};
}

// Gain of the panel with every element's phasor added up: the element's gain plus 10 lg(|sum|² / (rows·columns)).
double summed_gain_dbi(const Antenna& antenna, double horizontal_sine, double vertical_sine, const Direction& direction) {
  std::complex<double> sum = 0.0;
  for (std::int32_t row = 0; row < antenna.rows; ++row) {
    for (std::int32_t column = 0; column < antenna.columns; ++column) {
      sum += std::polar(1.0, 2.0 * pi *
                                 (row * antenna.row_spacing * (direction.up + vertical_sine) +
                                  column * antenna.column_spacing * (direction.side - horizontal_sine)));
    }
  }
  return antenna.element_gain.value() - element_attenuation_db(antenna, direction) +
         10.0 * std::log10(std::norm(sum) / (antenna.rows * antenna.columns));
}

TEST(BeamSet, OneBeamLooksAheadAtTheTilt) {
  EXPECT_EQ(horizontal_beam_sines(panel(8, 4, 1, 1)), std::vector<double>{0.0});
  EXPECT_EQ(vertical_beam_sines(panel(8, 4, 1, 1), Degrees(30.0)), std::vector<double>{std::sin(pi / 6.0)});
}

// 4 columns half a wavelength apart: orthogonal beams are 1/(4·0.5) = 0.5 apart in sine.
TEST(BeamSet, StepsAreThoseOfAFourierTransformOrFitTheSector) {
  const auto four = horizontal_beam_sines(panel(8, 4, 1, 4));
  ASSERT_EQ(four.size(), 4U);
  EXPECT_DOUBLE_EQ(four[0], -0.75);
  EXPECT_DOUBLE_EQ(four[1], -0.25);
  EXPECT_DOUBLE_EQ(four[3], 0.75);
  const auto eight = horizontal_beam_sines(panel(8, 4, 1, 8));
  EXPECT_NEAR(eight[7], std::sin(pi / 3.0), 1e-12);
  for (std::size_t i = 0; i < 8; ++i) EXPECT_DOUBLE_EQ(eight[i], -eight[7 - i]);
  // 8 rows 0.7 wavelengths apart: 1/5.6 apart, the middle of two at the tilt.
  const auto two = vertical_beam_sines(panel(8, 4, 2, 1), Degrees(6.0));
  EXPECT_NEAR(two[1] - two[0], 1.0 / 5.6, 1e-12);
  EXPECT_NEAR(0.5 * (two[0] + two[1]), std::sin(6.0 * pi / 180.0), 1e-12);
  Antenna round = panel(8, 4, 1, 4);
  round.omnidirectional = true;
  EXPECT_EQ(horizontal_beam_sines(round), std::vector<double>{0.0});
}

// Orthogonal: in the peak of one beam every other one has its null.
TEST(BeamSet, NeighboursAreNullsOfEachOther) {
  const Antenna antenna = panel(8, 4, 1, 4);
  const auto sines = horizontal_beam_sines(antenna);
  for (const double looking : sines) {
    for (const double other : sines) {
      EXPECT_NEAR(column_beam_attenuation_db(antenna, other, looking), looking == other ? 0.0 : antenna.front_to_back.value(), 1e-9);
    }
  }
}

TEST(BeamSet, ABeamIsTheSumOfItsElements) {
  Antenna antenna = panel(6, 4, 2, 4);
  antenna.front_to_back = Decibel(60.0);
  const RandomSequence random(1, 0, 0);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const auto direction = towards(random.uniform(4 * i, -180, 180), random.uniform(4 * i + 1, -90, 90));
    const double across = random.uniform(4 * i + 2, -0.8, 0.8);
    const double down = random.uniform(4 * i + 3, -0.4, 0.4);
    const double expected = summed_gain_dbi(antenna, across, down, direction);
    if (expected < peak_gain_dbi(antenna) - 50.0) continue;  // near the cap that fills nulls
    EXPECT_NEAR(beam_gain_dbi(antenna, across, down, direction), expected, 1e-6);
  }
}

TEST(BeamSet, EnvelopeIsTheBestBeamAndNeverAboveThePeak) {
  const RandomSequence random(2, 0, 0);
  for (const Antenna& antenna : {panel(8, 4, 1, 8), panel(8, 8, 4, 8), panel(4, 1, 3, 1), panel(1, 8, 1, 5)}) {
    const Degrees tilt(5.0);
    EXPECT_NEAR(peak_gain_dbi(antenna), 8.0 + 10.0 * std::log10(antenna.rows * antenna.columns), 1e-12);
    for (std::uint32_t i = 0; i < 2000; ++i) {
      const auto direction = towards(random.uniform(2 * i, -180, 180), random.uniform(2 * i + 1, -90, 90));
      const double envelope = antenna_gain_dbi(antenna, tilt, direction);
      double best = -1e9;
      for (const double across : horizontal_beam_sines(antenna)) {
        for (const double down : vertical_beam_sines(antenna, tilt)) best = std::max(best, beam_gain_dbi(antenna, across, down, direction));
      }
      EXPECT_NEAR(envelope, best, 1e-9);
      EXPECT_LE(envelope, peak_gain_dbi(antenna) + 1e-9);
    }
  }
}

// What a planner buys with beams: at the edge of the sector, 60° off boresight, eight beams of 4 columns are more than 10 dB stronger than
// the one beam of the same panel, and at boresight no more than the 3.9 dB of the crossing of two weaker.
TEST(BeamSet, BeamsReachTheSectorsEdge) {
  const Antenna fixed = panel(8, 4, 1, 1);
  const Antenna swept = panel(8, 4, 1, 8);
  const auto gain = [](const Antenna& antenna, double right_deg) {
    return antenna_gain_dbi(antenna, Degrees(0.0), towards(right_deg, 0.0));
  };
  EXPECT_GT(gain(swept, 50.0), gain(fixed, 50.0) + 10.0);
  EXPECT_LT(gain(fixed, 0.0) - gain(swept, 0.0), 3.93);
  EXPECT_GT(gain(fixed, 0.0) - gain(swept, 0.0), 0.0);
}

TEST(BeamSet, TablesMatchTheEnvelope) {
  const Antenna antenna = panel(8, 8, 2, 8);
  const PatternTable table(antenna, Degrees(6.0));
  const RandomSequence random(3, 0, 0);
  double worst_above_cap = 0.0;
  for (std::uint32_t i = 0; i < 50000; ++i) {
    const auto direction = towards(random.uniform(2 * i, -180, 180), random.uniform(2 * i + 1, -80, 80));
    const double exact = antenna_gain_dbi(antenna, Degrees(6.0), direction);
    if (exact < peak_gain_dbi(antenna) - 25.0) continue;
    worst_above_cap = std::max(worst_above_cap, std::abs(table.gain_dbi(direction) - exact));
  }
  EXPECT_LT(worst_above_cap, 0.02);
}

}  // namespace
}  // namespace parktwin::radio
