#pragma once
// What electricity costs the park as one customer of the grid above: prices of every quarter-hour, and the bill of the year with what the
// storages' control saves on it. The tariff's holidays are the year's, its hot days those whose weather reaches 35 °C (assumption).
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/simulators/energy/loads/working_days.h"
#include "engine/simulators/energy/options.h"
#include "engine/simulators/energy/result.h"
#include "engine/simulators/energy/tariff/price_year.h"

namespace parktwin::energy {

struct Purchase {
  std::string reason;  ///< why there are no prices; empty: there are
  std::string tariff;
  tariff::CalendarYear calendar;
  std::optional<tariff::PriceYear> prices;
};

/// `temperature_c`: per quarter-hour; empty: no hot days.
[[nodiscard]] Purchase purchase(const Tables& tables, std::int32_t year, const loads::WorkingDays& days,
                                std::span<const double> temperature_c);

/// `import_kw`: drawn, negative fed in. `storage_kw`: discharged in it.
[[nodiscard]] Bill bill_of(const Tables& tables, const Purchase& purchase, const Park& park, double feed_in_cny_per_kwh,
                           std::span<const double> import_kw, std::span<const double> storage_kw);

}  // namespace parktwin::energy
