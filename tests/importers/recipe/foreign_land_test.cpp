#include "importers/recipe/foreign_land.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/recipe/foreign_sources.h"

namespace parktwin::importers {
namespace {

ForeignLand read(const ForeignSources& sources, Problems& problems) {
  const auto recipe = read_recipe_file(sources.recipe());
  return read_foreign_land(recipe, {recipe.crs, {570000.0, 3465000.0}}, problems);
}

TEST(ForeignLand, OwnersBecomeEnterprisesOnce) {
  const ForeignSources sources;
  Problems problems;
  const auto land = read(sources, problems);
  ASSERT_TRUE(problems.empty()) << to_string(problems.list().front());
  ASSERT_EQ(land.enterprises.size(), 2U);
  EXPECT_EQ(land.enterprises[0].name, "Blue Paint");
  EXPECT_EQ(land.enterprises[0].sector, Sector::chemicals);
  EXPECT_EQ(land.enterprises[1].name, "Green Mill");
  ASSERT_EQ(land.parcels.size(), 4U);
  EXPECT_EQ(land.parcels[1].enterprise, Id<Enterprise>(0));
  EXPECT_FALSE(land.parcels[3].enterprise.valid());
  for (const auto& parcel : land.parcels) EXPECT_NEAR(area(parcel.shape), 1e4, 5.0);
}

TEST(ForeignLand, RepeatedAndMissingIdsGetRunningNumbers) {
  const ForeignSources sources;
  Problems problems;
  const auto land = read(sources, problems);
  std::vector<std::string> ids;
  for (const auto& parcel : land.parcels) ids.push_back(parcel.id);
  EXPECT_THAT(ids, testing::ElementsAre("A_1", "A2", "A2-2", "parcel-4"));
}

TEST(ForeignLand, BuildingsTakeTheirLotsOwnerAndAHeightByRule) {
  const ForeignSources sources;
  Problems problems;
  const auto land = read(sources, problems);
  ASSERT_EQ(land.buildings.size(), 5U);
  EXPECT_EQ(land.buildings[0].enterprise, Id<Enterprise>(0));
  EXPECT_EQ(land.buildings[0].use, BuildingUse::tank);
  EXPECT_EQ(land.buildings[0].height, Metres(15.0));
  EXPECT_EQ(land.buildings[1].enterprise, Id<Enterprise>(0));  // the lot's number is used twice: the lot below counts
  EXPECT_EQ(land.buildings[2].enterprise, Id<Enterprise>(1));
  EXPECT_EQ(land.buildings[2].height, Metres(11.0));
  EXPECT_EQ(land.buildings[2].floors, 2);
  EXPECT_FALSE(land.buildings[3].enterprise.valid());
  EXPECT_FALSE(land.buildings[4].parcel.valid());
  for (const auto& building : land.buildings) EXPECT_TRUE(building.height_assumed);
}

TEST(ForeignLand, MeasuredHeightsCount) {
  const ForeignSources sources;
  sources.replace_in_recipe("parcel_column: lot", "parcel_column: lot\n  height_column: number");
  Problems problems;
  const auto land = read(sources, problems);
  EXPECT_EQ(land.buildings[4].height, Metres(9.0));
  EXPECT_FALSE(land.buildings[4].height_assumed);
  EXPECT_TRUE(land.buildings[3].height_assumed);
}

TEST(ForeignLand, RoadsArePublicWithinHalfTheirWidth) {
  const ForeignSources sources;
  Problems problems;
  const auto land = read(sources, problems);
  ASSERT_EQ(land.road_areas.size(), 1U);
  EXPECT_EQ(land.road_areas[0].name, "Harbour Road");
  EXPECT_TRUE(land.road_areas[0].is_public);
  EXPECT_NEAR(area(land.road_areas[0].shape), 800.0 * 20.0 + 312.0, 20.0);
}

TEST(ForeignLand, AMissingColumnIsNamedWithThoseThere) {
  const ForeignSources sources;
  sources.replace_in_recipe("name_column: owner", "name_column: proprietor");
  Problems problems;
  static_cast<void>(read(sources, problems));
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_THAT(problems.list()[0].message, testing::HasSubstr("proprietor"));
  EXPECT_THAT(problems.list()[0].message, testing::HasSubstr("owner"));
}

}  // namespace
}  // namespace parktwin::importers
