#include "importers/meters/meters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"
#include "importers/meters/timestamp.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Meters meters_of(const std::string& text, std::int32_t fill_steps = 0) {
  const auto file = std::filesystem::temp_directory_path() / ("parktwin_meters_test_" + std::to_string(getpid()) + ".csv");
  std::ofstream(file, std::ios::binary) << text;
  return read_meters({file, fill_steps});
}

std::vector<std::string> problems_of(const std::string& text) {
  std::vector<std::string> lines;
  try {
    (void)meters_of(text);
  } catch (const InputError& error) {
    for (const auto& problem : error.problems()) lines.push_back(problem.place + ": " + problem.message);
  }
  return lines;
}

/// Hours from one day to another, without those of a day left out.
std::string hours(const std::string& from, const std::string& to, const std::string& without = "") {
  std::string text = "time,A_kw\n";
  for (auto minute = *parse_day(from); minute < *parse_day(to); minute += 60) {
    const auto time = time_text(minute);
    if (without.empty() || !time.starts_with(without)) text += time + ",1\n";
  }
  return text;
}

TEST(Meters, QuarterHoursOfEnergyBecomePower) {
  const auto made = meters_of("time,meter,kwh\n2025-05-01 00:15,A,2\n2025-05-01 00:00,A,1\n2025-05-01 00:30,A,3\n");
  ASSERT_EQ(made.series.size(), 1U);
  EXPECT_EQ(made.series[0].step_min, 15);
  EXPECT_EQ(made.series[0].first, "2025-05-01 00:00");
  EXPECT_THAT(made.series[0].kw, ElementsAre(4.0, 8.0, 12.0));
  EXPECT_FALSE(made.series[0].whole_year);
}

TEST(Meters, RegistersAreReadByTheirDifferences) {
  const auto made = meters_of(
      "time,meter,register_kwh\n2025-05-01 00:00,A,100\n2025-05-01 00:15,A,101\n2025-05-01 00:30,A,103\n2025-05-01 00:45,A,103\n");
  ASSERT_EQ(made.series.size(), 1U);
  EXPECT_EQ(made.series[0].first, "2025-05-01 00:00");
  EXPECT_THAT(made.series[0].kw, ElementsAre(4.0, 8.0, 0.0));
  const std::string wide =
      "time,A_register_kwh,B_kw\n2025-05-01 00:00,10,1\n2025-05-01 01:00,12,1\n2025-05-01 02:00,,1\n2025-05-01 03:00,18,1\n2025-05-01 "
      "04:00,19,1\n";
  const auto filled = meters_of(wide, 1);
  EXPECT_THAT(filled.series[0].kw, ElementsAre(2.0, 3.0, 3.0, 1.0));  // what was consumed over the gap stays
  EXPECT_EQ(filled.series[0].filled, 1);
  EXPECT_THAT(filled.notes[0].text, HasSubstr("even shares of the register's rise"));
  EXPECT_THAT(problems_of(wide), ElementsAre(HasSubstr("1 readings are missing from 2025-05-01 02:00 on")));
}

TEST(Meters, RegistersThatFallAreNamed) {
  EXPECT_THAT(
      problems_of("time,meter,register_kwh\n2025-05-01 00:00,A,100\n2025-05-01 00:15,A,101\n2025-05-01 00:30,A,3\n2025-05-01 00:45,A,4\n"),
      ElementsAre(
          "line 4: meter A: the register falls from 101 to 3 kWh: the meter was exchanged or turned over, expected one series for each"));
  EXPECT_THAT(problems_of("time,meter,register_kwh\n2025-05-01 00:00,A,100\n2025-05-01 00:15,A,101\n"),
              ElementsAre(HasSubstr("has two readings of its register, expected a series")));
  EXPECT_THAT(problems_of("time,meter,register_kwh,kwh\n2025-05-01 00:00,A,1,1\n"),
              ElementsAre("line 1: needs one of the columns kw, kwh and register_kwh"));
}

TEST(Meters, WholeYearsWithAndWithoutALeapDay) {
  EXPECT_EQ(meters_of(hours("2025-01-01", "2026-01-01")).series[0].kw.size(), 8760U);
  const auto leap = meters_of(hours("2024-01-01", "2025-01-01"));
  EXPECT_EQ(leap.series[0].kw.size(), 8784U);
  EXPECT_TRUE(leap.series[0].whole_year);
  EXPECT_THAT(problems_of(hours("2024-01-01", "2025-01-01", "2024-02-29")),
              ElementsAre(HasSubstr("24 readings are missing from 2024-02-29 00:00 on: 29 February of a leap year")));
}

TEST(Meters, ClocksThatAreSet) {
  EXPECT_THAT(problems_of(hours("2025-03-29", "2025-04-01", "2025-03-30 02")),
              ElementsAre(HasSubstr("1 readings are missing from 2025-03-30 02:00 on; a clock set forward")));
  auto twice = hours("2025-10-25", "2025-10-28") + "2025-10-26 02:00,1\n";
  EXPECT_THAT(problems_of(twice),
              ElementsAre(HasSubstr("line 74: meter A: 2025-10-26 02:00 stands twice, first in line 28; a clock set back")));
  const auto offsets =
      meters_of("time,A_kw\n2025-10-26T01:00+02:00,1\n2025-10-26T02:00+02:00,2\n2025-10-26T02:00+01:00,3\n2025-10-26T03:00+01:00,4\n");
  EXPECT_THAT(offsets.series[0].kw, ElementsAre(1.0, 2.0, 3.0, 4.0));
}

TEST(Meters, GapsDuplicatesAndStraySteps) {
  EXPECT_THAT(problems_of(hours("2025-06-03", "2025-06-05", "2025-06-04 1")),
              ElementsAre(HasSubstr("10 readings are missing from 2025-06-04 10:00 on")));
  EXPECT_THAT(problems_of(hours("2025-06-03", "2025-06-04") + "2025-06-03 05:00,1\n"),
              ElementsAre("line 26: meter A: 2025-06-03 05:00 stands twice, first in line 7"));
  EXPECT_THAT(problems_of(hours("2025-06-03", "2025-06-04") + "2025-06-03 23:20,1\n"),
              ElementsAre(HasSubstr("not on the steps of 60 minutes")));
  EXPECT_THAT(problems_of("time,A_kw,B_kw\n2025-06-03 00:00,1,\n2025-06-03 01:00,1,\n"), ElementsAre(HasSubstr("meter B has no readings")));
  EXPECT_THAT(problems_of("time,A_kw\n2025-06-03 00:00,1\n"), ElementsAre(HasSubstr("has a single reading")));
  EXPECT_THAT(problems_of("time,A_kw\n2025-06-03 00:00,1\n2025-06-03 00:07,1\n"), ElementsAre(HasSubstr("steps of 7 minutes")));
}

TEST(Meters, ShortGapsAreFilledOnRequest) {
  const std::string text = "time,A_kw\n2025-06-03 00:00,1\n2025-06-03 01:00,2\n2025-06-03 04:00,8\n2025-06-03 05:00,8\n";
  EXPECT_EQ(problems_of(text).size(), 1U);
  const auto made = meters_of(text, 2);
  EXPECT_THAT(made.series[0].kw, ElementsAre(1.0, 2.0, 4.0, 6.0, 8.0, 8.0));
  EXPECT_EQ(made.series[0].filled, 2);
  ASSERT_EQ(made.notes.size(), 1U);
  EXPECT_THAT(meters_of(hours("2025-06-03", "2025-06-04"), 2).notes, IsEmpty());
}

TEST(Meters, AnHourInWhichClocksAreSetIsNeverFilled) {
  std::string text = "time,A_kw\n";
  for (auto minute = *parse_day("2025-03-29"); minute < *parse_day("2025-04-01"); minute += 15) {
    const auto time = time_text(minute);
    if (!time.starts_with("2025-03-30 02")) text += time + ",1\n";
  }
  try {
    (void)meters_of(text, 8);
    FAIL() << "the gap was filled";
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 1U);
    EXPECT_THAT(error.problems()[0].message, HasSubstr("a clock set forward would do this"));
  }
}

}  // namespace
}  // namespace parktwin::importers
