#include "engine/simulators/energy/tariff/price_year.h"

#include <gtest/gtest.h>

namespace parktwin::energy::tariff {
namespace {

Tariff pattern() {
  Tariff tariff;
  tariff.base_cny_per_kwh = {0.5};
  tariff.factors = {{Period::peak, 2.0}, {Period::valley, 0.4}, {Period::critical, 3.0}};
  tariff.rules = {{Period::valley, 0.0, 8.0, {}, DayKind::any},
                  {Period::peak, 10.0, 12.0, {}, DayKind::any},
                  {Period::critical, 11.0, 12.0, {7, 8}, DayKind::any},
                  {Period::critical, 10.0, 11.0, {}, DayKind::hot},
                  {Period::deep_valley, 10.5, 12.0, {}, DayKind::holiday},
                  {Period::flat, 0.0, 2.0, {}, DayKind::weekend}};
  tariff.components = {{"levies", 0.03}};
  return tariff;
}

TEST(PriceYear, PlainDayModelMonthHotDayHolidayAndWeekend) {
  CalendarYear calendar;
  calendar.year = 2025;
  calendar.hot_days = {day_of_year(2025, 6, 11)};
  calendar.holidays = {day_of_year(2025, 10, 1)};
  const auto year = price_year(pattern(), calendar);
  ASSERT_EQ(year.period.size(), 8760U);
  const auto at = [&](std::int32_t month, std::int32_t day, std::int32_t hour) {
    return year.period[static_cast<std::size_t>(day_of_year(2025, month, day) * 24 + hour)];
  };
  EXPECT_EQ(at(3, 5, 7), Period::valley);
  EXPECT_EQ(at(3, 5, 8), Period::flat);
  EXPECT_EQ(at(3, 5, 11), Period::peak);
  EXPECT_EQ(at(7, 2, 11), Period::critical);
  EXPECT_EQ(at(6, 11, 10), Period::critical);
  EXPECT_EQ(at(6, 12, 10), Period::peak);
  EXPECT_EQ(at(10, 1, 10), Period::peak);  // the rule begins within the hour
  EXPECT_EQ(at(10, 1, 11), Period::deep_valley);
  EXPECT_EQ(at(3, 8, 1), Period::flat);  // a Saturday
  EXPECT_DOUBLE_EQ(year.cny_per_kwh[static_cast<std::size_t>(day_of_year(2025, 3, 5) * 24 + 11)], 1.03);
  EXPECT_EQ(year.month[static_cast<std::size_t>(day_of_year(2025, 12, 31) * 24)], 11);
}

TEST(PriceYear, WorkdaysAreNoHolidays) {
  Tariff tariff;
  tariff.rules = {{Period::peak, 0.0, 24.0, {}, DayKind::workday}};
  CalendarYear calendar;
  calendar.holidays = {0};  // 1 January 2025, a Wednesday
  const auto year = price_year(tariff, calendar);
  EXPECT_EQ(year.period[0], Period::flat);
  EXPECT_EQ(year.period[24], Period::peak);
}

TEST(PriceYear, QuarterHoursOfALeapYear) {
  CalendarYear calendar;
  calendar.year = 2024;
  calendar.steps_per_hour = 4;
  calendar.holidays = {day_of_year(2024, 10, 1)};
  const auto year = price_year(pattern(), calendar);
  EXPECT_EQ(year.period.size(), 35136U);
  const auto step = static_cast<std::size_t>(day_of_year(2024, 10, 1) * 96 + 42);
  EXPECT_EQ(year.period[step - 1], Period::peak);
  EXPECT_EQ(year.period[step], Period::deep_valley);
  EXPECT_EQ(day_of_year(2024, 3, 1), 60);
  EXPECT_EQ(days_in(2100), 365);
}

}  // namespace
}  // namespace parktwin::energy::tariff
