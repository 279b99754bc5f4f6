#include "engine/simulators/energy/tariff/bill.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

namespace parktwin::energy::tariff {
namespace {

struct Month {
  std::array<double, period_count> kwh = {};
  double all_kwh = 0.0;
  double peak_kw = 0.0;
  std::int64_t peak_step = -1;
};

std::string objection(const PriceYear& prices, std::span<const double> drawn_kw) {
  if (drawn_kw.size() != prices.period.size())
    return fmt::format("{} values for a year of {} steps", drawn_kw.size(), prices.period.size());
  for (std::size_t step = 0; step < drawn_kw.size(); ++step) {
    if (!(std::isfinite(drawn_kw[step]) && drawn_kw[step] >= 0.0)) {
      return fmt::format("step {}: {} kW, expected a finite power of at least 0", step, drawn_kw[step]);
    }
  }
  return {};
}

std::array<Month, 12> by_month(const PriceYear& prices, std::span<const double> drawn_kw) {
  std::array<Month, 12> months;
  for (std::size_t step = 0; step < drawn_kw.size(); ++step) {
    auto& month = months[static_cast<std::size_t>(prices.month[step])];
    const double kwh = drawn_kw[step] * prices.step_h;
    month.kwh[static_cast<std::size_t>(prices.period[step])] += kwh;
    month.all_kwh += kwh;
    if (month.peak_step >= 0 && drawn_kw[step] <= month.peak_kw) continue;
    month.peak_kw = drawn_kw[step];
    month.peak_step = static_cast<std::int64_t>(step);
  }
  return months;
}

class Writer {
 public:
  Writer(const Tariff& tariff, double capacity_kva) : tariff_(tariff), capacity_kva_(capacity_kva) {}

  void write(std::int32_t number, const Month& month) {
    double before = 0.0;
    for (const auto& entry : names_of(Period{})) {
      const double kwh = month.kwh[static_cast<std::size_t>(entry.value)];
      if (kwh <= 0.0) continue;
      before += line(number, fmt::format("energy, {}", entry.name), kwh, "kWh", base_of(tariff_, number) * factor_of(tariff_, entry.value));
    }
    for (const auto& component : tariff_.components) before += line(number, component.name, month.all_kwh, "kWh", component.cny_per_kwh);
    if (tariff_.demand_cny_per_kw_month > 0.0) before += line(number, "demand", month.peak_kw, "kW", tariff_.demand_cny_per_kw_month);
    if (tariff_.capacity_cny_per_kva_month > 0.0) {
      before += line(number, "capacity", capacity_kva_, "kVA", tariff_.capacity_cny_per_kva_month);
    }
    result_.peak_step.push_back(month.peak_step);
    result_.total_cny += before;
    if (tariff_.prices_include_tax) {
      result_.tax_cny += before * tariff_.tax_share / (1.0 + tariff_.tax_share);
    } else {
      const double tax = line(number, "tax", before, "CNY", tariff_.tax_share);
      result_.tax_cny += tax;
      result_.total_cny += tax;
    }
  }
  Result take() { return std::move(result_); }

 private:
  double line(std::int32_t number, std::string name, double quantity, std::string unit, double price) {
    result_.lines.push_back({number, std::move(name), quantity, std::move(unit), price, quantity * price});
    return quantity * price;
  }

  const Tariff& tariff_;
  double capacity_kva_;
  Result result_;
};

}  // namespace

Result bill(const Tariff& tariff, const CalendarYear& calendar, double capacity_kva, std::span<const double> drawn_kw) {
  const auto prices = price_year(tariff, calendar);
  if (auto reason = objection(prices, drawn_kw); !reason.empty()) {
    Result none;
    none.reason = std::move(reason);
    return none;
  }
  Writer writer(tariff, capacity_kva);
  std::int32_t number = 0;
  for (const auto& month : by_month(prices, drawn_kw)) writer.write(++number, month);
  return writer.take();
}

Result bill(const Tariff& tariff, const Options& options, std::vector<std::int32_t> holidays, std::vector<std::int32_t> hot_days,
            std::span<const double> drawn_kw) {
  return bill(tariff, {options.year, options.steps_per_hour, std::move(holidays), std::move(hot_days)}, options.capacity_kva, drawn_kw);
}

}  // namespace parktwin::energy::tariff
