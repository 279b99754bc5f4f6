#include "engine/criteria/energy_metrics.h"

#include <gmock/gmock.h>

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using ::testing::ElementsAre;

/// Two enterprises of 600 and 300 MWh, 100 MWh of others; a battery that saves; a complete account; PV.
SmallWorld good_world() {
  SmallWorld world;
  std::vector<Enterprise> enterprises(2);
  enterprises[0].id = "E-1";
  enterprises[1].id = "E-2";
  enterprises[1].name = "Second";
  enterprises[1].name_zh = "二号";
  world.park.enterprises = part_of(enterprises);
  Storage battery;
  battery.id = "BAT-1";
  world.park.storages = part_of(std::vector<Storage>{battery});
  auto& energy = world.results.energy;
  energy.year = 2025;
  energy.balance.consumption_mwh = 920.0;
  energy.balance.equipment_mwh = 20.0;
  energy.balance.pv_mwh = 10.0;
  energy.enterprises = {{Id<Enterprise>(0), 600.0, 0.0, "", 0.0, 0.0, true}, {Id<Enterprise>(1), 300.0, 0.0, "", 0.0, 0.0, true}};
  energy.bill.saving_cny = 5000.0;
  return world;
}

TEST(EnergyMetrics, AllIsThereWhenAllIsMeteredDispatchedAndAccounted) {
  const SmallWorld world = good_world();
  const auto metered = world.measure("energy.metered");
  EXPECT_EQ(metered.part, metered.whole);
  EXPECT_TRUE(metered.where.empty());
  const auto linked = world.measure("energy.linked");
  EXPECT_EQ(linked.part, 3.0);
  EXPECT_EQ(linked.whole, 3.0);
  EXPECT_EQ(world.measure("energy.green_scenarios").part, 2.0);
  EXPECT_EQ(world.measure("energy.green_scenarios").whole, 0.0);
  const auto supervision = world.measure("energy.supervision");
  EXPECT_EQ(supervision.part, 2.0);
  EXPECT_EQ(supervision.whole, 3.0);
  EXPECT_THAT(supervision.where, ElementsAre(Text{"supervision of safety: no networked scenario watches for hazards",
                                                  "安全监管：无安防、环境或管廊监测场景"}));
}

TEST(EnergyMetrics, SafetyIsWatchedByAScenarioThatWorks) {
  SmallWorld world = good_world();
  std::vector<NetworkedScenario> scenarios(3);
  scenarios[0].id = "NSC-1";
  scenarios[0].kind = ScenarioKind::security;
  scenarios[1].id = "NSC-2";
  scenarios[1].kind = ScenarioKind::environment;
  scenarios[2].id = "NSC-3";
  scenarios[2].kind = ScenarioKind::logistics;
  world.park.networked_scenarios = part_of(scenarios);
  using needs::ScenarioState;
  auto& outcomes = world.results.needs.scenarios;
  outcomes = {{Id<NetworkedScenario>(0), {}, {}, ScenarioState::needs_missed, 2, 1},
              {Id<NetworkedScenario>(1), {}, {}, ScenarioState::not_deployed, 1, 0},
              {Id<NetworkedScenario>(2), {}, {}, ScenarioState::works, 1, 1}};
  EXPECT_EQ(world.measure("energy.supervision").part, 2.0);
  EXPECT_EQ(world.measure("energy.supervision").where.at(0).en,
            "supervision of safety: deployed and with all needs met is none of NSC-1, NSC-2");
  outcomes[0].state = ScenarioState::works;
  EXPECT_EQ(world.measure("energy.supervision").part, 3.0);
  EXPECT_TRUE(world.measure("energy.supervision").where.empty());
}

TEST(EnergyMetrics, NamesWhatIsNotMetered) {
  SmallWorld world = good_world();
  world.results.energy.enterprises[1].metered = false;
  world.results.energy.balance.unserved_mwh = 100.0;
  const auto metered = world.measure("energy.metered");
  EXPECT_NEAR(metered.part / metered.whole, 0.6, 1e-12);
  EXPECT_THAT(metered.where,
              ElementsAre(Text{"Second (E-2): 300 MWh without a meter in the grid", "二号（E-2）：300 MWh无电网计量"},
                          Text{"loads of no enterprise: 100 MWh by planned peak only", "无企业归属的负荷：100 MWh，仅按规划峰值估算"}));
  const auto linked = world.measure("energy.linked");
  EXPECT_EQ(linked.part, 2.0);
  EXPECT_EQ(linked.where[0], (Text{"monitoring: 60 % of the electricity is metered", "能源监测：计量用电占60%"}));
}

TEST(EnergyMetrics, ChargersAndChillersCountTheirOwn) {
  SmallWorld world = good_world();
  ChargingStation station;
  station.id = "EV-1";
  station.bus = Id<Bus>(0);
  ThermalUnit chiller;
  chiller.id = "CH-1";
  chiller.bus = Id<Bus>(1);
  world.park.charging_stations = part_of(std::vector<ChargingStation>{station});
  world.park.thermal_units = part_of(std::vector<ThermalUnit>{chiller});
  auto& energy = world.results.energy;
  energy.balance.consumption_mwh = 1020.0;
  energy.grid.buses.resize(2);
  energy.grid.buses[0].supplied = true;
  energy.charging.resize(1);
  energy.charging[0].station = Id<ChargingStation>(0);
  energy.charging[0].energy_mwh = 60.0;
  energy.heat_and_cold.units.resize(1);
  energy.heat_and_cold.units[0].unit = Id<ThermalUnit>(0);
  energy.heat_and_cold.units[0].electricity_mwh = 40.0;
  EXPECT_NEAR(world.measure("energy.metered").part, 960.0, 1e-9) << "the chiller's bus has no supply";
  energy.grid.buses[1].supplied = true;
  const auto metered = world.measure("energy.metered");
  EXPECT_EQ(metered.part, metered.whole);
}

TEST(EnergyMetrics, NothingUsedIsNothingMonitored) {
  SmallWorld world = good_world();
  world.results.energy.balance.consumption_mwh = 20.0;  // equipment alone
  world.results.energy.enterprises.clear();
  EXPECT_FALSE(world.measure("energy.metered").measured());
  EXPECT_EQ(world.measure("energy.linked").part, 2.0);
}

TEST(EnergyMetrics, ControlThatCostsMoreIsNoDispatch) {
  SmallWorld world = good_world();
  world.results.energy.bill.saving_cny = -1200.0;
  EXPECT_EQ(world.measure("energy.linked").part, 2.0);
  EXPECT_EQ(world.measure("energy.green_scenarios").part, 1.0);
  EXPECT_EQ(world.measure("energy.linked").where[0],
            (Text{"dispatch: the control of storages costs 1200 CNY a year more than idling", "动态调配：储能调配比闲置年多支出1200元"}));
  world.results.energy.bill.reason = "no tariff is given";
  EXPECT_EQ(world.measure("energy.linked").where[0].en, "dispatch: no saving can be told: no tariff is given");
  world.park.storages = {};
  EXPECT_EQ(world.measure("energy.linked").where[0].en, "dispatch: the park has no storage to dispatch");
}

TEST(EnergyMetrics, AnAccountWithGapsDoesNotCount) {
  SmallWorld world = good_world();
  world.results.energy.carbon.complete = false;
  EXPECT_EQ(world.measure("energy.supervision").part, 1.0);
  world.results.energy.carbon_reason = "no emission factors are given";
  EXPECT_EQ(world.measure("energy.supervision").where[1].en, "carbon account: no emission factors are given");
  world.results.energy.balance.pv_mwh = 0.0;
  EXPECT_EQ(world.measure("energy.linked").where.back(), (Text{"cut of emissions: no generation without fuel", "节能减排：无清洁发电"}));
}

TEST(EnergyMetrics, AreNotMeasuredWithoutAYear) {
  SmallWorld world = good_world();
  world.results.energy.reason = "nothing in the inventory";
  for (const char* name : {"energy.metered", "energy.linked", "energy.green_scenarios", "energy.supervision"}) {
    EXPECT_FALSE(world.measure(name).measured()) << name;
    EXPECT_FALSE(SmallWorld().measure(name).measured()) << name;
  }
}

}  // namespace
}  // namespace parktwin::criteria
