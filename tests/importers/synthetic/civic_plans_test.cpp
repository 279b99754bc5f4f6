#include <gtest/gtest.h>

#include <algorithm>

#include "tests/importers/synthetic/planned_lots.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(CivicPlans, PublicBuildingsAreMarkedAndSound) {
  const Lot lot = lot_of(LotUse::public_centre, Quarter::centre, 180.0, 190.0);
  const auto plans = plan_buildings({lot}, 1);
  EXPECT_EQ(plan_faults(lot, plans), 0);
  EXPECT_EQ(plans.size(), 3U);
  EXPECT_TRUE(std::all_of(plans.begin(), plans.end(), [](const BuildingPlan& plan) { return plan.is_public; }));
}

TEST(CivicPlans, FlatsFaceSouthWhateverTheStreet) {
  for (const Side front : {Side::south, Side::east, Side::north, Side::west}) {
    const Lot lot = lot_of(LotUse::apartments, Quarter::apartments, 170.0, 170.0, front);
    const auto plans = plan_buildings({lot}, 2);
    EXPECT_EQ(plan_faults(lot, plans), 0);
    for (const auto& plan : plans) {
      const Box box = bounds(plan.footprint);
      EXPECT_GT(box.high.x - box.low.x, box.high.y - box.low.y);
      EXPECT_GE(plan.height, 33.0);
      EXPECT_LE(plan.height, 80.0);
    }
  }
}

TEST(CivicPlans, TowersRiseThroughTheirPodiums) {
  bool found = false;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto plans = plan_buildings({lot_of(LotUse::enterprise, Quarter::headquarters, 110.0, 110.0)}, seed);
    if (plans[0].label != "Podium") continue;
    found = true;
    ASSERT_EQ(plans[0].footprint.holes.size(), 1U);
    EXPECT_NEAR(area(Polygon{plans[0].footprint.holes[0], {}}), area(plans[1].footprint), 1e-9);
    EXPECT_GT(plans[1].height, plans[0].height);
  }
  EXPECT_TRUE(found);
}

TEST(CivicPlans, DataCentreStandsOnItsLot) {
  const Lot lot = lot_of(LotUse::data_centre, Quarter::centre, 100.0, 160.0, Side::north);
  const auto plans = plan_buildings({lot}, 1);
  EXPECT_EQ(plan_faults(lot, plans), 0);
  EXPECT_EQ(plans[0].use, BuildingUse::data_centre);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
