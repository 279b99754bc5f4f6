#include "importers/recipe/radio_siting.h"

#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

Road straight(double length) {
  Road road;
  road.id = "R-1";
  road.width = Metres(20.0);
  road.path.points = {{0, 0}, {0, length}};
  return road;
}

TEST(RadioSiting, OneSitePerSpacingBesideTheStreet) {
  RadioRule rule;
  rule.spacing = Metres(500.0);
  rule.height = Metres(31.0);
  const auto siting = site_along({straight(2000.0)}, rule);
  ASSERT_EQ(siting.sites.size(), 4U);
  EXPECT_EQ(siting.cells.size(), 12U);
  EXPECT_EQ(siting.sites[0].position, (Point{13.0, 250.0}));  // half the width and 3 m to the east
  EXPECT_EQ(siting.sites[3].position, (Point{13.0, 1750.0}));
  EXPECT_EQ(siting.sites[0].height, Metres(31.0));
}

TEST(RadioSiting, CellsLookAlongTheStreetAndAThirdApart) {
  const auto siting = site_along({straight(600.0)}, RadioRule{});
  ASSERT_EQ(siting.cells.size(), 3U);
  EXPECT_EQ(siting.cells[0].azimuth, Degrees(0.0));
  EXPECT_EQ(siting.cells[1].azimuth, Degrees(120.0));
  EXPECT_EQ(siting.cells[2].azimuth, Degrees(240.0));
  for (const auto& cell : siting.cells) EXPECT_EQ(cell.site, Id<RadioSite>(0));
}

TEST(RadioSiting, ShortStreetsGetASiteUnlessOneIsNear) {
  RadioRule rule;
  rule.spacing = Metres(500.0);
  auto near = straight(200.0);
  EXPECT_EQ(site_along({near}, rule).sites.size(), 1U);
  auto parallel = straight(200.0);
  for (auto& point : parallel.path.points) point.x += 250.0;
  EXPECT_EQ(site_along({near, parallel}, rule).sites.size(), 1U);
  for (auto& point : parallel.path.points) point.x += 100.0;
  EXPECT_EQ(site_along({near, parallel}, rule).sites.size(), 2U);
}

}  // namespace
}  // namespace parktwin::importers
