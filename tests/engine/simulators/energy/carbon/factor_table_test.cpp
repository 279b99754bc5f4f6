#include "engine/simulators/energy/carbon/factor_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/simulators/energy/carbon/factors.h"

namespace parktwin::energy::carbon {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> lines_of(const Problems& problems) {
  std::vector<std::string> lines;
  for (const auto& problem : problems.list()) lines.push_back(problem.place + ": " + problem.message);
  return lines;
}

TextTable table_of(const std::string& text, Problems& problems) {
  const auto file = std::filesystem::temp_directory_path() / ("parktwin_factor_table_test_" + std::to_string(getpid()) + ".csv");
  std::ofstream(file, std::ios::binary) << text;
  auto table = read_text_table(file, problems);
  std::filesystem::remove(file);
  return table;
}

TEST(FactorTable, CommentsEmptyLinesAndCarriageReturns) {
  Problems problems;
  const auto table = table_of("# what\r\na,b\r\n\r\n1,\r\n", problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_THAT(table.columns, ElementsAre("a", "b"));
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].line, 4U);
  EXPECT_THAT(table.rows[0].values, ElementsAre("1", ""));
}

TEST(FactorTable, WrongCountsAndEmptyFiles) {
  Problems problems;
  (void)table_of("a,b\n1\n1,2,3\n", problems);
  EXPECT_THAT(lines_of(problems), ElementsAre("line 2: 1 values for 2 columns", "line 3: 3 values for 2 columns"));
  Problems empty;
  (void)table_of("", empty);
  EXPECT_THAT(lines_of(empty), ElementsAre(": is empty, expected a header of column names"));
  Problems missing;
  (void)read_text_table("nowhere.csv", missing);
  EXPECT_EQ(missing.list().size(), 1U);
}

TEST(FactorTable, UnknownColumns) {
  const auto file = std::filesystem::temp_directory_path() / ("parktwin_factor_columns_test_" + std::to_string(getpid()) + ".csv");
  std::ofstream(file) << "fuel,unit,colour\ncoal,t,black\n";
  Problems problems;
  const auto records = read_records<FuelFactor>(file, problems);
  std::filesystem::remove(file);
  EXPECT_EQ(records.size(), 1U);
  EXPECT_THAT(lines_of(problems), ElementsAre("line 1: has columns that are not known"));
}

}  // namespace
}  // namespace parktwin::energy::carbon
