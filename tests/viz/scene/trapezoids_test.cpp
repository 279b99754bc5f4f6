#include "viz/scene/trapezoids.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"

namespace parktwin::viz {
namespace {

double area_of(const Trapezoid& part) { return signed_area(Ring(part.begin(), part.end())); }

double area_of(const std::vector<Trapezoid>& parts) {
  double total = 0.0;
  for (const Trapezoid& part : parts) total += area_of(part);
  return total;
}

/// A star-shaped ring with random radii.
Ring star(const RandomSequence& random, std::uint32_t& draw, Point centre, double low, double high, int corners, bool clockwise) {
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = (clockwise ? -1.0 : 1.0) * 2.0 * 3.14159265358979 * i / corners;
    const double radius = random.uniform(draw++, low, high);
    ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  return ring;
}

TEST(Trapezoids, AreaEqualsThatOfRandomPolygonsWithHoles) {
  for (std::uint32_t i = 0; i < 200; ++i) {
    const RandomSequence random(11, 1, i);
    std::uint32_t draw = 0;
    Polygon polygon{star(random, draw, {0.0, 0.0}, 60.0, 100.0, 3 + static_cast<int>(random.below(draw, 60)), false), {}};
    // A polygon of few corners is thin: holes fit inside only when there are enough corners.
    if (polygon.outer.size() > 12) {
      for (const Point at : {Point{-20.0, 0.0}, Point{20.0, 3.0}, Point{0.0, 25.0}})
        polygon.holes.push_back(star(random, draw, at, 3.0, 12.0, 9, i % 2 == 0));
    }
    const auto parts = trapezoids(polygon);
    EXPECT_NEAR(area_of(parts), area(polygon), 1e-6 * area(polygon)) << "polygon " << i;
    EXPECT_LE(parts.size(), 3 * (polygon.outer.size() + 27));
    for (const Trapezoid& part : parts) EXPECT_GE(area_of(part), -1e-9);
  }
}

TEST(Trapezoids, EveryPointIsCoveredExactlyAsOftenAsThePolygonHoldsIt) {
  const RandomSequence random(12, 1, 1);
  std::uint32_t draw = 0;
  Polygon polygon{star(random, draw, {0.0, 0.0}, 50.0, 100.0, 40, false), {}};
  polygon.holes.push_back(star(random, draw, {5.0, 5.0}, 10.0, 30.0, 15, true));
  const auto parts = trapezoids(polygon);
  for (int i = 0; i < 3000; ++i) {
    const Point p{random.uniform(draw++, -100.0, 100.0), random.uniform(draw++, -100.0, 100.0)};
    int covered = 0;
    for (const Trapezoid& part : parts) covered += contains(Polygon{Ring(part.begin(), part.end()), {}}, p) ? 1 : 0;
    EXPECT_EQ(covered, contains(polygon, p) ? 1 : 0) << p.x << ' ' << p.y;
  }
}

TEST(Trapezoids, ARectangleIsOneAndNothingIsNone) {
  EXPECT_EQ(trapezoids(Polygon{{{0, 0}, {4, 0}, {4, 3}, {0, 3}}, {}}).size(), 1U);
  EXPECT_TRUE(trapezoids(Polygon{}).empty());
  EXPECT_TRUE(trapezoids(Polygon{{{0, 0}, {4, 0}, {8, 0}}, {}}).empty());
}

TEST(Trapezoids, PolygonsOfAShapeDoNotCancelWhereTheyOverlap) {
  const Polygon square{{{0, 0}, {2, 0}, {2, 2}, {0, 2}}, {}};
  EXPECT_NEAR(area_of(trapezoids(MultiPolygon{{square, square}})), 8.0, 1e-12);
}

}  // namespace
}  // namespace parktwin::viz
