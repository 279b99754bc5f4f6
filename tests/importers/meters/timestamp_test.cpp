#include "importers/meters/timestamp.h"

#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

TEST(Timestamp, FormsThatMetersWrite) {
  const auto plain = parse_timestamp("2025-03-05 14:15");
  ASSERT_TRUE(plain);
  EXPECT_EQ(time_text(plain->minute), "2025-03-05 14:15");
  EXPECT_FALSE(plain->offset_min);
  EXPECT_EQ(parse_timestamp("2025/3/5 14:15:00")->minute, plain->minute);
  EXPECT_EQ(parse_timestamp("2025-03-05T14:15+08:00")->offset_min, 480);
  EXPECT_EQ(parse_timestamp("2025-03-05T14:15-0330")->offset_min, -210);
  EXPECT_EQ(parse_timestamp("2025-03-05T14:15Z")->offset_min, 0);
  EXPECT_EQ(time_text(parse_timestamp("2025-12-31 24:00")->minute), "2026-01-01 00:00");
}

TEST(Timestamp, NotOfTheCalendar) {
  for (const char* text : {"2025-02-29 00:00", "2025-13-01 00:00", "2025-01-01", "2025-01-01 25:00", "2025-01-01 24:15", "2025-01-01 10:60",
                           "2025-01-01 10:00:30", "2025-01-01 10:00 ", "2025-01-01 10:00+15:00", "25-01-01 10:00", ""}) {
    EXPECT_FALSE(parse_timestamp(text)) << text;
  }
  EXPECT_TRUE(parse_timestamp("2024-02-29 00:00"));
}

TEST(Timestamp, DaysAndYears) {
  EXPECT_EQ(parse_day("1970-01-02"), 1440);
  EXPECT_FALSE(parse_day("1970-01-02 "));
  EXPECT_EQ(year_of(*parse_day("2024-12-31") + 1439), 2024);
  EXPECT_EQ(time_text(-1), "1969-12-31 23:59");
  EXPECT_EQ(year_of(-1), 1969);
}

}  // namespace
}  // namespace parktwin::importers
