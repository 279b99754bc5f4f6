#include "engine/sweep/sampling.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace parktwin::sweep {
namespace {

TEST(Sampling, ALatinHypercubeHasOnePointInEachSlice) {
  const auto points = latin_hypercube(50, 4, 7);
  ASSERT_EQ(points.size(), 50U);
  for (std::size_t factor = 0; factor < 4; ++factor) {
    std::set<int> slices;
    for (const auto& point : points) slices.insert(static_cast<int>(point[factor] * 50.0));
    EXPECT_EQ(slices.size(), 50U);
    EXPECT_EQ(*slices.rbegin(), 49);
  }
  EXPECT_EQ(points, latin_hypercube(50, 4, 7));
  EXPECT_NE(points, latin_hypercube(50, 4, 8));
}

// Joe and Kuo, "Notes on generating Sobol' sequences" (2008), table 1: the first points of their sequence after the origin.
TEST(Sampling, SobolPointsAreThePublishedOnes) {
  const auto points = sobol(7, 2);
  const std::vector<Point> expected = {{0.5, 0.5},     {0.75, 0.25},   {0.25, 0.75},  {0.375, 0.375},
                                       {0.875, 0.875}, {0.625, 0.125}, {0.125, 0.625}};
  EXPECT_EQ(points, expected);
}

// 2^m points of the sequence, origin included, fall one into each of 2^m slices of every factor.
TEST(Sampling, SobolPointsAreEvenInEveryFactor) {
  for (const std::size_t factors : {1U, 5U, 40U}) {
    const auto points = sobol(255, factors);
    for (std::size_t factor = 0; factor < factors; ++factor) {
      std::set<int> slices{0};
      for (const auto& point : points) slices.insert(static_cast<int>(point[factor] * 256.0));
      EXPECT_EQ(slices.size(), 256U) << factor;
    }
  }
}

TEST(Sampling, SaltelliPointsDifferInOneFactorOfB) {
  const auto points = saltelli(8, 3);
  ASSERT_EQ(points.size(), 40U);
  for (std::size_t base = 0; base < points.size(); base += 5) {
    const auto& a = points[base];
    const auto& b = points[base + 1];
    for (std::size_t factor = 0; factor < 3; ++factor) {
      for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(points[base + 2 + factor][i], i == factor ? b[i] : a[i]);
    }
  }
}

}  // namespace
}  // namespace parktwin::sweep
