#include "engine/park/polygon_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"

namespace parktwin {
namespace {

using ::testing::Optional;
using ::testing::StartsWith;

const Ring square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};

std::optional<std::string> fault(Ring outer, std::vector<Ring> holes = {}) { return fault_of(Polygon{std::move(outer), std::move(holes)}); }

TEST(PolygonFaults, SoundShapes) {
  EXPECT_EQ(fault(square), std::nullopt);
  EXPECT_EQ(fault({{0, 10}, {10, 10}, {10, 0}, {0, 0}}), std::nullopt) << "direction does not matter";
  EXPECT_EQ(fault(square, {{{2, 2}, {2, 4}, {4, 4}, {4, 2}}, {{6, 6}, {6, 8}, {8, 8}}}), std::nullopt);
  EXPECT_EQ(fault({{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}}), std::nullopt) << "a point along an edge";
}

TEST(PolygonFaults, TouchingInAPointIsNoCrossing) {
  EXPECT_EQ(fault({{0, 0}, {10, 0}, {10, 10}, {5, 0}, {0, 10}}), std::nullopt) << "a tooth that touches the base line";
  EXPECT_THAT(fault({{0, 0}, {4, 4}, {8, 8}, {8, 0}, {4, 4}, {0, 8}}), Optional(StartsWith("outline crosses itself"))) << "a bow tie";
  EXPECT_EQ(fault({{0, 0}, {8, 0}, {4, 4}, {8, 8}, {0, 8}, {4, 4}}), std::nullopt) << "two triangles on one point, not crossing";
  EXPECT_EQ(fault(square, {{{0, 5}, {3, 6}, {3, 4}}}), std::nullopt) << "a hole touching the outline";
}

TEST(PolygonFaults, TooLittle) {
  EXPECT_THAT(fault({}), Optional(std::string("outline has 0 points, expected at least 3")));
  EXPECT_THAT(fault({{0, 0}, {1, 1}}), Optional(std::string("outline has 2 points, expected at least 3")));
  EXPECT_THAT(fault({{0, 0}, {5, 5}, {10, 10}}), Optional(std::string("outline has no area")));
  EXPECT_THAT(fault({{0, 0}, {0, 0}, {10, 10}, {0, 10}}), Optional(std::string("outline has the point (0.00, 0.00) twice in a row")));
  EXPECT_THAT(fault_of(MultiPolygon{}), Optional(std::string("area is empty")));
}

TEST(PolygonFaults, CrossingsAndSpikes) {
  EXPECT_THAT(fault({{0, 0}, {10, 10}, {10, 0}, {0, 10}}), Optional(StartsWith("outline crosses itself near (")));
  EXPECT_THAT(fault({{0, 0}, {10, 0}, {10, 10}, {10, 20}, {10, 5}, {0, 10}}),
              Optional(::testing::AnyOf(StartsWith("outline runs over itself"), StartsWith("outline crosses itself"))));
  EXPECT_THAT(fault({{0, 0}, {10, 0}, {10, 10}, {10, 0.5}, {0, 10}}), Optional(StartsWith("outline ")));
  EXPECT_THAT(fault(square, {{{5, 5}, {5, 15}, {8, 8}}}),
              Optional(::testing::AnyOf(StartsWith("outline crosses hole 1"), StartsWith("hole 1 crosses outline"))));
  EXPECT_THAT(fault(square, {square}), Optional(StartsWith("outline ")));
}

TEST(PolygonFaults, MisplacedHoles) {
  EXPECT_THAT(fault(square, {{{20, 20}, {20, 25}, {25, 25}}}), Optional(std::string("hole 1 lies outside the outline")));
  EXPECT_THAT(fault(square, {{{1, 1}, {1, 9}, {9, 9}, {9, 1}}, {{3, 3}, {3, 4}, {4, 4}}}),
              Optional(std::string("hole 2 lies inside hole 1")));
  const MultiPolygon two{{{square, {}}, {{{0, 0}, {10, 10}, {10, 0}, {0, 12}}, {}}}};
  EXPECT_THAT(fault_of(two), Optional(StartsWith("part 2: outline crosses itself")));
}

bool on_both_sides(Point a, Point b, Point p, Point q) {
  const auto side = [&](Point r) { return (b.x - a.x) * (r.y - a.y) - (b.y - a.y) * (r.x - a.x); };
  return side(p) * side(q) < 0.0;
}

/// Every pair of edges, without sweep or tolerance.
bool crosses_by_pairs(const Ring& ring) {
  const std::size_t n = ring.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      const Point a = ring[i], b = ring[(i + 1) % n], c = ring[j], d = ring[(j + 1) % n];
      if (on_both_sides(a, b, c, d) && on_both_sides(c, d, a, b)) return true;
    }
  }
  return false;
}

TEST(PolygonFaults, AgreesWithAllPairsOnRandomRings) {
  std::size_t sound = 0;
  for (std::uint32_t trial = 0; trial < 3000; ++trial) {
    const RandomSequence random(11, 0, trial);
    const std::uint32_t n = 3 + random.below(0, 5);
    Ring ring;
    for (std::uint32_t i = 0; i < n; ++i) ring.push_back({random.uniform(2 * i + 1, -50, 50), random.uniform(2 * i + 2, -50, 50)});
    const bool crosses = crosses_by_pairs(ring);
    EXPECT_EQ(fault(ring).has_value(), crosses) << "trial " << trial << ": " << fault(ring).value_or("sound");
    if (!crosses) ++sound;
  }
  EXPECT_GT(sound, 500u);
  EXPECT_LT(sound, 2500u);
}

TEST(PolygonFaults, LargeStarShapesAreSoundUntilTwoPointsSwap) {
  for (std::uint32_t trial = 0; trial < 5; ++trial) {
    const RandomSequence random(12, 0, trial);
    Ring ring;
    constexpr std::uint32_t n = 5000;
    for (std::uint32_t i = 0; i < n; ++i) {
      const double angle = 2.0 * M_PI * i / n;
      const double radius = random.uniform(i, 900.0, 1000.0);
      ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    EXPECT_EQ(fault(ring), std::nullopt);
    std::swap(ring[10], ring[12 + random.below(n, 1000)]);
    EXPECT_TRUE(fault(ring).has_value());
  }
}

}  // namespace
}  // namespace parktwin
