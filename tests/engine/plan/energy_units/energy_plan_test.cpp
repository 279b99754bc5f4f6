#include "engine/plan/energy_units/energy_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/criteria/criteria.h"
#include "engine/run/run.h"
#include "tests/engine/plan/block_park.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::plan {
namespace {

using criteria::Status;

/// Two halls without modules, no battery, no plant; E-2 with gas of its own.
Park bare_park() {
  Park park = energy::testing::energy_park();
  Site site = *park.site;
  site.name = "Halls";
  site.crs = "EPSG:4549";
  site.boundary.polygons = {rectangle(-10, -10, 400, 200)};
  park.site = Part<Site>(site);
  park.generators = {};
  park.storages = {};
  auto loads = park.power_loads->records();
  loads.pop_back();
  park.power_loads = Part<Table<PowerLoad>>(Table<PowerLoad>(std::move(loads)));
  Building hall;
  hall.id = "B-2";
  hall.enterprise = Id<Enterprise>(1);
  hall.footprint = rectangle(100, 0, 40, 40);
  auto buildings = park.buildings->records();
  buildings.push_back(hall);
  for (auto& building : buildings) building.height = Metres(8.0);
  park.buildings = Part<Table<Building>>(Table<Building>(std::move(buildings)));
  auto enterprises = park.enterprises->records();
  for (auto& one : enterprises) one.yearly_heat = MegawattHours(0.0);
  enterprises[0].yearly_gas = MegawattHours(200.0);
  park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(std::move(enterprises)));
  return park;
}

criteria::Pack energy_pack(double clean_percent) {
  criteria::Pack pack;
  criteria::Clause linked = coverage_clause("P2-L1", "energy.linked", 0.0);
  linked.kind = criteria::ClauseKind::qualitative;
  linked.comparator = criteria::Comparator::none;
  linked.threshold.reset();
  pack.clauses = {linked, coverage_clause("Z2-Q1", "carbon.clean_energy", clean_percent)};
  return pack;
}

std::vector<costs::Price> energy_prices(double sun_cny_per_kw, double battery_cny_per_kwh) {
  auto sun = price("add_generator", "rated_power_kw", 1.0, sun_cny_per_kw);
  sun.field = "kind";
  sun.value = "photovoltaic";
  return {sun, price("add_storage", "capacity_kwh", 1.0, battery_cny_per_kwh)};
}

struct Case {
  Park park = bare_park();
  SimulationOptions options;
  EnergyPlanOptions limits;
  CostOptions costs;
  std::vector<costs::Price> prices = energy_prices(3400.0, 1100.0);
  criteria::Pack pack = energy_pack(90.0);

  Case() { limits.most_battery_kwh = 2000.0; }

  EnergyPlan plan() const {
    LiveRun live(energy::testing::tables());
    Progress progress;
    return plan_energy({park, options, limits, {prices, costs, 2026}, pack, "2026-01-01", 1}, live, progress);
  }

  [[nodiscard]] std::string text(const EnergyPlan& plan) const {
    std::string changes;
    for (const auto& roof : plan.roofs) changes += roof_text(park, roof);
    if (plan.battery) changes += battery_text(park, *plan.battery);
    return changes;
  }

  [[nodiscard]] std::vector<criteria::Verdict> run_with(const std::string& changes, double green_share) const {
    SimulationOptions with = options;
    with.energy.green_power_share = green_share;
    const Park built = park_after(park, changes);
    Progress progress;
    return criteria::assess(run(built, with, 1, progress, nullptr, energy::testing::tables()), built, pack, "2026-01-01");
  }
};

/// A year of bill, outlay spread over the account and premium, by whole runs, with the least share of green power that does.
double cost_of(const Case& one, double first_kw, double second_kw) {
  std::string changes;
  for (const auto& [building, kw] : {std::pair(0, first_kw), std::pair(1, second_kw)}) {
    Generator roof;
    roof.id = "PV-" + std::to_string(building);
    roof.building = Id<Building>(static_cast<std::size_t>(building));
    roof.bus = Id<Bus>(1);
    roof.rated_power = Kilowatts(kw);
    if (kw > 0.0) changes += roof_text(one.park, roof);
  }
  const Park built = park_after(one.park, changes);
  Progress progress;
  const auto year = run(built, one.options, 1, progress, nullptr, energy::testing::tables()).energy;
  const auto& carbon = year.carbon;
  const double wanted_tce = 0.9 * (carbon.park.energy_tce + carbon.renewable_tce) - carbon.renewable_tce;
  const double green_kwh = std::max(0.0, wanted_tce) / 0.1229 * 1e3;  // calorific equivalent of electricity, t/MWh
  double factor = 0.0;
  for (int y = 0; y < one.costs.years; ++y) factor += std::pow(1.0 + one.costs.discount_rate, -y);
  return year.bill.total_cny - year.bill.feed_in_cny + 3400.0 * (first_kw + second_kw) / factor +
         green_kwh * one.options.energy.green_premium_cny_per_kwh;
}

TEST(EnergyPlan, MeetsTheClauseAtNoMoreThanAnySizesOfAGrid) {
  Case one;
  one.limits.most_battery_kwh = 0.0;
  one.pack.clauses.erase(one.pack.clauses.begin());
  const EnergyPlan plan = one.plan();
  ASSERT_TRUE(plan.found) << plan.reason_en;
  EXPECT_EQ(plan.standing[0].status, Status::missed);
  ASSERT_FALSE(plan.roofs.empty());
  ASSERT_TRUE(plan.green_share.has_value());
  EXPECT_LE(plan.bound_cny, plan.after_cny);
  EXPECT_LT(plan.after_cny - plan.bound_cny, 0.005 * plan.after_cny);
  EXPECT_LT(plan.value_cny(), 0.0) << "sun at these prices pays";
  const std::string changes = one.text(plan);
  for (const auto& verdict : one.run_with(changes, *plan.green_share)) EXPECT_EQ(verdict.status, Status::met) << verdict.id;
  // A little less green power misses.
  EXPECT_EQ(one.run_with(changes, *plan.green_share - 0.002)[0].status, Status::missed);

  double kw[2] = {0.0, 0.0};
  for (const auto& roof : plan.roofs) kw[roof.building.index()] = roof.rated_power.value();
  double cheapest = std::numeric_limits<double>::infinity();
  for (const double first : {0.0, 180.0, 360.0}) {
    for (const double second : {0.0, 80.0, 160.0}) cheapest = std::min(cheapest, cost_of(one, first, second));
  }
  EXPECT_LE(cost_of(one, kw[0], kw[1]), cheapest * (1.0 + 1e-4));
}

TEST(EnergyPlan, BuildsTheSmallestWhereNothingPays) {
  Case one;
  one.prices = energy_prices(1e6, 1e6);
  one.pack.clauses.pop_back();
  const EnergyPlan plan = one.plan();
  ASSERT_TRUE(plan.found) << plan.reason_en;
  ASSERT_EQ(plan.roofs.size(), 1U);
  EXPECT_EQ(plan.roofs[0].rated_power.value(), 5.0);
  ASSERT_TRUE(plan.battery.has_value());
  EXPECT_EQ(plan.battery->capacity.value(), 100.0);
  EXPECT_GT(plan.value_cny(), 0.0);
  EXPECT_LE(plan.bound_cny, plan.before_cny * (1.0 + 1e-9));
}

TEST(EnergyPlan, SaysWhatNoGreenPowerMends) {
  Case one;
  auto enterprises = one.park.enterprises->records();
  one.limits.most_battery_kwh = 0.0;
  one.pack.clauses.erase(one.pack.clauses.begin());
  enterprises[0].yearly_gas = MegawattHours(4000.0);
  one.park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(std::move(enterprises)));
  const EnergyPlan plan = one.plan();
  EXPECT_FALSE(plan.found);
  EXPECT_THAT(plan.reason_en, testing::HasSubstr("Z2-Q1 is"));
  EXPECT_THAT(plan.reason_en, testing::HasSubstr("fuels and bought heat"));
  EXPECT_THAT(plan.reason_zh, testing::HasSubstr("绿电"));
}

}  // namespace
}  // namespace parktwin::plan
