#include "engine/simulators/energy/tariff/price_year.h"

#include <algorithm>
#include <chrono>

#include "engine/core/check.h"

namespace parktwin::energy::tariff {
namespace {

struct Day {
  std::int32_t month = 1;
  bool weekend = false;
  bool holiday = false;
  bool hot = false;
};

bool contains(const std::vector<std::int32_t>& list, std::int32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool fits(const PeriodRule& rule, const Day& day, double hour) {
  if (hour < rule.from_h || hour >= rule.to_h) return false;
  if (!rule.months.empty() && !contains(rule.months, day.month)) return false;
  switch (rule.days) {
    case DayKind::any:
      return true;
    case DayKind::workday:
      return !day.weekend && !day.holiday;
    case DayKind::weekend:
      return day.weekend;
    case DayKind::holiday:
      return day.holiday;
    case DayKind::hot:
      return day.hot;
  }
  return false;
}

Day day_at(const CalendarYear& calendar, std::int32_t number) {
  using namespace std::chrono;
  const sys_days date = sys_days(year(calendar.year) / January / 1) + days(number);
  const weekday kind(date);
  return {static_cast<std::int32_t>(static_cast<unsigned>(year_month_day(date).month())), kind == Saturday || kind == Sunday,
          contains(calendar.holidays, number), contains(calendar.hot_days, number)};
}

}  // namespace

std::int32_t days_in(std::int32_t year) { return std::chrono::year(year).is_leap() ? 366 : 365; }

std::int32_t day_of_year(std::int32_t year, std::int32_t month, std::int32_t day) {
  using std::chrono::sys_days;
  const auto first = std::chrono::year(year) / 1 / 1;
  const auto date = std::chrono::year(year) / month / day;
  PARKTWIN_CHECK(date.ok(), "a day of the calendar");
  return static_cast<std::int32_t>((sys_days(date) - sys_days(first)).count());
}

PriceYear price_year(const Tariff& tariff, const CalendarYear& calendar) {
  PARKTWIN_CHECK(calendar.steps_per_hour > 0, "at least one step an hour");
  double fixed = 0.0;
  for (const auto& component : tariff.components) fixed += component.cny_per_kwh;
  PriceYear made;
  made.step_h = 1.0 / calendar.steps_per_hour;
  const std::int32_t day_steps = 24 * calendar.steps_per_hour;
  for (std::int32_t number = 0; number < days_in(calendar.year); ++number) {
    const Day day = day_at(calendar, number);
    for (std::int32_t step = 0; step < day_steps; ++step) {
      Period period = Period::flat;
      for (const auto& rule : tariff.rules) {
        if (fits(rule, day, step * made.step_h)) period = rule.period;
      }
      made.period.push_back(period);
      made.cny_per_kwh.push_back(base_of(tariff, day.month) * factor_of(tariff, period) + fixed);
      made.month.push_back(day.month - 1);
    }
  }
  return made;
}

}  // namespace parktwin::energy::tariff
