#include "engine/simulators/radio/link/location_probability.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::link {
namespace {

// Percentage points of the normal distribution, e.g. Abramowitz and Stegun tables 26.5 and 26.6, here to 12 places.
TEST(LocationProbability, QuantilesOfTables) {
  EXPECT_NEAR(normal_quantile_exceeded(0.5), 0.0, 1e-15);
  EXPECT_NEAR(normal_quantile_exceeded(0.25), 0.674489750196, 1e-12);
  EXPECT_NEAR(normal_quantile_exceeded(0.1), 1.281551565545, 1e-12);
  EXPECT_NEAR(normal_quantile_exceeded(0.05), 1.644853626951, 1e-12);
  EXPECT_NEAR(normal_quantile_exceeded(0.01), 2.326347874041, 1e-12);
  EXPECT_NEAR(normal_quantile_exceeded(1e-6), 4.753424308823, 1e-12);
  EXPECT_NEAR(normal_quantile_exceeded(1e-12), 7.034483825301, 1e-12);
  EXPECT_NEAR(normal_quantile_exceeded(0.99), -2.326347874041, 1e-12);
  EXPECT_THROW((void)normal_quantile_exceeded(0.0), BrokenPromise);
  EXPECT_THROW((void)normal_quantile_exceeded(1.0), BrokenPromise);
}

TEST(LocationProbability, QuantileInvertsExceedance) {
  const RandomSequence random(4, 0, 0);
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const double x = random.uniform(i, -6.5, 8.0);
    const double density = std::exp(-0.5 * x * x) / std::sqrt(2.0 * std::acos(-1.0));
    // A probability near one holds x only to its own rounding, 1e-16 over the density.
    EXPECT_NEAR(normal_quantile_exceeded(normal_exceedance(x)), x, 1e-12 + (x < 0.0 ? 2e-16 / density : 0.0));
  }
}

TEST(LocationProbability, PointAndMargin) {
  EXPECT_DOUBLE_EQ(point_probability(Dbm(-100.0), Dbm(-100.0), Decibel(8.0)), 0.5);
  EXPECT_NEAR(point_probability(Dbm(-92.0), Dbm(-100.0), Decibel(8.0)), 0.841344746069, 1e-12);  // Φ(1)
  EXPECT_NEAR(point_probability(Dbm(-108.0), Dbm(-100.0), Decibel(8.0)), 0.158655253931, 1e-12);
  EXPECT_EQ(point_probability(Dbm(-99.0), Dbm(-100.0), Decibel(0.0)), 1.0);
  EXPECT_EQ(point_probability(Dbm(-101.0), Dbm(-100.0), Decibel(0.0)), 0.0);
  EXPECT_NEAR(margin_for(0.95, Decibel(8.0)).value(), 13.158829, 1e-6);  // 1.644854·8
  EXPECT_NEAR(margin_for(0.3, Decibel(8.0)).value(), -margin_for(0.7, Decibel(8.0)).value(), 1e-12);
  for (const double wanted : {0.05, 0.5, 0.9, 0.99, 0.9999}) {
    const Dbm threshold(-110.0);
    EXPECT_NEAR(point_probability(threshold + margin_for(wanted, Decibel(7.0)), threshold, Decibel(7.0)), wanted, 1e-9);
  }
}

}  // namespace
}  // namespace parktwin::radio::link
