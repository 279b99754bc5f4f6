#include "engine/sweep/sensitivity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "engine/sweep/sampling.h"

namespace parktwin::sweep {
namespace {

constexpr double pi = std::numbers::pi;

double ishigami(const Point& unit) {
  const auto x = [&unit](std::size_t i) { return pi * (2.0 * unit[i] - 1.0); };
  return std::sin(x(0)) + 7.0 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

std::vector<double> values_at(const std::vector<Point>& points) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(ishigami(point));
  return values;
}

// Ishigami and Homma (1990) with a = 7 and b = 0.1: the indices in closed form.
TEST(Sensitivity, IshigamiWithinTwoPercent) {
  const double b = 0.1;
  const double first = 0.5 * std::pow(1.0 + b * std::pow(pi, 4) / 5.0, 2);
  const double second = 49.0 / 8.0;
  const double interaction = b * b * std::pow(pi, 8) * 8.0 / 225.0;
  const double variance = first + second + interaction;
  const auto indices = sensitivity(values_at(saltelli(8192, 3)), {"x1", "x2", "x3"});
  ASSERT_EQ(indices.size(), 3U);
  EXPECT_NEAR(indices[0].first_order, first / variance, 0.02 * first / variance);
  EXPECT_NEAR(indices[1].first_order, second / variance, 0.02 * second / variance);
  EXPECT_NEAR(indices[2].first_order, 0.0, 0.005);
  EXPECT_NEAR(indices[0].total, (first + interaction) / variance, 0.02 * (first + interaction) / variance);
  EXPECT_NEAR(indices[1].total, second / variance, 0.02 * second / variance);
  EXPECT_NEAR(indices[2].total, interaction / variance, 0.02 * interaction / variance);
}

TEST(Sensitivity, FailedPointsAreLeftOutAndAConstantHasNone) {
  auto values = values_at(saltelli(4096, 3));
  const auto whole = sensitivity(values, {"x1", "x2", "x3"});
  for (std::size_t i = 0; i < values.size(); i += 500) values[i] = std::numeric_limits<double>::quiet_NaN();
  const auto some = sensitivity(values, {"x1", "x2", "x3"});
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(some[i].total, whole[i].total, 0.05);
  EXPECT_TRUE(sensitivity(std::vector<double>(20, 4.2), {"a", "b", "c"}).empty());
}

TEST(Sensitivity, TheTornadoHasTheWidestSwingFirst) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const auto swings = tornado(std::vector<double>{1.0, 2.0, 5.0, 1.0, none, 3.0}, {"a", "b", "c"});
  ASSERT_EQ(swings.size(), 2U);
  EXPECT_EQ(swings[0].factor, "b");
  EXPECT_EQ(swings[0].at_least, 5.0);
  EXPECT_EQ(swings[1].at_greatest, 2.0);
}

}  // namespace
}  // namespace parktwin::sweep
