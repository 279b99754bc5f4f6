#include "viz/scene/colour_scale.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::viz {
namespace {

/// Relative luminance, WCAG 2.1 (IEC 61966-2-1 transfer curve).
double luminance(const Colour& colour) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

TEST(ColourScale, LuminanceRisesAllTheWay) {
  double before = -1.0;
  for (int i = 0; i <= 1000; ++i) {
    const double now = luminance(scale_colour(i / 1000.0));
    EXPECT_GT(now, before) << "at " << i;
    before = now;
  }
}

TEST(ColourScale, EndsAreThoseOfViridisAndBeyondThemNothingChanges) {
  const std::array<std::uint8_t, 4> low{0x44, 0x01, 0x54, 0xFF};
  const std::array<std::uint8_t, 4> high{0xFD, 0xE7, 0x25, 0xFF};
  EXPECT_EQ(to_bytes(scale_colour(0.0)), low);
  EXPECT_EQ(to_bytes(scale_colour(-3.0)), low);
  EXPECT_EQ(to_bytes(scale_colour(1.0)), high);
  EXPECT_EQ(to_bytes(scale_colour(7.0)), high);
}

TEST(ColourScale, MiddleIsNearMatplotlibsViridisAtOneHalf) {
  // matplotlib.cm.viridis(0.5) = (0.127568, 0.566949, 0.550556)
  const Colour middle = scale_colour(0.5);
  EXPECT_NEAR(middle.red, 0.1276, 0.02);
  EXPECT_NEAR(middle.green, 0.5669, 0.02);
  EXPECT_NEAR(middle.blue, 0.5506, 0.02);
}

TEST(ColourScale, NeighbouringIndicesLookDifferent) {
  for (std::size_t i = 0; i < 200; ++i) {
    const Colour a = distinct_colour(i);
    for (std::size_t step = 1; step <= 3; ++step) {
      const Colour b = distinct_colour(i + step);
      const double apart = std::abs(a.red - b.red) + std::abs(a.green - b.green) + std::abs(a.blue - b.blue);
      EXPECT_GT(apart, 0.25) << i << " and " << i + step;
    }
  }
}

TEST(ColourScale, MixAndShade) {
  const Colour half = mix(rgb(0x000000, 0.0F), rgb(0xFFFFFF), 0.5F);
  EXPECT_FLOAT_EQ(half.red, 0.5F);
  EXPECT_FLOAT_EQ(half.alpha, 0.5F);
  EXPECT_FLOAT_EQ(shade(rgb(0xFF0000, 0.3F), 0.5F).red, 0.5F);
  EXPECT_FLOAT_EQ(shade(rgb(0xFF0000, 0.3F), 2.0F).red, 1.0F);
  EXPECT_FLOAT_EQ(shade(rgb(0xFF0000, 0.3F), 0.5F).alpha, 0.3F);
}

}  // namespace
}  // namespace parktwin::viz
