#include "importers/meters/meter_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

MeterRows rows_of(const std::string& text, Problems& problems) {
  const auto file = std::filesystem::temp_directory_path() / ("parktwin_meter_rows_test_" + std::to_string(getpid()) + ".csv");
  std::ofstream(file, std::ios::binary) << text;
  auto rows = read_meter_rows(file, problems);
  std::filesystem::remove(file);
  return rows;
}

std::vector<std::string> problems_of(const std::string& text) {
  Problems problems;
  (void)rows_of(text, problems);
  std::vector<std::string> lines;
  for (const auto& problem : problems.list()) lines.push_back(problem.place + ": " + problem.message);
  return lines;
}

TEST(MeterRows, LongWideAndDaysSayTheSame) {
  Problems problems;
  const auto expect_rows = [&](const std::string& text) {
    const auto rows = rows_of(text, problems);
    ASSERT_EQ(rows.meters.size(), 2U) << text;
    EXPECT_EQ(rows.meters[0].name, "A");
    ASSERT_EQ(rows.meters[1].readings.size(), 2U) << text;
    EXPECT_DOUBLE_EQ(rows.meters[1].readings[1].value, 4.0);
    EXPECT_EQ(rows.meters[1].readings[1].minute - rows.meters[1].readings[0].minute, 60);
  };
  expect_rows("time,meter,kw\n2025-01-01 00:00,A,1\n2025-01-01 00:00,B,2\n2025-01-01 01:00,A,3\n2025-01-01 01:00,B,4\n");
  expect_rows("\xEF\xBB\xBFtime;A_kw;B_kw\r\n2025-01-01 00:00;1;2\r\n\r\n2025-01-01 01:00;3;4\r\n");
  expect_rows("meter\tdate\t00:00\t01:00\nA\t2025-01-01\t1\t3\nB\t2025-01-01\t2\t4\n");
  EXPECT_TRUE(problems.empty());
}

TEST(MeterRows, EnergyIsMarked) {
  Problems problems;
  EXPECT_TRUE(rows_of("time,meter,kwh\n2025-01-01 00:00,A,1\n", problems).meters[0].energy);
  EXPECT_TRUE(rows_of("time,A_kwh\n2025-01-01 00:00,1\n", problems).meters[0].energy);
}

TEST(MeterRows, EveryProblemWithItsLine) {
  EXPECT_THAT(problems_of("time,meter,kw\n2025-02-30 00:00,A,1\n2025-01-01 00:00,A,x\n2025-01-01 01:00,,1\n1,2\n"),
              ElementsAre(HasSubstr("line 5: 2 values for 3 columns"), HasSubstr("line 2: found \"2025-02-30 00:00\""),
                          HasSubstr("line 3: found \"x\", expected a number"), HasSubstr("line 4: names no meter")));
  EXPECT_THAT(problems_of("time,meter,kw,kwh\n2025-01-01 00:00,A,1,1\n"),
              ElementsAre(HasSubstr("needs one of the columns kw, kwh and register_kwh")));
  EXPECT_THAT(problems_of("time,A\n2025-01-01 00:00,1\n"), ElementsAre(HasSubstr("column \"A\" says no unit")));
  EXPECT_THAT(problems_of("time,A_kw,A_kwh\n2025-01-01 00:00,1,1\n"), ElementsAre(HasSubstr("meter A has two columns")));
  EXPECT_THAT(problems_of("meter,date,24:00\nA,2025-02-29,1\n"), ElementsAre(HasSubstr("column \"24:00\""), HasSubstr("2025-02-29")));
  EXPECT_THAT(problems_of("when,what\n1,2\n"), ElementsAre(HasSubstr("has neither")));
  EXPECT_THAT(problems_of(""), ElementsAre(HasSubstr("is empty")));
  EXPECT_THAT(problems_of("time,meter,kw\n"), ElementsAre(HasSubstr("has no readings")));
  EXPECT_THAT(problems_of("time,A_kw\n2025-01-01 00:00+08:00,1\n2025-01-01 01:00,1\n"), ElementsAre(HasSubstr("line 3: has an offset")));
}

TEST(MeterRows, OffsetsAreTakenAtTheFirst) {
  Problems problems;
  const auto rows = rows_of("time,A_kw\n2025-10-26T02:00+02:00,1\n2025-10-26T02:00+01:00,2\n", problems);
  EXPECT_EQ(rows.meters[0].readings[1].minute - rows.meters[0].readings[0].minute, 60);
}

}  // namespace
}  // namespace parktwin::importers
