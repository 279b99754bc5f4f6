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

// Readings from the curves of Jakes 1974, page 127, as commonly quoted: 75 % at the edge is about 90 % of the area for σ/n = 2.5; and
// 50 % at the edge is about 71 % for σ = 9 dB, n = 3 (Rappaport, Wireless Communications, 2nd edition, section 4.9.3).
TEST(LocationProbability, PublishedAreas) {
  EXPECT_NEAR(area_probability(0.75, Decibel(10.0), 4.0), 0.90, 0.01);
  EXPECT_NEAR(area_probability(0.75, Decibel(8.0), 3.2), 0.90, 0.01);
  EXPECT_NEAR(area_probability(0.50, Decibel(9.0), 3.0), 0.71, 0.01);
}

// Simpson's rule on 2r·Q((edge deviate·σ + 10·n·lg r)/σ) over the radius.
double integrated_area(double edge_probability, double deviation_db, double exponent) {
  constexpr int steps = 20000;
  const double at_edge = normal_quantile_exceeded(edge_probability);
  const auto served = [&](int i) {
    const double r = static_cast<double>(i) / steps;
    return i == 0 ? 0.0 : 2.0 * r * normal_exceedance(at_edge + 10.0 * exponent * std::log10(r) / deviation_db);
  };
  double sum = served(0) + served(steps);
  for (int i = 1; i < steps; ++i) sum += (i % 2 == 1 ? 4.0 : 2.0) * served(i);
  return sum / (3.0 * steps);
}

TEST(LocationProbability, AreaAgainstIntegration) {
  const RandomSequence random(6, 0, 0);
  for (std::uint32_t i = 0; i < 60; ++i) {
    const double edge = random.uniform(3 * i, 0.01, 0.99);
    const double deviation_db = random.uniform(3 * i + 1, 1.0, 14.0);
    const double exponent = random.uniform(3 * i + 2, 1.5, 6.0);
    EXPECT_NEAR(area_probability(edge, Decibel(deviation_db), exponent), integrated_area(edge, deviation_db, exponent), 1e-7)
        << edge << " " << deviation_db << " " << exponent;
  }
}

TEST(LocationProbability, AreaAtTheExtremes) {
  for (const double edge : {0.001, 0.5, 0.999}) {
    // Little scatter: the threshold lies hardly above or below the median at the edge, and inside everything is served.
    EXPECT_NEAR(area_probability(edge, Decibel(1e-6), 4.0), 1.0, 1e-5);
    // Much scatter: distance hardly matters. Both sides of where the closed form would overflow.
    EXPECT_NEAR(area_probability(edge, Decibel(1e5), 4.0), edge, 1e-3);
    EXPECT_NEAR(area_probability(edge, Decibel(244.0), 4.0), integrated_area(edge, 244.0, 4.0), 1e-6);
    EXPECT_NEAR(area_probability(edge, Decibel(260.0), 4.0), integrated_area(edge, 260.0, 4.0), 1e-6);
  }
  EXPECT_THROW((void)area_probability(0.9, Decibel(0.0), 4.0), BrokenPromise);
}

TEST(LocationProbability, AreaExceedsEdge) {
  for (double edge = 0.05; edge < 1.0; edge += 0.05) {
    for (double deviation_db = 2.0; deviation_db < 12.0; deviation_db += 2.0) {
      const double area = area_probability(edge, Decibel(deviation_db), 3.5);
      EXPECT_GT(area, edge);
      EXPECT_LT(area, 1.0);
    }
  }
}

}  // namespace
}  // namespace parktwin::radio::link
