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

TEST(Emissions, OfAParkThatBuysNothing) {
  const Park park = testing::energy_park();
  const auto result = carbon_account({park, 0.0, 0.0, {}, 0.0, 0.0, 0.0, 0.85, "natural gas"}, *testing::tables().factors, {});
  EXPECT_EQ(result.park.electricity_location_t, 0.0);
  EXPECT_TRUE(result.complete);
}

}  // namespace
}  // namespace parktwin::energy
