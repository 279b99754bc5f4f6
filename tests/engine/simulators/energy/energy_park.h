#pragma once
// A park of a few records in which every part of the energy simulator matters.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/energy/options.h"

namespace parktwin::energy::testing {

/// Half clear all year, warm summers to 36 °C, wind with the time of day.
inline Weather plain_weather() {
  Weather weather;
  weather.latitude = Degrees(31.3);
  weather.longitude = Degrees(120.0);
  constexpr double pi = std::numbers::pi;
  for (std::size_t h = 0; h < hours_per_year; ++h) {
    const auto hour = static_cast<double>(h % 24);
    const double day = static_cast<double>(h) / 24.0;
    const double sine = std::max(0.0, std::sin(pi * (hour - 5.5) / 12.0));
    weather.temperature_c.push_back(17.0 - 14.0 * std::cos(2.0 * pi * (day - 20.0) / 365.0) + 5.0 * sine);
    weather.relative_humidity_percent.push_back(60.0);
    weather.pressure_pa.push_back(101325.0);
    weather.global_horizontal_w_per_m2.push_back(800.0 * sine);
    weather.direct_normal_w_per_m2.push_back(sine > 0.0 ? 600.0 : 0.0);
    weather.diffuse_horizontal_w_per_m2.push_back(250.0 * sine);
    weather.wind_speed_m_per_s.push_back(5.0 + 3.0 * std::sin(2.0 * pi * hour / 24.0));
  }
  return weather;
}

template <class T>
T named(const std::string& id) {
  T record;
  record.id = id;
  return record;
}

inline Part<Table<Enterprise>> two_enterprises() {
  std::vector<Enterprise> all = {named<Enterprise>("E-1"), named<Enterprise>("E-2")};
  all[0].sector = Sector::machinery;
  all[0].yearly_electricity = MegawattHours(3000.0);
  all[0].yearly_heat = MegawattHours(1000.0);
  all[0].yearly_gas = MegawattHours(500.0);
  all[1].sector = Sector::software;
  all[1].yearly_electricity = MegawattHours(1500.0);
  all[1].yearly_output = Yuan(2e8);
  return Part(Table(std::move(all)));
}

/// BUS-1 10 kV infeed – line – BUS-2 10 kV – transformer – BUS-3 0.4 kV; BUS-4 0.4 kV with a switched-off transformer, so without supply.
inline void add_grid(Park& park) {
  std::vector<Bus> buses;
  for (const double kv : {10.0, 10.0, 0.4, 0.4}) {
    buses.push_back(named<Bus>("BUS-" + std::to_string(buses.size() + 1)));
    buses.back().nominal_voltage = Kilovolts(kv);
  }
  buses[0].kind = BusKind::slack;
  std::vector<PowerLine> lines = {named<PowerLine>("PL-1")};
  lines[0].from = Id<Bus>(0);
  lines[0].to = Id<Bus>(1);
  lines[0].length = Metres(2000.0);
  lines[0].capacitance_nf_per_km = 300.0;
  std::vector<Transformer> units = {named<Transformer>("TR-1"), named<Transformer>("TR-2")};
  for (std::size_t i = 0; i < 2; ++i) {
    units[i].high = Id<Bus>(1);
    units[i].low = Id<Bus>(2 + i);
    units[i].rated_power = MegavoltAmperes(1.6);
  }
  units[1].operational = false;
  park.buses = Part(Table(std::move(buses)));
  park.power_lines = Part(Table(std::move(lines)));
  park.transformers = Part(Table(std::move(units)));
}

/// E-1 at BUS-3, E-2 at BUS-2, a load of nobody at the dead BUS-4; PV on the roof of E-1, wind and a heat and power plant at BUS-2.
inline void add_users(Park& park) {
  std::vector<PowerLoad> loads = {named<PowerLoad>("LD-1"), named<PowerLoad>("LD-2"), named<PowerLoad>("LD-3")};
  loads[0].bus = Id<Bus>(2);
  loads[0].enterprise = Id<Enterprise>(0);
  loads[0].peak_power = Kilowatts(900.0);
  loads[1].bus = Id<Bus>(1);
  loads[1].enterprise = Id<Enterprise>(1);
  loads[1].peak_power = Kilowatts(500.0);
  loads[2].bus = Id<Bus>(3);
  loads[2].peak_power = Kilowatts(100.0);
  std::vector<Building> buildings = {named<Building>("B-1")};
  buildings[0].enterprise = Id<Enterprise>(0);
  buildings[0].footprint = {{{0, 0}, {60, 0}, {60, 60}, {0, 60}}, {}};
  std::vector<Generator> generators = {named<Generator>("PV-1"), named<Generator>("WT-1"), named<Generator>("CHP-1")};
  generators[0].bus = Id<Bus>(2);
  generators[0].building = Id<Building>(0);
  generators[0].rated_power = Kilowatts(1200.0);
  generators[1].kind = GeneratorKind::wind;
  generators[1].bus = Id<Bus>(1);
  generators[1].rated_power = Kilowatts(200.0);
  generators[2].kind = GeneratorKind::combined_heat_power;
  generators[2].bus = Id<Bus>(1);
  generators[2].rated_power = Kilowatts(20.0);
  std::vector<Storage> storages = {named<Storage>("BAT-1")};
  storages[0].bus = Id<Bus>(1);
  storages[0].capacity = KilowattHours(600.0);
  storages[0].rated_power = Kilowatts(300.0);
  park.power_loads = Part(Table(std::move(loads)));
  park.buildings = Part(Table(std::move(buildings)));
  park.generators = Part(Table(std::move(generators)));
  park.storages = Part(Table(std::move(storages)));
}

inline Park energy_park() {
  Park park;
  park.enterprises = two_enterprises();
  add_grid(park);
  add_users(park);
  park.weather = Part(plain_weather());
  return park;
}

/// Two prices a day, a demand charge, and factors for gas and the grid of two years.
inline Tables tables() {
  Tables made;
  tariff::Tariff prices;
  prices.name = "day and night";
  prices.base_cny_per_kwh = {0.6};
  prices.factors = {{tariff::Period::peak, 1.5}, {tariff::Period::valley, 0.4}};
  prices.rules = {{tariff::Period::valley, 0.0, 8.0, {}, tariff::DayKind::any},
                  {tariff::Period::peak, 16.0, 22.0, {}, tariff::DayKind::any}};
  prices.demand_cny_per_kw_month = 30.0;
  made.tariff = prices;
  carbon::Factors factors;
  for (const std::int32_t year : {2022, 2023}) {
    for (const auto kind : {carbon::GridKind::average, carbon::GridKind::without_traded, carbon::GridKind::fossil}) {
      factors.grid.push_back({year, "China", kind, 0.4 + 0.1 * static_cast<int>(kind) + 0.01 * (year - 2022), "", FigureOrigin::user});
    }
  }
  factors.fuels.push_back({"natural gas", "10^4 Nm3", 389.31, 0.0153, 0.99, 13.3, FigureOrigin::secondary});
  made.factors = factors;
  return made;
}

/// Something declared, a measure of every kind, a quota and a benchmark.
inline Options planned_options() {
  Options options;
  options.declared_emissions = {{DeclaredScope::process, "lime", "E-1", "", 100.0, 0.44},
                                {DeclaredScope::value_chain, "goods by road", "", "", 2e5, 1e-4}};
  const auto add = [&options](const char* name, MeasureKind kind, double size, double capital, double operating) {
    Measure measure;
    measure.name = name;
    measure.kind = kind;
    measure.size = size;
    measure.capital_cny_per_unit = capital;
    measure.operating_cny_per_unit = operating;
    options.abatement.measures.push_back(measure);
  };
  add("PV", MeasureKind::photovoltaic, 400.0, 3400.0, 45.0);
  add("battery", MeasureKind::battery, 500.0, 1100.0, 20.0);
  add("heat pump", MeasureKind::heat_pump, 50.0, 3000.0, 20.0);
  add("efficiency", MeasureKind::efficiency, 5.0, 200000.0, 0.0);
  add("green power", MeasureKind::green_power, 500.0, 0.0, 30.0);
  options.sizing.emplace_back();
  options.sizing.back().name = "battery to be built";
  options.sizing.back().most = 2000.0;
  options.sizing.back().capital_cny_per_unit = 900.0;
  options.carbon_market.quotas = {{"E-1", 1500.0}};
  options.carbon_market.benchmarks = {{Sector::software, 2.0}};
  return options;
}

}  // namespace parktwin::energy::testing
