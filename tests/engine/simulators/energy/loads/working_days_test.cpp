#include "engine/simulators/energy/loads/working_days.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace parktwin::energy::loads {
namespace {

std::size_t count(const WorkingDays& year, DayKind kind) {
  return static_cast<std::size_t>(std::count(year.days.begin(), year.days.end(), kind));
}

// Days of the year from 0, in a year without 29 February.
constexpr std::size_t january_26 = 25;
constexpr std::size_t january_28 = 27;
constexpr std::size_t october_8 = 280;
constexpr std::size_t october_11 = 283;

TEST(WorkingDays, FollowTheArrangementOf2025) {
  const WorkingDays year = working_days(2025);
  EXPECT_TRUE(year.known);
  ASSERT_EQ(year.days.size(), days_per_year);
  EXPECT_EQ(count(year, DayKind::holiday), 1U + 8U + 3U + 5U + 3U + 8U);
  EXPECT_EQ(year.days[january_26], DayKind::working);  // a Sunday that is worked
  EXPECT_EQ(year.days[january_28], DayKind::holiday);  // eve of the Spring Festival
  EXPECT_EQ(year.days[january_28 + 7], DayKind::holiday);
  EXPECT_EQ(year.days[january_28 + 8], DayKind::working);
  EXPECT_EQ(year.days[october_8], DayKind::holiday);
  EXPECT_EQ(year.days[october_11], DayKind::working);   // a Saturday
  EXPECT_EQ(year.days[october_11 + 1], DayKind::rest);  // and its Sunday
  EXPECT_EQ(count(year, DayKind::working), 248U);       // as published: 365 less 52 × 2 + 13 days
}

/// Days off are what the holidays add to the weekends, less what is made up for: holidays of the regulation on days of the week.
TEST(WorkingDays, GiveBackTheWeekendsTheyTake) {
  for (const std::int32_t year : {2024, 2025, 2026}) {
    const WorkingDays days = working_days(year);
    EXPECT_TRUE(days.known) << year;
    const std::size_t off = count(days, DayKind::rest) + count(days, DayKind::holiday);
    EXPECT_GE(off, 104U + 10U) << year;
    EXPECT_LE(off, 105U + 14U) << year;
  }
}

TEST(WorkingDays, OfOtherYearsKnowOnlyTheDatedHolidays) {
  const WorkingDays year = working_days(2031);
  EXPECT_FALSE(year.known);
  EXPECT_EQ(count(year, DayKind::holiday), 6U);
  EXPECT_EQ(year.days[0], DayKind::holiday);
  EXPECT_EQ(year.days[1], DayKind::working);  // 2 January 2031 is a Thursday
  EXPECT_EQ(year.days[3], DayKind::rest);     // a Saturday
}

TEST(WorkingDays, KeepWeekdaysAcrossTheMissing29February) {
  const WorkingDays year = working_days(2028);  // a leap year: 28 February is a Monday, 1 March a Wednesday
  ASSERT_EQ(year.days.size(), days_per_year);
  EXPECT_EQ(year.days[58], DayKind::working);
  EXPECT_EQ(year.days[59 + 3], DayKind::rest);  // Saturday, 4 March
  EXPECT_EQ(year.days[59 + 2], DayKind::working);
}

TEST(WorkingDays, NameStepsByDateAndTime) {
  EXPECT_EQ(time_of_step(0), "01-01 00:00");
  EXPECT_EQ(time_of_step(96 * 58 + 95), "02-28 23:45");
  EXPECT_EQ(time_of_step(96 * 59 + 55), "03-01 13:45");
  EXPECT_EQ(time_of_step(35039), "12-31 23:45");
  EXPECT_EQ(month_of_day(0), 0U);
  EXPECT_EQ(month_of_day(31), 1U);
  EXPECT_EQ(month_of_day(364), 11U);
}

}  // namespace
}  // namespace parktwin::energy::loads
