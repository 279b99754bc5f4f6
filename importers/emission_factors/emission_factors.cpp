#include "importers/emission_factors/emission_factors.h"

#include <fmt/format.h>

#include <set>
#include <tuple>

#include "importers/park_folder/described_csv.h"

namespace parktwin::importers {
namespace {

using energy::carbon::FuelFactor;
using energy::carbon::GridFactor;

void report_doubles(const energy::carbon::Factors& factors, const std::string& grid_file, const std::string& fuel_file,
                    Problems& problems) {
  std::set<std::tuple<std::int32_t, std::string, energy::carbon::GridKind>> grid;
  for (const GridFactor& factor : factors.grid) {
    if (!grid.emplace(factor.data_year, factor.region, factor.kind).second)
      problems.add(grid_file, "", fmt::format("{} {} {} stands twice", factor.data_year, factor.region, name_of(factor.kind)));
  }
  std::set<std::string> fuels;
  for (const FuelFactor& factor : factors.fuels) {
    if (!fuels.insert(factor.fuel).second) problems.add(fuel_file, "", factor.fuel + " stands twice");
  }
}

}  // namespace

energy::carbon::Factors read_emission_factors(const std::filesystem::path& folder) {
  Problems problems;
  energy::carbon::Factors factors;
  const auto grid_file = folder / "grid.csv";
  const auto fuel_file = folder / "fuels.csv";
  factors.grid = read_described_csv<GridFactor>(grid_file, problems);
  factors.fuels = read_described_csv<FuelFactor>(fuel_file, problems);
  report_doubles(factors, grid_file.string(), fuel_file.string(), problems);
  problems.throw_if_any();
  return factors;
}

}  // namespace parktwin::importers
