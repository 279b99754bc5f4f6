#pragma once
// The carbon account of a park: scope 1 from fuels and processes, scope 2 from bought electricity and heat by location and by market, scope
// 3 where there are data, and energy in standard coal; for the park, each enterprise and each building. What has no factor is named and
// left out of the sums, never counted as 0 in silence. Park total = energy activities + industrial processes; electricity that is green by
// certificate counts by location, not by market.
#include <optional>
#include <span>

#include "engine/core/note.h"
#include "engine/simulators/energy/carbon/factors.h"

namespace parktwin::energy::carbon {

struct Options {
  std::int32_t data_year = 2023;
  std::string region = "China";
  GridKind location_kind = GridKind::average;
  GridKind market_kind = GridKind::without_traded;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"data_year", "", "data year of the grid factors", 1990, 2100}, options.data_year);
  visit(Field{"region", "", "region of the location-based grid factor"}, options.region);
  visit(Field{"location_kind", "", "kind of the location-based grid factor"}, options.location_kind);
  visit(Field{"market_kind", "", "kind of the market-based grid factor, of the whole country where the region has none"},
        options.market_kind);
}

/// Who uses; empty: the park as a whole.
struct User {
  std::string enterprise;
  std::string building;
};

struct FuelUse {
  User user;
  std::string fuel;
  double quantity = 0.0;  ///< in the unit of the fuel's factor
};

struct ElectricityUse {
  User user;
  double kwh = 0.0;                                ///< bought, of the whole year
  double green_kwh = 0.0;                          ///< of it, with certificates
  std::span<const double> kwh_by_step;             ///< with hourly factors; empty: the year's factor
  std::optional<double> location_kg_per_kwh = {};  ///< mean factor of its own hours; none: as above
};

struct HeatUse {
  User user;
  double gj = 0.0;  ///< bought heat and steam
};

struct ProcessEmission {
  User user;
  std::string source;
  double t = 0.0;
};

struct ValueChainActivity {
  User user;
  std::string category;
  double quantity = 0.0;
  double t_per_unit = 0.0;
};

struct Activities {
  std::vector<FuelUse> fuels;
  std::vector<ElectricityUse> electricity;
  std::vector<HeatUse> heat;
  std::vector<ProcessEmission> processes;
  std::vector<ValueChainActivity> value_chain;
  std::span<const double> grid_kg_per_kwh;  ///< location-based, by step; empty: the factor of the year
  double own_renewable_kwh = 0.0;           ///< sun and wind of the park that it uses itself
};

struct Account {
  std::string name;
  double fuel_t = 0.0;
  double process_t = 0.0;
  double electricity_location_t = 0.0;
  double electricity_market_t = 0.0;
  double heat_t = 0.0;
  double value_chain_t = 0.0;
  double energy_tce = 0.0;  ///< fuels, bought electricity and heat, calorific equivalents
  [[nodiscard]] double scope_1_t() const { return fuel_t + process_t; }
  [[nodiscard]] double scope_2_location_t() const { return electricity_location_t + heat_t; }
  [[nodiscard]] double scope_2_market_t() const { return electricity_market_t + heat_t; }
};

template <class Visitor, DescribedAs<Account> Self>
void describe(Visitor&& visit, Self& account) {
  visit(Field{"name", "", "enterprise, building, or park"}, account.name);
  visit(Field{"fuel_t", "t", "scope 1: CO2 of fuels"}, account.fuel_t);
  visit(Field{"process_t", "t", "scope 1: CO2 of processes"}, account.process_t);
  visit(Field{"electricity_location_t", "t", "scope 2: bought electricity by location"}, account.electricity_location_t);
  visit(Field{"electricity_market_t", "t", "scope 2: bought electricity by market"}, account.electricity_market_t);
  visit(Field{"heat_t", "t", "scope 2: bought heat and steam"}, account.heat_t);
  visit(Field{"value_chain_t", "t", "scope 3, where there are data"}, account.value_chain_t);
  visit(Field{"energy_tce", "tce", "energy used in standard coal"}, account.energy_tce);
}

struct Result {
  Account park;
  std::vector<Account> enterprises;  ///< in the order of their first use
  std::vector<Account> buildings;
  bool complete = true;              ///< every use has a factor
  double location_kg_per_kwh = 0.0;  ///< 0: there is none
  double market_kg_per_kwh = 0.0;
  double intensity_t_per_tce = 0.0;  ///< scopes 1 and 2 by market over energy, own sun and wind included; 0 without energy
  double renewable_tce = 0.0;
  double green_tce = 0.0;
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"park", "", "whole park"}, result.park);
  visit(Field{"enterprises", "", "by enterprise"}, result.enterprises);
  visit(Field{"buildings", "", "by building"}, result.buildings);
  visit(Field{"complete", "", "whether every use has a factor"}, result.complete);
  visit(Field{"location_kg_per_kwh", "kg/kWh", "grid factor by location"}, result.location_kg_per_kwh);
  visit(Field{"market_kg_per_kwh", "kg/kWh", "grid factor by market"}, result.market_kg_per_kwh);
  visit(Field{"intensity_t_per_tce", "t/tce", "scopes 1 and 2 by market over energy used, with own sun and wind"},
        result.intensity_t_per_tce);
  visit(Field{"renewable_tce", "tce", "own sun and wind used in the park, in standard coal"}, result.renewable_tce);
  visit(Field{"green_tce", "tce", "bought electricity with green certificates, in standard coal"}, result.green_tce);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

/// The market-based grid factor, of the whole country where the region has none; null: there is none.
[[nodiscard]] const GridFactor* market_factor(const Factors& factors, const Options& options);

[[nodiscard]] Result account(const Activities& activities, const Factors& factors, const Options& options);

}  // namespace parktwin::energy::carbon
