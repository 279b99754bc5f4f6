#include <gtest/gtest.h>

#include "tests/importers/synthetic/planned_lots.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(PlantPlans, WarehousesKeepATruckYardBetweenHalls) {
  const Lot lot = lot_of(LotUse::enterprise, Quarter::logistics, 300.0, 260.0);
  std::vector<Box> halls;
  for (const auto& plan : plan_buildings({lot}, 3)) {
    if (plan.use == BuildingUse::warehouse) halls.push_back(bounds(plan.footprint));
    EXPECT_LE(plan.height, 20.0);
  }
  ASSERT_GE(halls.size(), 2U);
  for (std::size_t i = 1; i < halls.size(); ++i) EXPECT_GE(halls[i].low.y - halls[i - 1].high.y, 30.0);
}

TEST(PlantPlans, ProcessPlantsHaveTanksBetween8And15Metres) {
  int tanks = 0;
  for (const auto& plan : plan_buildings({lot_of(LotUse::enterprise, Quarter::process, 240.0, 200.0)}, 5)) {
    if (plan.use != BuildingUse::tank) continue;
    ++tanks;
    EXPECT_GE(plan.height, 8.0);
    EXPECT_LE(plan.height, 15.0);
    EXPECT_EQ(plan.floors, 1);
  }
  EXPECT_GE(tanks, 2);
}

TEST(PlantPlans, SmallLotsGetOneHall) {
  EXPECT_EQ(plan_buildings({lot_of(LotUse::enterprise, Quarter::machinery, 42.0, 70.0)}, 5).size(), 1U);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
