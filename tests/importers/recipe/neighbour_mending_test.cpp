#include "importers/recipe/neighbour_mending.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/core/random.h"
#include "importers/gdal_layers/shape_algebra.h"

namespace parktwin::importers {
namespace {

Polygon rectangle(Point low, Point size) {
  return {{low, {low.x + size.x, low.y}, {low.x + size.x, low.y + size.y}, {low.x, low.y + size.y}}, {}};
}

TEST(NeighbourMending, TheSameOutlineTwiceIsOneBuilding) {
  std::vector<Polygon> footprints{rectangle({0, 0}, {20, 10}), rectangle({0.1, 0.1}, {20, 10})};
  const auto found = mend_neighbours(footprints);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].fault, NeighbourFault::same);
  EXPECT_EQ(found[0].changed, 1U);
  EXPECT_EQ(found[0].area_after_m2, 0.0);
  EXPECT_TRUE(footprints[1].outer.empty());
}

TEST(NeighbourMending, ATowerStandsInAHoleOfItsPodium) {
  for (const bool tower_first : {false, true}) {
    std::vector<Polygon> footprints{rectangle({0, 0}, {40, 40}), rectangle({10, 10}, {10, 10})};
    if (tower_first) std::swap(footprints[0], footprints[1]);
    const auto found = mend_neighbours(footprints);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].fault, NeighbourFault::inside);
    EXPECT_NEAR(found[0].area_before_m2, 1600.0, 1e-6);
    EXPECT_NEAR(found[0].area_after_m2, 1500.0, 1e-6);
    EXPECT_EQ(footprints[tower_first ? 1 : 0].holes.size(), 1U);
    EXPECT_NEAR(area(footprints[tower_first ? 0 : 1]), 100.0, 1e-6);
  }
}

TEST(NeighbourMending, TheLaterOfTwoThatOverlapGivesWay) {
  std::vector<Polygon> footprints{rectangle({0, 0}, {20, 10}), rectangle({18, 0}, {20, 10})};
  const auto found = mend_neighbours(footprints);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].fault, NeighbourFault::overlap);
  EXPECT_NEAR(found[0].area_before_m2, 200.0, 1e-6);
  EXPECT_NEAR(found[0].area_after_m2, 180.0, 1e-6);
  EXPECT_NEAR(area(footprints[0]), 200.0, 1e-6);
}

TEST(NeighbourMending, NarrowGapsAreFilledAndLanesStay) {
  std::vector<Polygon> footprints{rectangle({0, 0}, {20, 10}), rectangle({20.1, 0}, {20, 10}), rectangle({40.6, 0}, {20, 10})};
  const auto found = mend_neighbours(footprints);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].fault, NeighbourFault::gap);
  EXPECT_EQ(found[0].changed, 1U);
  EXPECT_NEAR(found[0].area_after_m2, 201.0, 0.1);
  EXPECT_NEAR(area(footprints[2]), 200.0, 1e-6);
}

TEST(NeighbourMending, WallsInCommonAndCornersAreSound) {
  std::vector<Polygon> footprints{rectangle({0, 0}, {20, 10}), rectangle({20, 0}, {20, 10}), rectangle({40, 10}, {20, 10})};
  const auto before = footprints;
  EXPECT_TRUE(mend_neighbours(footprints).empty());
  EXPECT_EQ(footprints, before);
}

/// Random rectangles: afterwards no two share more than the tolerance, outlines are valid, and cutting loses nothing of the whole.
TEST(NeighbourMending, NothingOverlapsAfterwards) {
  for (std::uint32_t trial = 0; trial < 30; ++trial) {
    std::vector<Polygon> footprints;
    for (std::uint32_t i = 0; i < 25; ++i) {
      const RandomSequence draw(9, trial, i);
      footprints.push_back(
          rectangle({draw.uniform(0, 0.0, 150.0), draw.uniform(1, 0.0, 150.0)}, {draw.uniform(2, 5.0, 40.0), draw.uniform(3, 5.0, 40.0)}));
    }
    const auto list = mend_neighbours(footprints);
    EXPECT_FALSE(list.empty());
    for (std::size_t i = 0; i < footprints.size(); ++i) {
      if (footprints[i].outer.empty()) continue;
      EXPECT_TRUE(valid_shape({{footprints[i]}}));
      for (std::size_t k = 0; k < i; ++k) {
        if (footprints[k].outer.empty()) continue;
        EXPECT_LT(area(common({{footprints[k]}}, {{footprints[i]}})), 1.5) << trial << ": " << k << " and " << i;
      }
    }
  }
}

TEST(NeighbourMending, EveryFaultHasAName) {
  for (const auto fault : {NeighbourFault::same, NeighbourFault::inside, NeighbourFault::overlap, NeighbourFault::gap}) {
    EXPECT_FALSE(description_of(fault).empty());
  }
}

}  // namespace
}  // namespace parktwin::importers
