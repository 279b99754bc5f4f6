#include "engine/simulators/radio/reference/slabs.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/core/random_polygons.h"

namespace parktwin::radio::reference {
namespace {

bool inside(const std::array<Point, 3>& t, Point p) {
  const auto side = [&](Point a, Point b) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); };
  return side(t[0], t[1]) >= 0.0 && side(t[1], t[2]) >= 0.0 && side(t[2], t[0]) >= 0.0;
}

TEST(Slabs, CoverEveryPolygonOnceWithItsHole) {
  for (std::uint32_t number = 0; number < 60; ++number) {
    const auto [centre, polygon] = random_star(number, 50.0);
    const auto triangles = slab_triangles(polygon);
    double sum = 0.0;
    for (const auto& triangle : triangles) sum += signed_area({triangle[0], triangle[1], triangle[2]});
    EXPECT_NEAR(sum, area(polygon), 1e-6) << number;
    const RandomSequence random(22, 0, number);
    for (std::uint32_t i = 0; i < 200; ++i) {
      const Point p{centre.x + random.uniform(2 * i, -50, 50), centre.y + random.uniform(2 * i + 1, -50, 50)};
      const auto covering = std::count_if(triangles.begin(), triangles.end(), [&](const auto& t) { return inside(t, p); });
      EXPECT_EQ(covering, contains(polygon, p) ? 1 : 0) << number;
    }
  }
}

TEST(Slabs, NeitherOrientationNorFirstCornerMatters) {
  for (std::uint32_t number = 0; number < 20; ++number) {
    const Polygon polygon = random_star(number, 30.0).polygon;
    Polygon turned = polygon;
    std::reverse(turned.outer.begin(), turned.outer.end());
    std::rotate(turned.outer.begin(), turned.outer.begin() + 3, turned.outer.end());
    EXPECT_EQ(slab_triangles(polygon), slab_triangles(turned));
  }
}

TEST(Slabs, NothingComesFromALine) { EXPECT_TRUE(slab_triangles({.outer = {{0, 0}, {5, 0}, {9, 0}}, .holes = {}}).empty()); }

}  // namespace
}  // namespace parktwin::radio::reference
