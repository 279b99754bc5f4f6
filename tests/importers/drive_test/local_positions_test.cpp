#include "importers/drive_test/local_positions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "engine/core/random.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Optional;

const LocalFrame zone40{"EPSG:4549", {500000.0, 3500000.0}};

LocalPositions place(const std::string& crs, const std::vector<Point>& positions) {
  std::optional<std::string> fault;
  auto found = local_positions(crs, zone40, positions, fault);
  EXPECT_EQ(fault, std::nullopt);
  return found;
}

TEST(LocalPositions, TheSameSystemIsOnlyShifted) {
  const auto found = place("EPSG:4549", {{500012.344, 3500007.0}, {499990.0, 3499990.0}});
  EXPECT_THAT(found.points, ElementsAre(Point{12.34, 7.0}, Point{-10.0, -10.0}));
  EXPECT_THAT(found.misplaced, ElementsAre(0, 0));
}

// Against the transformation of single points, which the importers of parks use.
TEST(LocalPositions, LongitudesAndLatitudes) {
  const RandomSequence random(6, 0, 0);
  std::vector<Point> degrees;
  for (std::uint32_t i = 0; i < 20; ++i) degrees.push_back({random.uniform(2 * i, 119.5, 120.5), random.uniform(2 * i + 1, 31.0, 32.0)});
  const auto found = place("EPSG:4326", degrees);
  for (std::size_t i = 0; i < degrees.size(); ++i) {
    const auto single = easting_northing("EPSG:4549", degrees[i]);
    ASSERT_TRUE(single);
    EXPECT_EQ(found.points[i], to_centimetre({single->x - 500000.0, single->y - 3500000.0}));
  }
}

TEST(LocalPositions, WhatIsNotOnTheEarthIsMarkedAndTheRestPlaced) {
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  const auto found = place("EPSG:4326", {{120.0, 31.6}, {31.6, 120.0}, {200.0, 0.0}, {nothing, 31.0}, {120.0, 31.6}});
  EXPECT_THAT(found.misplaced, ElementsAre(0, 1, 1, 1, 0));
  EXPECT_EQ(found.points[0], found.points[4]);
  EXPECT_NEAR(found.points[0].x, 0.0, 0.01);
  EXPECT_EQ(found.points[1], Point{});
  EXPECT_THAT(place("EPSG:32651", {{1e9, 0.0}}).misplaced, ElementsAre(1));
  EXPECT_TRUE(place("EPSG:4326", {}).points.empty());
}

TEST(LocalPositions, UnknownSystems) {
  std::optional<std::string> fault;
  EXPECT_TRUE(local_positions("EPSG:1", zone40, {{0.0, 0.0}}, fault).points.empty());
  EXPECT_THAT(fault, Optional(HasSubstr("\"EPSG:1\" is not a coordinate reference system PROJ knows")));
  fault.reset();
  EXPECT_TRUE(local_positions("EPSG:4326", {"", {}}, {{0.0, 0.0}}, fault).points.empty());
  EXPECT_THAT(fault, Optional(HasSubstr("\"\" is not a coordinate reference system")));
}

}  // namespace
}  // namespace parktwin::importers
