#pragma once
// A year's electricity bill line by line: per month the energy of each period at its price, each component, the greatest demand with its
// step, the capacity, and the tax. The lines of a month add up to what it costs.
#include <span>
#include <string>
#include <vector>

#include "engine/simulators/energy/tariff/price_year.h"

namespace parktwin::energy::tariff {

struct Options {
  std::int32_t year = 2025;
  std::int32_t steps_per_hour = 1;
  double capacity_kva = 0.0;  ///< rating that the capacity charge is for
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"year", "", "calendar year of the series", 1990, 2100}, options.year);
  visit(Field{"steps_per_hour", "", "1: hours, 4: quarter-hours", 1, 60}, options.steps_per_hour);
  visit(Field{"capacity_kva", "kVA", "rating of the transformers that the capacity charge is for", 0, 1e7}, options.capacity_kva);
}

struct BillLine {
  std::int32_t month = 1;  ///< 1 to 12
  std::string name;        ///< "energy, peak", a component, "demand", "capacity", "tax"
  double quantity = 0.0;
  std::string unit;  ///< kWh, kW, kVA or CNY
  double price_cny = 0.0;
  double amount_cny = 0.0;
};

template <class Visitor, DescribedAs<BillLine> Self>
void describe(Visitor&& visit, Self& line) {
  visit(Field{"month", "", "month, 1 to 12"}, line.month);
  visit(Field{"name", "", "what is paid for"}, line.name);
  visit(Field{"quantity", "", "how much of it, in the unit"}, line.quantity);
  visit(Field{"unit", "", "kWh, kW, kVA or CNY"}, line.unit);
  visit(Field{"price_cny", "CNY", "price of one unit"}, line.price_cny);
  visit(Field{"amount_cny", "CNY", "quantity times price"}, line.amount_cny);
}

struct Result {
  std::vector<BillLine> lines;
  double total_cny = 0.0;               ///< with tax
  double tax_cny = 0.0;                 ///< contained in it
  std::vector<std::int64_t> peak_step;  ///< of each month
  std::string reason;                   ///< why there is no bill; empty: there is one
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"lines", "", "lines of the bill"}, result.lines);
  visit(Field{"total_cny", "CNY", "to be paid, with tax"}, result.total_cny);
  visit(Field{"tax_cny", "CNY", "value-added tax in it"}, result.tax_cny);
  visit(Field{"peak_step", "", "step of the greatest demand of each month"}, result.peak_step);
  visit(Field{"reason", "", "why there is no bill"}, result.reason);
}

/// Of the power drawn in each step of the year. A series of another length or with values below 0 or not finite has no bill.
[[nodiscard]] Result bill(const Tariff& tariff, const CalendarYear& calendar, double capacity_kva, std::span<const double> drawn_kw);

/// The year and step length of the options, with holidays and hot days by day of the year.
[[nodiscard]] Result bill(const Tariff& tariff, const Options& options, std::vector<std::int32_t> holidays,
                          std::vector<std::int32_t> hot_days, std::span<const double> drawn_kw);

}  // namespace parktwin::energy::tariff
