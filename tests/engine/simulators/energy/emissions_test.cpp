#include "engine/simulators/energy/emissions.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

/// 4,000 MWh bought of 4,500 used; a plant of 100 MWh and 400 MWh of heat; 1,000 MWh of heat and 500 MWh of gas at E-1.
struct Made {
  Park park = testing::energy_park();
  std::vector<EnterpriseEnergy> enterprises = {{Id<Enterprise>(0), 3000.0, 0.0, "", 0.0, 0.0, true},
                                               {Id<Enterprise>(1), 1400.0, 0.0, "", 0.0, 0.0, true}};

  [[nodiscard]] carbon::Result account(const std::string& fuel = "natural gas") const {
    return carbon_account({park, 4000.0, 4500.0, enterprises, 100.0, 400.0, 1000.0, 0.8, fuel}, *testing::tables().factors, {});
  }
};

TEST(Emissions, WorkedByHand) {
  const auto result = Made().account();
  EXPECT_TRUE(result.complete);
  EXPECT_NEAR(result.park.electricity_location_t, 4000.0 * 0.41, 1e-9);
  EXPECT_NEAR(result.park.electricity_market_t, 4000.0 * 0.51, 1e-9);
  EXPECT_NEAR(result.park.heat_t, 0.6 * 1000.0 * 3.6 * 0.11, 1e-9);  // the plant makes 40 %
  // 500 MWh of gas and (100 + 400) / 0.8 MWh of the plant's: GJ × tC/GJ × oxidation × 44/12.
  EXPECT_NEAR(result.park.fuel_t, (500.0 + 625.0) * 3.6 * 0.0153 * 0.99 * 44.0 / 12.0, 1e-9);
  ASSERT_EQ(result.enterprises.size(), 2U);
  EXPECT_EQ(result.enterprises[0].name, "E-1");
  EXPECT_NEAR(result.enterprises[0].electricity_location_t, 3000.0 * 4000.0 / 4500.0 * 0.41, 1e-9);
}

TEST(Emissions, NameAFuelWithoutAFactor) {
  const auto result = Made().account("peat");
  EXPECT_FALSE(result.complete);
  EXPECT_NEAR(result.park.fuel_t, 500.0 * 3.6 * 0.0153 * 0.99 * 44.0 / 12.0, 1e-9);
}

/// A building of its own and two of one owner, worked by hand: 4,000 MWh bought, of which 1,000 green, 50 t of lime, 3 t of the value
/// chain.
TEST(Emissions, ByBuildingAndScope) {
  Made made;
  std::vector<Building> buildings = {testing::named<Building>("B-1"), testing::named<Building>("B-2"), testing::named<Building>("B-3")};
  for (std::size_t b = 0; b < 3; ++b) {
    buildings[b].enterprise = Id<Enterprise>(b == 2 ? 1 : 0);
    buildings[b].footprint = {{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}};
  }
  buildings[1].floors = 3;  // three quarters of the floor area of E-1
  made.park.buildings = Part(Table(buildings));
  const std::vector<DeclaredEmission> declared = {{DeclaredScope::process, "lime", "E-1", "B-2", 100.0, 0.5},
                                                  {DeclaredScope::value_chain, "road", "E-9", "", 30.0, 0.1}};
  EmissionInputs in{made.park, 4000.0, 4500.0, made.enterprises, 0.0, 0.0, 1000.0, 0.8, "natural gas"};
  in.declared = declared;
  in.green_mwh = 1000.0;
  in.own_renewable_mwh = 500.0;
  const auto result = carbon_account(in, *testing::tables().factors, {});
  EXPECT_FALSE(result.complete);  // E-9 is not in the park
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_NEAR(result.park.process_t, 50.0, 1e-12);
  EXPECT_NEAR(result.park.value_chain_t, 3.0, 1e-12);
  EXPECT_NEAR(result.park.electricity_location_t, 4000.0 * 0.41, 1e-9);
  EXPECT_NEAR(result.park.electricity_market_t, 3000.0 * 0.51, 1e-9);
  ASSERT_EQ(result.buildings.size(), 3U);
  const double of_e1 = 3000.0 * 4000.0 / 4500.0;
  EXPECT_NEAR(result.buildings[0].electricity_location_t, of_e1 / 4.0 * 0.41, 1e-9);
  EXPECT_NEAR(result.buildings[1].electricity_location_t, of_e1 * 0.75 * 0.41, 1e-9);
  EXPECT_NEAR(result.buildings[1].process_t, 50.0, 1e-12);
  EXPECT_NEAR(result.buildings[0].heat_t + result.buildings[1].heat_t, 1000.0 * 3.6 * 0.11, 1e-9);
  EXPECT_NEAR(result.enterprises[0].electricity_location_t, of_e1 * 0.41, 1e-9);
  // Standard coal: 4,000 MWh and 500 MWh of own sun at 0.1229, heat, 500 MWh of gas at 13.3 tce per 389.31 GJ.
  const double bought_tce = 4000.0 * 0.1229 + 3600.0 * 0.03412 + 500.0 * 3.6 / 389.31 * 13.3;
  EXPECT_NEAR(result.park.energy_tce, bought_tce, 1e-9);
  EXPECT_NEAR(result.renewable_tce, 500.0 * 0.1229, 1e-9);
  EXPECT_NEAR(result.green_tce, 1000.0 * 0.1229, 1e-9);
  EXPECT_NEAR(result.intensity_t_per_tce, (result.park.fuel_t + 50.0 + 3000.0 * 0.51 + 3600.0 * 0.11) / (bought_tce + 500.0 * 0.1229),
              1e-9);
}

TEST(Emissions, ByHourTakeTheFactorOfTheHour) {
  const Made made;
  const std::vector<HourlyPurchase> by_hour = {{2e6, 1e6}, {1e6, 2e5}, {5e5, 5e5}};
  EmissionInputs in{made.park, 3500.0, 4000.0, made.enterprises, 0.0, 0.0, 0.0, 0.85, ""};
  in.by_hour = by_hour;
  const auto result = carbon_account(in, *testing::tables().factors, {});
  EXPECT_NEAR(result.park.electricity_location_t, 1700.0, 1e-9);
  EXPECT_NEAR(result.enterprises[0].electricity_location_t, 1000.0, 1e-9);
  EXPECT_NEAR(result.enterprises[1].electricity_location_t, 200.0, 1e-9);
  EXPECT_NEAR(result.park.electricity_market_t, 3500.0 * 0.51, 1e-9);
}

TEST(Emissions, QuarterHourlyFactorsAreThoseOfYearAndRegion) {
  carbon::Factors factors;
  factors.hourly = {{2023, "Jiangsu", {0.5, 0.7}}};
  EXPECT_EQ(quarter_hourly_factors(factors, {2023, "Jiangsu"}), (std::vector<double>{0.5, 0.5, 0.5, 0.5, 0.7, 0.7, 0.7, 0.7}));
  EXPECT_TRUE(quarter_hourly_factors(factors, {2022, "Jiangsu"}).empty());
}

TEST(Emissions, OfAParkThatBuysNothing) {
  const Park park = testing::energy_park();
  const auto result = carbon_account({park, 0.0, 0.0, {}, 0.0, 0.0, 0.0, 0.85, "natural gas"}, *testing::tables().factors, {});
  EXPECT_EQ(result.park.electricity_location_t, 0.0);
  EXPECT_TRUE(result.complete);
}

}  // namespace
}  // namespace parktwin::energy
