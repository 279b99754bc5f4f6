#include "engine/simulators/energy/carbon/factors.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/carbon/some_factors.h"

namespace parktwin::energy::carbon {
namespace {

TEST(Factors, AreFoundByExactlyTheirKey) {
  const auto factors = some_factors();
  ASSERT_NE(factors.find_grid(2023, "China", GridKind::without_traded), nullptr);
  EXPECT_DOUBLE_EQ(factors.find_grid(2023, "China", GridKind::without_traded)->kg_per_kwh, 0.6096);
  EXPECT_EQ(factors.find_grid(2023, "Guangdong", GridKind::fossil), nullptr);
  EXPECT_EQ(factors.find_grid(2024, "China", GridKind::average), nullptr);
  EXPECT_EQ(factors.find_fuel("peat"), nullptr);
}

// The products as the reference rounds them.
TEST(Factors, FuelsByCalorificValueCarbonAndOxidation) {
  const auto factors = some_factors();
  const auto t = [&](const std::string& fuel) { return co2_t_per_unit(*factors.find_fuel(fuel)).value_or(-1.0); };
  EXPECT_NEAR(t("natural gas"), 21.62, 0.005);
  EXPECT_NEAR(t("bituminous coal"), 2.07, 0.005);
  EXPECT_NEAR(t("anthracite"), 2.32, 0.005);
  EXPECT_NEAR(t("diesel"), 3.145, 0.0005);
  EXPECT_EQ(co2_t_per_unit(*factors.find_fuel("coke")), std::nullopt);
}

}  // namespace
}  // namespace parktwin::energy::carbon
