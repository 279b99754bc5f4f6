#include "importers/emission_factors/emission_factors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"

namespace parktwin::importers {
namespace {

using energy::carbon::GridKind;
using ::testing::HasSubstr;

std::string problems_of(const std::string& grid, const std::string& fuels) {
  const auto folder = std::filesystem::temp_directory_path() / ("parktwin_factors_test_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  if (!grid.empty()) std::ofstream(folder / "grid.csv") << grid;
  std::ofstream(folder / "fuels.csv") << fuels;
  std::string text;
  try {
    (void)read_emission_factors(folder);
  } catch (const InputError& error) {
    for (const auto& problem : error.problems()) text += to_string(problem) + "\n";
  }
  std::filesystem::remove_all(folder);
  return text;
}

TEST(EmissionFactors, ShippedTables) {
  const auto factors = read_emission_factors(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data/factors");
  EXPECT_EQ(factors.grid.size(), 9U + 7U + 30U);
  ASSERT_NE(factors.find_grid(2023, "China", GridKind::without_traded), nullptr);
  EXPECT_DOUBLE_EQ(factors.find_grid(2023, "China", GridKind::without_traded)->kg_per_kwh, 0.6096);
  EXPECT_EQ(factors.find_grid(2022, "China", GridKind::average)->notice, "2024-33");
  EXPECT_DOUBLE_EQ(factors.find_grid(2023, "Yunnan", GridKind::average)->kg_per_kwh, 0.1333);
  EXPECT_EQ(factors.find_grid(2023, "Yunnan", GridKind::fossil), nullptr);
  EXPECT_EQ(factors.find_grid(2024, "China", GridKind::average), nullptr);
  for (const auto& factor : factors.grid) EXPECT_EQ(factor.origin, FigureOrigin::secondary);
  EXPECT_EQ(factors.fuels.size(), 8U);
}

TEST(EmissionFactors, EveryProblemOfBothTables) {
  const auto text = problems_of(
      "data_year,region,kind,kg_per_kwh\n2023,China,average,0.5\n2023,China,average,0.6\n2023,Hubei,mean,x\n"
      "1800,Hubei,average,9\n",
      "fuel,ncv_gj,colour\ncoal,20,black\n");
  EXPECT_THAT(text, HasSubstr("grid.csv: row 4: kind: found \"mean\""));
  EXPECT_THAT(text, HasSubstr("grid.csv: row 4: kg_per_kwh: found \"x\""));
  EXPECT_THAT(text, HasSubstr("grid.csv: row 5: data_year: found 1800, expected 1990 to 2100"));
  EXPECT_THAT(text, HasSubstr("grid.csv: row 5: kg_per_kwh: found 9, expected 0 to 5"));
  EXPECT_THAT(text, HasSubstr("2023 China average stands twice"));
  EXPECT_THAT(text, HasSubstr("fuels.csv: row 1: has no column unit"));
  EXPECT_THAT(text, HasSubstr("fuels.csv: row 1: has a column colour, which is not known"));
}

TEST(EmissionFactors, AMissingTableAndAnEmptyCell) {
  const auto text = problems_of("", "fuel,unit\n,t\n");
  EXPECT_THAT(text, HasSubstr("grid.csv"));
  EXPECT_THAT(text, HasSubstr("fuels.csv: row 2: fuel: is missing"));
}

}  // namespace
}  // namespace parktwin::importers
