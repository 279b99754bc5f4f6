#include "importers/tariffs/tariffs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"

namespace parktwin::importers {
namespace {

using energy::tariff::Period;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Tariffs, ReadsTheGuangdongPattern) {
  const auto tariff = read_tariff(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data/tariffs/guangdong-pattern.yaml");
  EXPECT_EQ(tariff.rules.size(), 7U);
  EXPECT_DOUBLE_EQ(factor_of(tariff, Period::critical), 1.7 * 1.25);
  EXPECT_DOUBLE_EQ(factor_of(tariff, Period::flat), 1.0);
  EXPECT_EQ(tariff.origin, FigureOrigin::secondary);
}

TEST(Tariffs, EveryFileIsRead) {
  int read = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data/tariffs")) {
    if (entry.path().extension() != ".yaml") continue;
    EXPECT_EQ(read_tariff(entry.path()).name, entry.path().stem());
    ++read;
  }
  EXPECT_GT(read, 0);
}

std::vector<std::string> problems_of(const std::string& text) {
  const auto file = std::filesystem::temp_directory_path() / ("parktwin_tariff_test_" + std::to_string(getpid()) + ".yaml");
  std::ofstream(file) << text;
  std::vector<std::string> lines;
  try {
    (void)read_tariff(file);
  } catch (const InputError& error) {
    for (const auto& problem : error.problems()) lines.push_back(problem.message);
  }
  std::filesystem::remove(file);
  return lines;
}

TEST(Tariffs, EveryProblemAtOnce) {
  EXPECT_THAT(problems_of("name: broken\ndata_year: 2025\nbase_cny_per_kwh: [0.1, 0.2]\n"
                          "factors: [{period: peak, factor: 2}, {period: peak, factor: 3}]\n"
                          "rules:\n  - {period: valley, from_h: 8, to_h: 6}\nprise: 3\n"),
              ElementsAre(HasSubstr("prise"), HasSubstr("base_cny_per_kwh: 2 values, expected 1 or 12"),
                          HasSubstr("factors: peak stands twice"), HasSubstr("rule 1 ends at 6 h")));
}

TEST(Tariffs, MonthsAndPeriodsThatDoNotExist) {
  EXPECT_THAT(problems_of("name: a\ndata_year: 2025\nrules:\n  - {period: peak, months: [13]}\n  - {period: noon}\n"),
              ElementsAre(HasSubstr("months: found 13"), HasSubstr("noon")));
}

}  // namespace
}  // namespace parktwin::importers
