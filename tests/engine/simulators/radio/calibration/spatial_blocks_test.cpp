#include "engine/simulators/radio/calibration/spatial_blocks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::calibration {
namespace {

std::vector<Point> scattered(std::uint32_t count, std::uint32_t entity) {
  const RandomSequence random(5, 1, entity);
  std::vector<Point> points;
  for (std::uint32_t i = 0; i < count; ++i)
    points.push_back({random.uniform(2 * i, -900.0, 900.0), random.uniform(2 * i + 1, -700.0, 700.0)});
  return points;
}

// Same square exactly when both coordinates lie between the same lines of the lattice: found here by walking the lines.
bool together(Point a, Point b, double side) {
  for (double line = -2000.0; line <= 2000.0; line += side) {
    if ((a.x < line) != (b.x < line) || (a.y < line) != (b.y < line)) return false;
  }
  return true;
}

TEST(SpatialBlocks, SquaresOfTheLatticeShareARank) {
  const auto points = scattered(120, 0);
  const BlockOrder order = draw_blocks(points, Metres(100.0), 3);
  ASSERT_EQ(order.rank.size(), points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) EXPECT_EQ(order.rank[i] == order.rank[j], together(points[i], points[j], 100.0)) << i << " " << j;
  }
  const std::set<std::uint32_t> ranks(order.rank.begin(), order.rank.end());
  EXPECT_EQ(ranks.size(), order.count);
  EXPECT_EQ(*ranks.rbegin(), order.count - 1);
}

TEST(SpatialBlocks, OrderOfTwoSquaresDependsOnThemAlone) {
  const auto points = scattered(200, 1);
  const BlockOrder all = draw_blocks(points, Metres(150.0), 8);
  const std::vector<Point> fewer(points.begin() + 150, points.end());
  const BlockOrder some = draw_blocks(fewer, Metres(150.0), 8);
  for (std::size_t i = 0; i < fewer.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) EXPECT_EQ(some.rank[i] < some.rank[j], all.rank[150 + i] < all.rank[150 + j]);
  }
}

TEST(SpatialBlocks, SeedsDrawOtherOrders) {
  const auto points = scattered(200, 2);
  EXPECT_EQ(draw_blocks(points, Metres(100.0), 1).rank, draw_blocks(points, Metres(100.0), 1).rank);
  EXPECT_NE(draw_blocks(points, Metres(100.0), 1).rank, draw_blocks(points, Metres(100.0), 2).rank);
}

// Over many seeds each square comes first about equally often: 1000 draws of 25 squares, 40 expected, five standard deviations of 6.2.
TEST(SpatialBlocks, EverySquareMayComeFirst) {
  std::vector<Point> points;
  for (int i = 0; i < 25; ++i) points.push_back({100.0 * (i % 5) - 250.0, 100.0 * std::floor(i / 5.0) - 250.0});
  std::vector<int> first(25);
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const auto rank = draw_blocks(points, Metres(100.0), seed).rank;
    ++first[static_cast<std::size_t>(std::find(rank.begin(), rank.end(), 0U) - rank.begin())];
  }
  for (const int count : first) EXPECT_NEAR(count, 40, 31);
}

TEST(SpatialBlocks, HeldOutShare) {
  EXPECT_EQ(held_out_blocks(0, 0.2), 0U);
  EXPECT_EQ(held_out_blocks(1, 0.2), 0U);
  EXPECT_EQ(held_out_blocks(2, 0.2), 1U);
  EXPECT_EQ(held_out_blocks(2, 0.9), 1U);
  EXPECT_EQ(held_out_blocks(10, 0.2), 2U);
  EXPECT_EQ(held_out_blocks(13, 0.2), 3U);
  EXPECT_THROW((void)held_out_blocks(3, 0.0), BrokenPromise);
}

TEST(SpatialBlocks, PromisesAreKept) {
  EXPECT_EQ(draw_blocks({}, Metres(100.0), 1).count, 0U);
  EXPECT_THROW((void)draw_blocks(std::vector<Point>{{1e10, 0.0}}, Metres(100.0), 1), BrokenPromise);
  EXPECT_THROW((void)draw_blocks(std::vector<Point>{{0.0, 0.0}}, Metres(0.0), 1), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::radio::calibration
