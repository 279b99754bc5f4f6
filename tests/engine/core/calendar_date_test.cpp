#include "engine/core/calendar_date.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

namespace parktwin {
namespace {

// The Gregorian calendar repeats after 400 years of 146,097 days (ISO 8601-1:2019, 3.2.1).
TEST(CalendarDate, CountsTheDaysOfTheGregorianCycle) {
  int days = 0;
  for (int year = 1801; year <= 2200; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        char text[16];
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
        days += is_calendar_date(text) ? 1 : 0;
      }
    }
  }
  EXPECT_EQ(days, 146097);
}

TEST(CalendarDate, KnowsLeapYears) {
  EXPECT_TRUE(is_calendar_date("2024-02-29"));
  EXPECT_TRUE(is_calendar_date("2000-02-29"));
  EXPECT_FALSE(is_calendar_date("1900-02-29"));
  EXPECT_FALSE(is_calendar_date("2026-02-29"));
  EXPECT_TRUE(is_calendar_date("2026-11-22"));
}

TEST(CalendarDate, RefusesOtherForms) {
  for (const std::string text : {"", "2026", "2026-1-2", "22.11.2026", "2026/11/22", "2026-11-22T00", " 2026-11-2", "0000-01-01",
                                 "2026-11-31", "20261122", "abcd-ef-gh", "2026-11-2x", "+026-11-22"}) {
    EXPECT_FALSE(is_calendar_date(text)) << text;
  }
}

}  // namespace
}  // namespace parktwin
