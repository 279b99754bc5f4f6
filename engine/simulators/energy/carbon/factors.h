#pragma once
// Emission factors, each with data year, region, kind and the notice it was published in: there is never "the" factor. Grid electricity in
// kg of CO2 per kWh; fuels by net calorific value, carbon content and oxidation; standard coal equivalents.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/figure_origin.h"

namespace parktwin::energy::carbon {

/// average: all generation; without_traded: without non-fossil power that was traded; fossil: fossil generation only.
enum class GridKind { average, without_traded, fossil };

constexpr auto names_of(GridKind) {
  return std::to_array<EnumName<GridKind>>(
      {{GridKind::average, "average"}, {GridKind::without_traded, "without_traded"}, {GridKind::fossil, "fossil"}});
}

struct GridFactor {
  std::int32_t data_year = 0;
  std::string region;  ///< "China", a regional grid or a province
  GridKind kind = GridKind::average;
  double kg_per_kwh = 0.0;
  std::string notice;
  FigureOrigin origin = FigureOrigin::secondary;
};

template <class Visitor, DescribedAs<GridFactor> Self>
void describe(Visitor&& visit, Self& factor) {
  visit(Field{.name = "data_year", .unit = "", .meaning = "year the data are of", .minimum = 1990, .maximum = 2100, .required = true},
        factor.data_year);
  visit(Field{.name = "region", .unit = "", .meaning = "country, regional grid or province", .required = true}, factor.region);
  visit(Field{.name = "kind", .unit = "", .meaning = "average, without_traded or fossil", .required = true}, factor.kind);
  visit(Field{.name = "kg_per_kwh", .unit = "kg/kWh", .meaning = "CO2 per kWh", .minimum = 0, .maximum = 5, .required = true},
        factor.kg_per_kwh);
  visit(Field{"notice", "", "notice that published it"}, factor.notice);
  visit(Field{"origin", "", "official, secondary (transcribed) or user"}, factor.origin);
}

/// NCV × carbon content × oxidation × 44/12. Units of the fuel are the column `unit`, e.g. t or 10^4 Nm3.
struct FuelFactor {
  std::string fuel;
  std::string unit;
  double ncv_gj = 0.0;  ///< per unit
  double carbon_t_per_gj = 0.0;
  double oxidation = 1.0;
  double coal_equivalent_tce = 0.0;  ///< per unit
  FigureOrigin origin = FigureOrigin::secondary;
};

template <class Visitor, DescribedAs<FuelFactor> Self>
void describe(Visitor&& visit, Self& factor) {
  visit(Field{.name = "fuel", .unit = "", .meaning = "fuel", .required = true}, factor.fuel);
  visit(Field{.name = "unit", .unit = "", .meaning = "unit of quantities", .required = true}, factor.unit);
  visit(Field{"ncv_gj", "GJ", "net calorific value per unit; 0: not known", 0, 1e6}, factor.ncv_gj);
  visit(Field{"carbon_t_per_gj", "t/GJ", "carbon content per heat", 0, 1}, factor.carbon_t_per_gj);
  visit(Field{"oxidation", "1", "share of the carbon that burns", 0, 1}, factor.oxidation);
  visit(Field{"coal_equivalent_tce", "tce", "standard coal per unit; 0: not known", 0, 1e6}, factor.coal_equivalent_tce);
  visit(Field{"origin", "", "official, secondary (transcribed) or user"}, factor.origin);
}

/// t of CO2 per unit; none where calorific value or carbon content is not known.
[[nodiscard]] std::optional<double> co2_t_per_unit(const FuelFactor& factor);

/// A year of a region hour by hour, location-based.
struct HourlyGridFactor {
  std::int32_t data_year = 0;
  std::string region;
  std::vector<double> kg_per_kwh;  ///< of each hour, 29 February left out
};

struct Factors {
  std::vector<GridFactor> grid;
  std::vector<FuelFactor> fuels;
  std::vector<HourlyGridFactor> hourly;
  double heat_t_per_gj = 0.11;               ///< of bought heat and steam; default of the enterprise guidelines, secondary
  double electricity_kgce_per_kwh = 0.1229;  ///< calorific equivalent
  double heat_tce_per_gj = 0.03412;

  /// Exactly that year, region and kind; null: not there, and no other takes its place.
  [[nodiscard]] const GridFactor* find_grid(std::int32_t data_year, const std::string& region, GridKind kind) const;
  [[nodiscard]] const HourlyGridFactor* find_hourly(std::int32_t data_year, const std::string& region) const;
  [[nodiscard]] const FuelFactor* find_fuel(const std::string& fuel) const;
};

}  // namespace parktwin::energy::carbon
