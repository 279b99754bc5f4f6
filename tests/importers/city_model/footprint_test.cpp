#include "importers/city_model/footprint.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/core/random.h"

namespace parktwin::importers {
namespace {

/// An upright box: bottom, top, four walls, outward normals.
std::vector<CitySurface> box(Point low, Point high, double bottom, double top) {
  const auto at = [&](int i, double z) { return Corner{{i == 1 || i == 2 ? high.x : low.x, i > 1 ? high.y : low.y}, z}; };
  std::vector<CitySurface> surfaces;
  surfaces.push_back({{{at(0, bottom), at(3, bottom), at(2, bottom), at(1, bottom)}}});
  surfaces.push_back({{{at(0, top), at(1, top), at(2, top), at(3, top)}}});
  for (int i = 0; i < 4; ++i) surfaces.push_back({{{at(i, bottom), at((i + 1) % 4, bottom), at((i + 1) % 4, top), at(i, top)}}});
  return surfaces;
}

TEST(Footprint, WhatFacesDownwardsCountsWhereNothingHasAMeaning) {
  const auto found = footprint_of(box({90000.0, 435000.0}, {90010.0, 435020.0}, 2.0, 9.0));
  EXPECT_NEAR(area(found.area), 200.0, 1e-6);
  EXPECT_EQ(found.low, 2.0);
  EXPECT_EQ(found.high, 9.0);
}

TEST(Footprint, GroundSurfacesCountWhereThereAreAny) {
  auto surfaces = box({0.0, 0.0}, {10.0, 20.0}, 0.0, 9.0);
  for (auto& surface : surfaces) surface.meaning = SurfaceMeaning::other;
  surfaces.push_back({{{{{2.0, 2.0}, 0.0}, {{8.0, 2.0}, 0.0}, {{8.0, 8.0}, 0.0}, {{2.0, 8.0}, 0.0}}}, SurfaceMeaning::ground});
  EXPECT_NEAR(area(footprint_of(surfaces).area), 36.0, 1e-6);
}

TEST(Footprint, AnOutlineCountsWhicheverWayItFaces) {
  for (const bool turned : {false, true}) {
    CitySurface outline{{{{{0.0, 0.0}, 3.0}, {{30.0, 0.0}, 3.0}, {{30.0, 10.0}, 3.0}, {{0.0, 10.0}, 3.0}}}};
    outline.rings.push_back({{{5.0, 2.0}, 3.0}, {{10.0, 2.0}, 3.0}, {{10.0, 6.0}, 3.0}, {{5.0, 6.0}, 3.0}});  // a courtyard
    if (turned) std::reverse(outline.rings[0].begin(), outline.rings[0].end());
    const auto found = footprint_of({outline});
    EXPECT_NEAR(area(found.area), 280.0, 1e-6);
    ASSERT_EQ(found.area.polygons.size(), 1U);
    EXPECT_GT(signed_area(found.area.polygons[0].outer), 0.0);
    EXPECT_LT(signed_area(found.area.polygons[0].holes.at(0)), 0.0);
  }
}

TEST(Footprint, WallsAloneHaveNone) {
  auto walls = box({0.0, 0.0}, {10.0, 20.0}, 0.0, 9.0);
  walls.erase(walls.begin(), walls.begin() + 2);
  EXPECT_TRUE(footprint_of(walls).area.polygons.empty());
}

// Random sets of boxes on a grid of whole metres: the union by counting cells.
TEST(Footprint, UnionOfRandomBoxesAgreesWithCountedCells) {
  for (std::uint32_t trial = 0; trial < 50; ++trial) {
    const RandomSequence draw(7, 0, trial);
    std::vector<CitySurface> surfaces;
    std::vector<char> covered(40 * 40, 0);
    for (std::uint32_t i = 0; i < 5; ++i) {
      const auto x = static_cast<int>(draw.uniform(4 * i, 0.0, 30.0));
      const auto y = static_cast<int>(draw.uniform(4 * i + 1, 0.0, 30.0));
      const auto w = 1 + static_cast<int>(draw.uniform(4 * i + 2, 0.0, 9.0));
      const auto h = 1 + static_cast<int>(draw.uniform(4 * i + 3, 0.0, 9.0));
      const auto more = box({1.0 * x, 1.0 * y}, {1.0 * (x + w), 1.0 * (y + h)}, i, i + 3.0);
      surfaces.insert(surfaces.end(), more.begin(), more.end());
      for (int row = y; row < y + h; ++row) {
        for (int column = x; column < x + w; ++column) covered[static_cast<std::size_t>(40 * row + column)] = 1;
      }
    }
    const auto found = footprint_of(surfaces);
    const auto expected = static_cast<double>(std::count(covered.begin(), covered.end(), 1));
    EXPECT_NEAR(area(found.area), expected, 1e-6) << trial;
    EXPECT_EQ(found.high, 7.0);
  }
}

}  // namespace
}  // namespace parktwin::importers
