#include "importers/synthetic/building_plans.h"

#include <gtest/gtest.h>

#include "tests/importers/synthetic/planned_lots.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(BuildingPlans, EveryEnterpriseLotOfAnySizeHasASoundPlan) {
  const Quarter quarters[] = {Quarter::centre,    Quarter::headquarters,   Quarter::research, Quarter::electronics,
                              Quarter::machinery, Quarter::light_industry, Quarter::process,  Quarter::logistics};
  Draws draws(99, Topic::lots);
  for (int trial = 0; trial < 400; ++trial) {
    const Lot lot = lot_of(LotUse::enterprise, draws.pick(quarters), draws.between(40.0, 400.0), draws.between(40.0, 400.0),
                           static_cast<Side>(draws.below(4)));
    const auto plans = plan_buildings({lot}, static_cast<std::uint64_t>(trial));
    EXPECT_GE(plans.size(), 1U);
    EXPECT_EQ(plan_faults(lot, plans), 0) << "trial " << trial << " quarter " << static_cast<int>(lot.quarter) << " " << lot.area.width()
                                          << " x " << lot.area.height();
  }
}

TEST(BuildingPlans, OpenLotsStayEmpty) {
  for (const LotUse use : {LotUse::reserve, LotUse::square, LotUse::car_park, LotUse::green}) {
    EXPECT_TRUE(plan_buildings({lot_of(use, Quarter::machinery, 100.0, 100.0)}, 1).empty());
  }
}

TEST(BuildingPlans, HeightsAndFloorsAgreeWithTheUse) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    for (const auto& plan : plan_buildings({lot_of(LotUse::enterprise, Quarter::headquarters, 120.0, 160.0)}, seed)) {
      EXPECT_LE(plan.height, 80.0);
      EXPECT_NEAR(plan.floors * 4.3, plan.height, 0.13 * plan.height);
    }
    for (const auto& plan : plan_buildings({lot_of(LotUse::enterprise, Quarter::machinery, 160.0, 200.0)}, seed)) {
      if (plan.use == BuildingUse::factory) {
        EXPECT_GE(plan.height, 9.0);
        EXPECT_LE(plan.height, 18.0);
      }
    }
  }
}

}  // namespace
}  // namespace parktwin::importers::synthetic
