#include "engine/simulators/energy/carbon/factors.h"

#include <algorithm>

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

const HourlyGridFactor* Factors::find_hourly(std::int32_t data_year, const std::string& region) const {
  const auto found = std::find_if(hourly.begin(), hourly.end(),
                                  [&](const HourlyGridFactor& factor) { return factor.data_year == data_year && factor.region == region; });
  return found == hourly.end() ? nullptr : &*found;
}

const FuelFactor* Factors::find_fuel(const std::string& fuel) const {
  const auto found = std::find_if(fuels.begin(), fuels.end(), [&](const FuelFactor& factor) { return factor.fuel == fuel; });
  return found == fuels.end() ? nullptr : &*found;
}

}  // namespace parktwin::energy::carbon
