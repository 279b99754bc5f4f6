#include "engine/core/geometry.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/check.h"
#include "tests/engine/core/random_polygons.h"

namespace parktwin {
namespace {

const Ring unit_square = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};

Ring rectangle(double west, double south, double east, double north) {
  return {{west, south}, {east, south}, {east, north}, {west, north}};
}

TEST(Area, OfHandMadeShapes) {
  EXPECT_EQ(signed_area(unit_square), 1.0);
  EXPECT_EQ(signed_area(Ring(unit_square.rbegin(), unit_square.rend())), -1.0);
  EXPECT_EQ(signed_area({{0, 0}, {4, 0}, {0, 3}}), 6.0);
  EXPECT_EQ(signed_area({{0, 0}, {4, 0}}), 0.0);
  EXPECT_EQ(signed_area({}), 0.0);
  const Polygon frame{rectangle(0, 0, 10, 10), {rectangle(2, 2, 4, 4), rectangle(5, 5, 8, 9)}};
  EXPECT_EQ(area(frame), 100.0 - 4.0 - 12.0);
  EXPECT_EQ(area(MultiPolygon{{frame, {unit_square, {}}}}), 85.0);
  EXPECT_EQ(area(MultiPolygon{}), 0.0);
}

TEST(Area, KeepsItsDigitsFarFromTheOrigin) {
  const double far = 4.0e6;  // a northing
  EXPECT_NEAR(signed_area(rectangle(far, far, far + 0.1, far + 0.1)), 0.01, 1e-9);
}

double fan_area(Point centre, const Ring& ring) {
  double total = 0.0;
  for (std::size_t i = 0; i < ring.size(); ++i) total += std::abs(signed_area({centre, ring[i], ring[(i + 1) % ring.size()]}));
  return total;
}

Point fan_moment(Point centre, const Ring& ring) {
  Point moment;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[(i + 1) % ring.size()];
    const double triangle = std::abs(signed_area({centre, a, b}));
    moment.x += triangle * (centre.x + a.x + b.x) / 3.0;
    moment.y += triangle * (centre.y + a.y + b.y) / 3.0;
  }
  return moment;
}

TEST(AreaAndCentroid, EqualThoseOfAFanOfTriangles) {
  for (std::uint32_t number = 0; number < 100; ++number) {
    const StarPolygon star = random_star(number, 500.0);
    double expected = fan_area(star.centre, star.polygon.outer);
    Point moment = fan_moment(star.centre, star.polygon.outer);
    for (const auto& hole : star.polygon.holes) {
      expected -= fan_area(star.centre, hole);
      const Point of_hole = fan_moment(star.centre, hole);
      moment = {moment.x - of_hole.x, moment.y - of_hole.y};
    }
    EXPECT_NEAR(area(star.polygon), expected, 1e-6);
    EXPECT_NEAR(centroid(star.polygon).x, moment.x / expected, 1e-7);
    EXPECT_NEAR(centroid(star.polygon).y, moment.y / expected, 1e-7);
  }
}

/// Angle swept around the point, an independent test of being inside.
bool winds_around(const Ring& ring, Point p) {
  double angle = 0.0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a{ring[i].x - p.x, ring[i].y - p.y};
    const Point next = ring[(i + 1) % ring.size()];
    const Point b{next.x - p.x, next.y - p.y};
    angle += std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y);
  }
  return std::abs(angle) > 3.0;
}

TEST(Contains, AgreesWithWindingAnglesAndMonteCarloArea) {
  for (std::uint32_t number = 0; number < 20; ++number) {
    const Polygon polygon = random_star(number, 500.0).polygon;
    const Box box = bounds(polygon);
    const RandomSequence random(7, 7, number);
    constexpr std::uint32_t draws = 4000;
    double hits = 0.0;
    for (std::uint32_t i = 0; i < draws; ++i) {
      const Point p{random.uniform(2 * i, box.low.x, box.high.x), random.uniform(2 * i + 1, box.low.y, box.high.y)};
      const bool expected = winds_around(polygon.outer, p) && (polygon.holes.empty() || !winds_around(polygon.holes[0], p));
      EXPECT_EQ(contains(polygon, p), expected) << p.x << " " << p.y;
      hits += expected ? 1.0 : 0.0;
    }
    const double whole = (box.high.x - box.low.x) * (box.high.y - box.low.y);
    const double share = area(polygon) / whole;
    EXPECT_NEAR(hits / draws, share, 5.0 * std::sqrt(share * (1.0 - share) / draws));
  }
}

TEST(Contains, OfHandMadeShapes) {
  const Polygon frame{rectangle(0, 0, 10, 10), {rectangle(2, 2, 4, 4)}};
  EXPECT_TRUE(contains(frame, {1, 1}));
  EXPECT_FALSE(contains(frame, {3, 3}));
  EXPECT_FALSE(contains(frame, {11, 5}));
  EXPECT_FALSE(contains(Polygon{}, {0, 0}));
  EXPECT_TRUE(contains(MultiPolygon{{frame, {rectangle(2.5, 2.5, 3.5, 3.5), {}}}}, {3, 3}));
  EXPECT_FALSE(contains(MultiPolygon{}, {0, 0}));
}

TEST(Centroid, OfHandMadeShapes) {
  EXPECT_EQ(centroid(Polygon{rectangle(2, 4, 6, 10), {}}), (Point{4, 7}));
  EXPECT_EQ(centroid(Polygon{{{3, 4}, {5, 4}, {7, 4}}, {}}), (Point{3, 4}));  // without area
  const Point both = centroid(MultiPolygon{{{rectangle(0, 0, 1, 1), {}}, {rectangle(10, 0, 13, 1), {}}}});
  EXPECT_NEAR(both.x, (0.5 * 1.0 + 11.5 * 3.0) / 4.0, 1e-12);
  EXPECT_NEAR(both.y, 0.5, 1e-12);
  EXPECT_THROW(static_cast<void>(centroid(MultiPolygon{})), BrokenPromise);
}

TEST(Bounds, HoldEveryPoint) {
  const Box box = bounds(MultiPolygon{{{rectangle(0, -2, 1, 1), {}}, {rectangle(-10, 0, 13, 1), {}}}});
  EXPECT_EQ(box.low, (Point{-10, -2}));
  EXPECT_EQ(box.high, (Point{13, 1}));
  EXPECT_THROW(static_cast<void>(bounds(Polygon{})), BrokenPromise);
  EXPECT_THROW(static_cast<void>(bounds(MultiPolygon{})), BrokenPromise);
}

TEST(Lines, HaveLengthsPointsAndDistances) {
  const LineString line{{{0, 0}, {30, 40}, {30, 40}, {30, 140}}};
  EXPECT_EQ(length(line), 150.0);
  EXPECT_EQ(length(LineString{{{1, 1}}}), 0.0);
  EXPECT_EQ(point_along(line, -5.0), (Point{0, 0}));
  EXPECT_EQ(point_along(line, 25.0), (Point{15, 20}));
  EXPECT_EQ(point_along(line, 100.0), (Point{30, 90}));
  EXPECT_EQ(point_along(line, 1000.0), (Point{30, 140}));
  EXPECT_EQ(distance(line, {80, 100}), 50.0);
  EXPECT_EQ(distance(line, {30, 150}), 10.0);
  EXPECT_NEAR(distance(line, {-4, 3}), 5.0, 1e-12);
  EXPECT_EQ(distance(LineString{{{1, 1}}}, {4, 5}), 5.0);
  EXPECT_THROW(static_cast<void>(point_along({}, 1.0)), BrokenPromise);
  EXPECT_THROW(static_cast<void>(distance(LineString{}, {0, 0})), BrokenPromise);
}

TEST(Lines, AreNowhereNearerThanTheirDistance) {
  const RandomSequence random(4, 4, 4);
  for (std::uint32_t round = 0; round < 50; ++round) {
    LineString line;
    for (std::uint32_t i = 0; i < 6; ++i) {
      line.points.push_back({random.uniform(100 * round + 2 * i, -50, 50), random.uniform(100 * round + 2 * i + 1, -50, 50)});
    }
    const Point p{random.uniform(100 * round + 90, -80, 80), random.uniform(100 * round + 91, -80, 80)};
    double nearest = std::numeric_limits<double>::infinity();
    constexpr int steps = 20000;
    for (int i = 0; i <= steps; ++i) nearest = std::min(nearest, distance(point_along(line, length(line) * i / steps), p));
    EXPECT_LE(distance(line, p), nearest + 1e-9);
    EXPECT_NEAR(distance(line, p), nearest, length(line) / steps);
  }
}

}  // namespace
}  // namespace parktwin
