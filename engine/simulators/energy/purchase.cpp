#include "engine/simulators/energy/purchase.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/simulators/energy/loads/sector_profile.h"

namespace parktwin::energy {
namespace {

constexpr double hot_day_c = 35.0;

/// Rating of the transformers at the highest voltage of the park.
double capacity_kva(const Park& park) {
  double highest_kv = 0.0;
  for (const auto& unit : *park.transformers) highest_kv = std::max(highest_kv, (*park.buses)[unit.high].nominal_voltage.value());
  double sum = 0.0;
  for (const auto& unit : *park.transformers) {
    const bool at_infeed = (*park.buses)[unit.high].nominal_voltage.value() == highest_kv;
    if (at_infeed && unit.operational) sum += unit.rated_power.value() * 1e3;
  }
  return sum;
}

struct Cost {
  tariff::Result bill;
  double feed_in_cny = 0.0;
  [[nodiscard]] double net() const { return bill.total_cny - feed_in_cny; }
};

Cost cost_of(const tariff::Tariff& tariff, const tariff::CalendarYear& calendar, double kva, double feed_in,
             std::vector<double> import_kw) {
  Cost cost;
  for (auto& kw : import_kw) {
    cost.feed_in_cny += std::max(0.0, -kw) * loads::step_h * feed_in;
    kw = std::max(0.0, kw);
  }
  cost.bill = tariff::bill(tariff, calendar, kva, import_kw);
  return cost;
}

}  // namespace

Purchase purchase(const Tables& tables, std::int32_t year, const loads::WorkingDays& days, std::span<const double> temperature_c) {
  Purchase made;
  if (!tables.tariff) {
    made.reason = "no tariff is given";
    return made;
  }
  made.tariff = tables.tariff->name;
  if (tariff::days_in(year) != static_cast<std::int32_t>(loads::days_per_year)) {
    made.reason = fmt::format("{} has a 29 February, which the typical year leaves out; choose a common year", year);
    return made;
  }
  made.calendar.year = year;
  made.calendar.steps_per_hour = 4;
  for (std::size_t day = 0; day < days.days.size(); ++day) {
    if (days.days[day] == loads::DayKind::holiday) made.calendar.holidays.push_back(static_cast<std::int32_t>(day));
    if (temperature_c.empty()) continue;
    const auto first = temperature_c.begin() + static_cast<std::ptrdiff_t>(day * loads::steps_per_day);
    if (*std::max_element(first, first + static_cast<std::ptrdiff_t>(loads::steps_per_day)) >= hot_day_c)
      made.calendar.hot_days.push_back(static_cast<std::int32_t>(day));
  }
  made.prices = tariff::price_year(*tables.tariff, made.calendar);
  return made;
}

Bill bill_of(const Tables& tables, const Purchase& purchase, const Park& park, double feed_in_cny_per_kwh,
             std::span<const double> import_kw, std::span<const double> storage_kw) {
  Bill bill;
  bill.tariff = purchase.tariff;
  bill.reason = purchase.reason;
  if (!bill.reason.empty()) return bill;
  const double kva = capacity_kva(park);
  std::vector<double> drawn(import_kw.begin(), import_kw.end());
  std::vector<double> idle(drawn);
  for (std::size_t i = 0; i < storage_kw.size(); ++i) idle[i] += storage_kw[i];
  Cost cost = cost_of(*tables.tariff, purchase.calendar, kva, feed_in_cny_per_kwh, std::move(drawn));
  bill.reason = cost.bill.reason;
  bill.total_cny = cost.bill.total_cny;
  bill.feed_in_cny = cost.feed_in_cny;
  bill.idle_cny = cost_of(*tables.tariff, purchase.calendar, kva, feed_in_cny_per_kwh, std::move(idle)).net();
  bill.saving_cny = bill.idle_cny - cost.net();
  bill.lines = std::move(cost.bill.lines);
  return bill;
}

}  // namespace parktwin::energy
