#include "engine/simulators/energy/carbon/factors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "engine/core/errors.h"

namespace parktwin::energy::carbon {
namespace {

using ::testing::HasSubstr;

Factors shipped() { return read_factors(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data/factors"); }

TEST(Factors, ShippedTables) {
  const auto factors = shipped();
  EXPECT_EQ(factors.grid.size(), 9U + 7U + 30U);
  ASSERT_NE(factors.find_grid(2023, "China", GridKind::without_traded), nullptr);
  EXPECT_DOUBLE_EQ(factors.find_grid(2023, "China", GridKind::without_traded)->kg_per_kwh, 0.6096);
  EXPECT_EQ(factors.find_grid(2022, "China", GridKind::average)->notice, "2024-33");
  EXPECT_DOUBLE_EQ(factors.find_grid(2023, "Yunnan", GridKind::average)->kg_per_kwh, 0.1333);
  EXPECT_EQ(factors.find_grid(2023, "Yunnan", GridKind::fossil), nullptr);
  EXPECT_EQ(factors.find_grid(2024, "China", GridKind::average), nullptr);
  for (const auto& factor : factors.grid) EXPECT_EQ(factor.origin, Origin::secondary);
}

// The products as the reference rounds them.
TEST(Factors, FuelsByCalorificValueCarbonAndOxidation) {
  const auto factors = shipped();
  const auto t = [&](const std::string& fuel) { return co2_t_per_unit(*factors.find_fuel(fuel)).value_or(-1.0); };
  EXPECT_NEAR(t("natural gas"), 21.62, 0.005);
  EXPECT_NEAR(t("bituminous coal"), 2.07, 0.005);
  EXPECT_NEAR(t("anthracite"), 2.32, 0.005);
  EXPECT_NEAR(t("diesel"), 3.145, 0.0005);
  EXPECT_EQ(co2_t_per_unit(*factors.find_fuel("coke")), std::nullopt);
}

TEST(Factors, EveryProblemOfBothTables) {
  const auto folder = std::filesystem::temp_directory_path() / ("parktwin_factors_test_" + std::to_string(getpid()) + "");
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "grid.csv")
      << "data_year,region,kind,kg_per_kwh\n2023,China,average,0.5\n2023,China,average,0.6\n2023,Hubei,mean,x\n";
  std::ofstream(folder / "fuels.csv") << "fuel,ncv_gj\ncoal,20\n";
  std::string text;
  try {
    (void)read_factors(folder);
  } catch (const InputError& error) {
    for (const auto& problem : error.problems()) text += to_string(problem) + "\n";
  }
  std::filesystem::remove_all(folder);
  EXPECT_THAT(text, HasSubstr("grid.csv: line 4: kind: found \"mean\""));
  EXPECT_THAT(text, HasSubstr("grid.csv: line 4: kg_per_kwh: found \"x\""));
  EXPECT_THAT(text, HasSubstr("2023 China average stands twice"));
  EXPECT_THAT(text, HasSubstr("fuels.csv: line 1: has no column unit"));
}

}  // namespace
}  // namespace parktwin::energy::carbon
