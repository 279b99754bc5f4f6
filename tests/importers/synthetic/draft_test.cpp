#include "importers/synthetic/draft.h"

#include <gtest/gtest.h>

#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(Draft, NumbersHaveAtLeastTheDigits) {
  EXPECT_EQ(numbered("B", 7), "B-007");
  EXPECT_EQ(numbered("T", 12345, 4), "T-12345");
}

TEST(Draft, RecordsFollowThePlans) {
  const Draft& draft = reference_draft();
  ASSERT_EQ(draft.zones.size(), draft.zone_plans.size());
  ASSERT_EQ(draft.buildings.size(), draft.building_plans.size());
  ASSERT_EQ(draft.roads.size(), draft.streets.size());
  for (std::size_t b = 0; b < draft.buildings.size(); ++b) {
    EXPECT_NEAR(area(draft.buildings[b].footprint), area(draft.building_plans[b].footprint),
                0.01 * area(draft.building_plans[b].footprint));
    EXPECT_TRUE(draft.buildings[b].parcel.valid());
  }
}

TEST(Draft, ReferenceBuildingCountsLieInTheirRange) {
  const auto count = reference_draft().buildings.size();
  EXPECT_GE(count, 400U);
  EXPECT_LE(count, 450U);
}

TEST(Draft, FindsABuildingByUse) {
  const Draft& draft = reference_draft();
  EXPECT_EQ(draft.buildings[draft.building_with(BuildingUse::data_centre)].use, BuildingUse::data_centre);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
