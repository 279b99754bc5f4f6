#include "engine/plan/energy_units/candidates.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::plan {
namespace {

/// B-1 carries PV-1; another building of E-2, a shed and a tank beside it.
Park park_with_roofs() {
  Park park = energy::testing::energy_park();
  auto buildings = park.buildings->records();
  const auto add = [&](const char* id, double side, BuildingUse use) {
    Building building;
    building.id = id;
    building.use = use;
    building.enterprise = Id<Enterprise>(1);
    building.footprint = {{{100, 0}, {100 + side, 0}, {100 + side, side}, {100, side}}, {}};
    buildings.push_back(building);
  };
  add("SHED", 6.0, BuildingUse::warehouse);
  add("HALL", 50.0, BuildingUse::factory);
  add("SMALL", 10.0, BuildingUse::factory);
  add("TANK", 80.0, BuildingUse::tank);
  park.buildings = Part<Table<Building>>(Table<Building>(std::move(buildings)));
  return park;
}

TEST(EnergyCandidates, AreTheLargestFreeRoofsAtTheirEnterprisesLoads) {
  const Park park = park_with_roofs();
  EnergyPlanOptions limits;
  const auto roofs = free_roofs(park, limits);
  ASSERT_EQ(roofs.size(), 2U);
  EXPECT_EQ((*park.buildings)[roofs[0].building].id, "HALL");
  EXPECT_EQ(roofs[0].rated_power.value(), 250.0);
  EXPECT_EQ(roofs[0].bus, Id<Bus>(1));
  EXPECT_EQ((*park.buildings)[roofs[1].building].id, "SMALL");
  EXPECT_NE(roofs[0].id, roofs[1].id);
  limits.most_roofs = 1;
  EXPECT_EQ(free_roofs(park, limits).size(), 1U);
  limits.roof_share = 0.25;
  EXPECT_EQ(free_roofs(park, limits)[0].rated_power.value(), 125.0);
  limits.module_kw_per_m2 = 0.1;
  EXPECT_EQ(free_roofs(park, limits)[0].rated_power.value(), 62.0);
}

TEST(EnergyCandidates, ABatteryStandsByAnotherOrAtTheLargestLoad) {
  Park park = park_with_roofs();
  EnergyPlanOptions limits;
  limits.battery_duration_h = 4.0;
  EXPECT_EQ(battery_of(park, 400.0, limits).bus, Id<Bus>(1));
  EXPECT_EQ(battery_of(park, 400.0, limits).rated_power.value(), 100.0);
  park.storages = {};
  EXPECT_EQ(battery_of(park, 400.0, limits).bus, Id<Bus>(2));
  EXPECT_FALSE(battery_of({}, 400.0, limits).bus.valid());
}

}  // namespace
}  // namespace parktwin::plan
