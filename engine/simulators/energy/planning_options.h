#pragma once
// What a planner declares beside the inventory to plan for less carbon: emissions of processes and of the value chain, electricity bought
// with green certificates, measures against emissions, what may be built and is to be sized, and the market in which allowances are traded.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/park/enterprise.h"

namespace parktwin::energy {

/// Scope 1 beside fuels, or scope 3.
enum class DeclaredScope { process, value_chain };

constexpr auto names_of(DeclaredScope) {
  return std::to_array<EnumName<DeclaredScope>>({{DeclaredScope::process, "process"}, {DeclaredScope::value_chain, "value_chain"}});
}

/// An activity of a year and what a unit of it emits.
struct DeclaredEmission {
  DeclaredScope scope = DeclaredScope::value_chain;
  std::string category;
  std::string enterprise;
  std::string building;
  double quantity = 0.0;
  double t_per_unit = 0.0;
};

template <class Visitor, DescribedAs<DeclaredEmission> Self>
void describe(Visitor&& visit, Self& emission) {
  visit(Field{.name = "scope", .unit = "", .meaning = "process (scope 1) or value_chain (scope 3)", .required = true}, emission.scope);
  visit(Field{.name = "category", .unit = "", .meaning = "what emits", .required = true}, emission.category);
  visit(Field{"enterprise", "", "id of the enterprise; empty: the park as a whole"}, emission.enterprise);
  visit(Field{"building", "", "id of the building"}, emission.building);
  visit(Field{.name = "quantity", .unit = "", .meaning = "how much in a year", .minimum = 0, .maximum = 1e15, .required = true},
        emission.quantity);
  visit(Field{.name = "t_per_unit", .unit = "t", .meaning = "CO2 of one unit", .minimum = 0, .maximum = 1e9, .required = true},
        emission.t_per_unit);
}

enum class MeasureKind { photovoltaic, battery, heat_pump, efficiency, green_power };

constexpr auto names_of(MeasureKind) {
  return std::to_array<EnumName<MeasureKind>>({{MeasureKind::photovoltaic, "photovoltaic"},
                                               {MeasureKind::battery, "battery"},
                                               {MeasureKind::heat_pump, "heat_pump"},
                                               {MeasureKind::efficiency, "efficiency"},
                                               {MeasureKind::green_power, "green_power"}});
}

/// The unit of its size follows from the kind.
struct Measure {
  std::string name;
  MeasureKind kind = MeasureKind::photovoltaic;
  double size = 0.0;
  double tilt_deg = 10.0;
  double azimuth_deg = 180.0;
  std::string building;
  double duration_h = 2.0;
  double coefficient_of_performance = 3.0;
  std::string enterprise;
  std::optional<double> capital_cny_per_unit;
  std::optional<double> operating_cny_per_unit;
  std::int32_t life_years = 20;
};

template <class Visitor, DescribedAs<Measure> Self>
void describe(Visitor&& visit, Self& measure) {
  visit(Field{.name = "name", .unit = "", .meaning = "unique name", .required = true}, measure.name);
  visit(Field{.name = "kind", .unit = "", .meaning = "photovoltaic, battery, heat_pump, efficiency or green_power", .required = true},
        measure.kind);
  visit(
      Field{.name = "size",
            .unit = "",
            .meaning = "kW of modules, kWh of a battery, kW of heat of heat pumps, percent of electricity saved, MWh of green power a year",
            .minimum = 0,
            .maximum = 1e9,
            .required = true},
      measure.size);
  visit(Field{"tilt_deg", "degree", "tilt of PV modules", 0, 90}, measure.tilt_deg);
  visit(Field{"azimuth_deg", "degree", "azimuth of PV modules, clockwise from north", 0, 360}, measure.azimuth_deg);
  visit(Field{"building", "", "id of the building whose roof carries PV modules; empty: not shaded"}, measure.building);
  visit(Field{"duration_h", "h", "hours in which a full battery is empty at its rated power", 0.1, 100}, measure.duration_h);
  visit(Field{"coefficient_of_performance", "1", "heat over electricity of heat pumps", 1, 20}, measure.coefficient_of_performance);
  visit(Field{"enterprise", "", "id of the enterprise that saves electricity; empty: all"}, measure.enterprise);
  visit(Field{"capital_cny_per_unit", "CNY", "outlay per unit of size; when not given that of the price table, where it has one", 0, 1e12},
        measure.capital_cny_per_unit);
  visit(Field{"operating_cny_per_unit", "CNY", "cost a year per unit of size; likewise, of green power its premium, else the option's", 0,
              1e12},
        measure.operating_cny_per_unit);
  visit(Field{"life_years", "", "years over which the outlay is spread", 1, 100}, measure.life_years);
}

struct AbatementOptions {
  double discount_rate = 0.08;
  double heat_cny_per_gj = 70.0;
  std::vector<Measure> measures;
};

template <class Visitor, DescribedAs<AbatementOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"discount_rate", "1", "yearly rate of the annuity of measures and of what is sized", 0, 1}, options.discount_rate);
  visit(Field{"heat_cny_per_gj", "CNY/GJ", "price of bought heat, which heat pumps save (assumption)", 0, 1e4}, options.heat_cny_per_gj);
  visit(Field{"measures", "", "measures against emissions, each evaluated over the year against the park without it"}, options.measures);
}

enum class SizedKind { photovoltaic, battery, heat_store };

constexpr auto names_of(SizedKind) {
  return std::to_array<EnumName<SizedKind>>(
      {{SizedKind::photovoltaic, "photovoltaic"}, {SizedKind::battery, "battery"}, {SizedKind::heat_store, "heat_store"}});
}

/// Something that may be built as large as pays.
struct SizedUnit {
  std::string name;
  SizedKind kind = SizedKind::battery;
  double most = 0.0;
  double tilt_deg = 10.0;
  double azimuth_deg = 180.0;
  std::string building;
  double duration_h = 2.0;
  double capital_cny_per_unit = 0.0;
  double operating_cny_per_unit = 0.0;
  std::int32_t life_years = 20;
};

template <class Visitor, DescribedAs<SizedUnit> Self>
void describe(Visitor&& visit, Self& unit) {
  visit(Field{.name = "name", .unit = "", .meaning = "unique name", .required = true}, unit.name);
  visit(Field{.name = "kind", .unit = "", .meaning = "photovoltaic, battery or heat_store", .required = true}, unit.kind);
  visit(Field{.name = "most",
              .unit = "",
              .meaning = "most that may be built: kW of modules, kWh of a battery or heat store",
              .minimum = 0,
              .maximum = 1e9,
              .required = true},
        unit.most);
  visit(Field{"tilt_deg", "degree", "tilt of PV modules", 0, 90}, unit.tilt_deg);
  visit(Field{"azimuth_deg", "degree", "azimuth of PV modules, clockwise from north", 0, 360}, unit.azimuth_deg);
  visit(Field{"building", "", "id of the building whose roof carries PV modules; empty: not shaded"}, unit.building);
  visit(Field{"duration_h", "h", "hours in which a full store is empty at its rated power", 0.1, 100}, unit.duration_h);
  visit(Field{.name = "capital_cny_per_unit",
              .unit = "CNY",
              .meaning = "outlay per kW or kWh",
              .minimum = 0,
              .maximum = 1e12,
              .required = true},
        unit.capital_cny_per_unit);
  visit(Field{"operating_cny_per_unit", "CNY", "cost a year per kW or kWh", 0, 1e12}, unit.operating_cny_per_unit);
  visit(Field{"life_years", "", "years over which the outlay is spread", 1, 100}, unit.life_years);
}

struct Quota {
  std::string enterprise;
  double quota_t = 0.0;
};

template <class Visitor, DescribedAs<Quota> Self>
void describe(Visitor&& visit, Self& quota) {
  visit(Field{.name = "enterprise", .unit = "", .meaning = "id of the enterprise", .required = true}, quota.enterprise);
  visit(
      Field{.name = "quota_t", .unit = "t", .meaning = "allowances allotted for the year", .minimum = 0, .maximum = 1e12, .required = true},
      quota.quota_t);
}

/// Allowances by what enterprises of a sector turn out.
struct Benchmark {
  Sector sector = Sector::other;
  double t_per_million_cny = 0.0;
};

template <class Visitor, DescribedAs<Benchmark> Self>
void describe(Visitor&& visit, Self& benchmark) {
  visit(Field{.name = "sector", .unit = "", .meaning = "sector", .required = true}, benchmark.sector);
  visit(Field{.name = "t_per_million_cny",
              .unit = "t",
              .meaning = "allowances per million CNY of output",
              .minimum = 0,
              .maximum = 1e9,
              .required = true},
        benchmark.t_per_million_cny);
}

struct CarbonMarketOptions {
  double cny_per_t = 80.0;
  std::vector<Quota> quotas;
  std::vector<Benchmark> benchmarks;
};

template <class Visitor, DescribedAs<CarbonMarketOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"cny_per_t", "CNY/t", "price of an allowance (assumption)", 0, 1e6}, options.cny_per_t);
  visit(Field{"quotas", "", "allowances allotted to enterprises"}, options.quotas);
  visit(Field{"benchmarks", "", "allowances of the other enterprises by sector and output"}, options.benchmarks);
}

}  // namespace parktwin::energy
