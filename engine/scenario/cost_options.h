#pragma once
// How the changes of a scenario are priced and discounted: the `costs` of a scenario file. The defaults are assumptions of this project.
#include <cstdint>
#include <optional>
#include <string>

#include "engine/core/describe.h"

namespace parktwin {

/// Years that phases and prices may name.
inline constexpr double first_year = 2000;
inline constexpr double last_year = 2100;

struct CostOptions {
  std::string prices = "assumed-2026";
  double discount_rate = 0.08;
  std::int32_t years = 10;
  std::optional<std::int32_t> base_year;
};

template <class Visitor, DescribedAs<CostOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"prices", "", "price table: a name below data/prices or a CSV file, whose path is taken from the scenario file"},
        options.prices);
  visit(Field{"discount_rate", "1", "yearly rate at which later outlays count less", 0, 1}, options.discount_rate);
  visit(Field{"years", "", "years of the account, from the base year on", 1, 100}, options.years);
  visit(Field{"base_year", "",
              "year to whose beginning outlays are discounted, and in which changes without a phase are paid; when not "
              "given that of the first phase, without phases that of the assessment",
              first_year, last_year},
        options.base_year);
}

}  // namespace parktwin
