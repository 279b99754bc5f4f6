#include "engine/simulators/energy/carbon/factors.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/simulators/energy/carbon/factor_table.h"

namespace parktwin::energy::carbon {

std::optional<double> co2_t_per_unit(const FuelFactor& factor) {
  constexpr double co2_per_carbon = 44.0 / 12.0;
  if (factor.ncv_gj <= 0.0 || factor.carbon_t_per_gj <= 0.0) return std::nullopt;
  return factor.ncv_gj * factor.carbon_t_per_gj * factor.oxidation * co2_per_carbon;
}

const GridFactor* Factors::find_grid(std::int32_t data_year, const std::string& region, GridKind kind) const {
  const auto found = std::find_if(grid.begin(), grid.end(), [&](const GridFactor& factor) {
    return factor.data_year == data_year && factor.region == region && factor.kind == kind;
  });
  return found == grid.end() ? nullptr : &*found;
}

const FuelFactor* Factors::find_fuel(const std::string& fuel) const {
  const auto found = std::find_if(fuels.begin(), fuels.end(), [&](const FuelFactor& factor) { return factor.fuel == fuel; });
  return found == fuels.end() ? nullptr : &*found;
}

Factors read_factors(const std::filesystem::path& folder) {
  Problems problems;
  Factors factors;
  const auto grid_file = folder / "grid.csv";
  const auto fuel_file = folder / "fuels.csv";
  factors.grid = read_records<GridFactor>(grid_file, problems);
  factors.fuels = read_records<FuelFactor>(fuel_file, problems);
  for (const auto& factor : factors.grid) {
    if (factors.find_grid(factor.data_year, factor.region, factor.kind) != &factor) {
      problems.add(grid_file.string(), "", fmt::format("{} {} {} stands twice", factor.data_year, factor.region, name_of(factor.kind)));
    }
  }
  for (const auto& factor : factors.fuels) {
    if (factors.find_fuel(factor.fuel) != &factor) problems.add(fuel_file.string(), "", factor.fuel + " stands twice");
  }
  problems.throw_if_any();
  return factors;
}

}  // namespace parktwin::energy::carbon
