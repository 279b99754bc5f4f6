#pragma once
// A tariff spread over the steps of a year: period, price and billing month of each, from its rules, holidays and hot days. Local standard
// time without daylight saving, as China has it.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/simulators/energy/tariff/tariff.h"

namespace parktwin::energy::tariff {

struct CalendarYear {
  std::int32_t year = 2025;
  std::int32_t steps_per_hour = 1;
  std::vector<std::int32_t> holidays;  ///< days of the year, from 0
  std::vector<std::int32_t> hot_days;
};

[[nodiscard]] std::int32_t days_in(std::int32_t year);
/// Day of the year, from 0. Month and day from 1.
[[nodiscard]] std::int32_t day_of_year(std::int32_t year, std::int32_t month, std::int32_t day);

struct PriceYear {
  double step_h = 1.0;
  std::vector<Period> period;       ///< of the step's begin
  std::vector<double> cny_per_kwh;  ///< with components; with tax where the tariff's prices include it
  std::vector<std::int32_t> month;  ///< from 0
};

/// Rules that change within a step count from the next step on. Precondition: steps_per_hour > 0.
[[nodiscard]] PriceYear price_year(const Tariff& tariff, const CalendarYear& calendar);

}  // namespace parktwin::energy::tariff
