#pragma once
// A time-of-use tariff as the field writes it: a base that floats with the period of the day, components that do not float, a charge for
// the greatest demand or for the capacity, and value-added tax. Which period an hour belongs to is said by rules for months and kinds of
// day; of the rules that fit the last one decides, so that model months and hot days are added behind the plain year.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/figure_origin.h"

namespace parktwin::energy::tariff {

enum class Period { critical, peak, flat, valley, deep_valley };
constexpr std::size_t period_count = 5;

constexpr auto names_of(Period) {
  return std::to_array<EnumName<Period>>({{Period::critical, "critical"},
                                          {Period::peak, "peak"},
                                          {Period::flat, "flat"},
                                          {Period::valley, "valley"},
                                          {Period::deep_valley, "deep_valley"}});
}

/// hot: days the caller says were above the limit of the tariff's notice; holiday: likewise; workday and weekend: Monday to Friday and not.
enum class DayKind { any, workday, weekend, holiday, hot };

constexpr auto names_of(DayKind) {
  return std::to_array<EnumName<DayKind>>({{DayKind::any, "any"},
                                           {DayKind::workday, "workday"},
                                           {DayKind::weekend, "weekend"},
                                           {DayKind::holiday, "holiday"},
                                           {DayKind::hot, "hot"}});
}

/// Hours [from_h, to_h) of the fitting days.
struct PeriodRule {
  Period period = Period::flat;
  double from_h = 0.0;
  double to_h = 24.0;
  std::vector<std::int32_t> months;  ///< 1 to 12; empty: all
  DayKind days = DayKind::any;
};

template <class Visitor, DescribedAs<PeriodRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{.name = "period", .unit = "", .meaning = "critical, peak, flat, valley or deep_valley", .required = true}, rule.period);
  visit(Field{"from_h", "h", "begin, hours after midnight", 0, 24}, rule.from_h);
  visit(Field{"to_h", "h", "end, hours after midnight", 0, 24}, rule.to_h);
  visit(Field{"months", "", "months it holds in; empty: all", 1, 12}, rule.months);
  visit(Field{"days", "", "days it holds on: any, workday, weekend, holiday or hot"}, rule.days);
}

struct PeriodFactor {
  Period period = Period::flat;
  double factor = 1.0;
};

template <class Visitor, DescribedAs<PeriodFactor> Self>
void describe(Visitor&& visit, Self& entry) {
  visit(Field{.name = "period", .unit = "", .meaning = "period of the day", .required = true}, entry.period);
  visit(Field{.name = "factor", .unit = "1", .meaning = "price over the base", .minimum = 0, .maximum = 100, .required = true},
        entry.factor);
}

/// Transmission, levies, funds: the same in every hour.
struct Component {
  std::string name;
  double cny_per_kwh = 0.0;
};

template <class Visitor, DescribedAs<Component> Self>
void describe(Visitor&& visit, Self& component) {
  visit(Field{.name = "name", .unit = "", .meaning = "what is paid for", .required = true}, component.name);
  visit(Field{.name = "cny_per_kwh", .unit = "CNY/kWh", .meaning = "price", .minimum = -10, .maximum = 10, .required = true},
        component.cny_per_kwh);
}

struct Tariff {
  std::string name;
  std::string region;
  std::int32_t data_year = 0;
  FigureOrigin origin = FigureOrigin::user;
  std::vector<double> base_cny_per_kwh = {0.0};  ///< one, or one per month: the base floats with what the grid company buys for
  std::vector<PeriodFactor> factors;             ///< 1 where a period has none
  std::vector<PeriodRule> rules;                 ///< flat where none fits
  std::vector<Component> components;
  double demand_cny_per_kw_month = 0.0;     ///< of the greatest demand of the month
  double capacity_cny_per_kva_month = 0.0;  ///< of the transformers' rating
  double tax_share = 0.13;                  ///< value-added tax on what is before tax
  bool prices_include_tax = true;
};

template <class Visitor, DescribedAs<Tariff> Self>
void describe(Visitor&& visit, Self& tariff) {
  visit(Field{.name = "name", .unit = "", .meaning = "name of the tariff", .required = true}, tariff.name);
  visit(Field{"region", "", "where it holds"}, tariff.region);
  visit(Field{.name = "data_year", .unit = "", .meaning = "year it was published for", .minimum = 0, .maximum = 2100, .required = true},
        tariff.data_year);
  visit(Field{"origin", "", "official, secondary (transcribed) or user (set by this project)"}, tariff.origin);
  visit(Field{"base_cny_per_kwh", "CNY/kWh", "floating part of the price in flat hours: one value or one a month", 0, 10},
        tariff.base_cny_per_kwh);
  visit(Field{"factors", "", "price of each period over the base"}, tariff.factors);
  visit(Field{"rules", "", "which hours belong to which period; the last fitting rule decides"}, tariff.rules);
  visit(Field{"components", "", "parts of the price that do not float"}, tariff.components);
  visit(Field{"demand_cny_per_kw_month", "CNY/kW", "charge for the greatest demand of a month", 0, 1000}, tariff.demand_cny_per_kw_month);
  visit(Field{"capacity_cny_per_kva_month", "CNY/kVA", "charge for the rating of transformers, a month", 0, 1000},
        tariff.capacity_cny_per_kva_month);
  visit(Field{"tax_share", "1", "value-added tax on the price before tax", 0, 1}, tariff.tax_share);
  visit(Field{"prices_include_tax", "", "whether the prices above contain the tax"}, tariff.prices_include_tax);
}

[[nodiscard]] double factor_of(const Tariff& tariff, Period period);
[[nodiscard]] double base_of(const Tariff& tariff, std::int32_t month);

}  // namespace parktwin::energy::tariff
