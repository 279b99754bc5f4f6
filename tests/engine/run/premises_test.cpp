#include "engine/run/premises.h"

#include <gtest/gtest.h>

#include <string>

namespace parktwin {
namespace {

Polygon square(double west) { return {{{west, 0}, {west + 1, 0}, {west + 1, 1}, {west, 1}}, {}}; }

TEST(Premises, AreBuildingsElseParcels) {
  Park park;
  std::vector<Enterprise> enterprises(3);
  for (std::size_t i = 0; i < enterprises.size(); ++i) enterprises[i].id = "E-" + std::to_string(i);
  park.enterprises = Part(Table(enterprises));
  std::vector<Building> buildings(2);
  buildings[0].id = "B-0";
  buildings[1].id = "B-1";
  buildings[0].footprint = square(1);
  buildings[0].enterprise = Id<Enterprise>(0);
  buildings[1].footprint = square(2);  // nobody's
  park.buildings = Part(Table(buildings));
  std::vector<Parcel> parcels(2);
  parcels[0].id = "P-0";
  parcels[1].id = "P-1";
  parcels[0].shape = MultiPolygon{{square(3)}};
  parcels[0].enterprise = Id<Enterprise>(0);
  parcels[1].shape = MultiPolygon{{square(4)}};
  parcels[1].enterprise = Id<Enterprise>(1);
  park.parcels = Part(Table(parcels));
  const auto premises = premises_of(park);
  ASSERT_EQ(premises.size(), 3U);
  ASSERT_EQ(premises[0].size(), 1U);
  EXPECT_EQ(premises[0][0].polygons[0].outer[0].x, 1.0);
  ASSERT_EQ(premises[1].size(), 1U);
  EXPECT_EQ(premises[1][0].polygons[0].outer[0].x, 4.0);
  EXPECT_TRUE(premises[2].empty());
}

}  // namespace
}  // namespace parktwin
