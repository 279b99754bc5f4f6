#include "importers/emission_factors/hourly_grid_factors.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "engine/park/weather.h"
#include "importers/park_folder/described_csv.h"

namespace parktwin::importers {
namespace {

struct Row {
  std::int32_t data_year = 0;
  std::string region;
  std::int32_t hour = 1;
  double kg_per_kwh = 0.0;
};

template <class Visitor, DescribedAs<Row> Self>
void describe(Visitor&& visit, Self& row) {
  visit(Field{.name = "data_year", .unit = "", .meaning = "year the data are of", .minimum = 1990, .maximum = 2100, .required = true},
        row.data_year);
  visit(Field{.name = "region", .unit = "", .meaning = "country, regional grid or province", .required = true}, row.region);
  visit(Field{.name = "hour",
              .unit = "",
              .meaning = "hour of the year from 1, 29 February left out",
              .minimum = 1,
              .maximum = static_cast<double>(hours_per_year),
              .required = true},
        row.hour);
  visit(Field{.name = "kg_per_kwh", .unit = "kg/kWh", .meaning = "CO2 per kWh", .minimum = 0, .maximum = 5, .required = true},
        row.kg_per_kwh);
}

/// A year of a region while its hours are filled in.
struct Filling {
  energy::carbon::HourlyGridFactor factor;
  std::vector<char> given;
};

Filling& of(std::vector<Filling>& all, const Row& row) {
  const auto found = std::find_if(all.begin(), all.end(), [&row](const Filling& one) {
    return one.factor.data_year == row.data_year && one.factor.region == row.region;
  });
  if (found != all.end()) return *found;
  all.push_back({{row.data_year, row.region, std::vector<double>(hours_per_year, 0.0)}, std::vector<char>(hours_per_year, 0)});
  return all.back();
}

}  // namespace

std::vector<energy::carbon::HourlyGridFactor> read_hourly_grid_factors(const std::filesystem::path& file) {
  Problems problems;
  std::vector<Filling> all;
  for (const Row& row : read_described_csv<Row>(file, problems)) {
    Filling& filling = of(all, row);
    const auto place = static_cast<std::size_t>(std::clamp<std::int32_t>(row.hour, 1, static_cast<std::int32_t>(hours_per_year)) - 1);
    if (filling.given[place] != 0)
      problems.add(file.string(), "", fmt::format("hour: found {} of {} {} twice", row.hour, row.data_year, row.region));
    filling.given[place] = 1;
    filling.factor.kg_per_kwh[place] = row.kg_per_kwh;
  }
  std::vector<energy::carbon::HourlyGridFactor> factors;
  for (Filling& filling : all) {
    const auto gap = std::find(filling.given.begin(), filling.given.end(), 0);
    if (gap != filling.given.end()) {
      problems.add(file.string(), "",
                   fmt::format("hour: found no {} of {} {}, expected all from 1 to {}", gap - filling.given.begin() + 1,
                               filling.factor.data_year, filling.factor.region, hours_per_year));
    }
    factors.push_back(std::move(filling.factor));
  }
  if (problems.empty() && factors.empty()) problems.add(file.string(), "", "found no row, expected grid factors by hour");
  problems.throw_if_any();
  return factors;
}

}  // namespace parktwin::importers
