#pragma once
// A small park in which network, cloud, data centre and energy all miss something.
#include "engine/scenario/scenario.h"
#include "tests/engine/plan/block_park.h"
#include "tests/engine/simulators/cloud/adoption/small_world.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::plan {

/// Blocks with forty enterprises, a grid with one load of the first, a data centre with one server in use.
inline Park whole_park() {
  Park park = block_park(300.0);
  Site site = *park.site;
  site.data_date = "2026-01-01";
  park.site = Part<Site>(site);
  auto enterprises = cloud::adoption::enterprises_in_a_row(40, 12);
  enterprises[0].yearly_electricity = MegawattHours(3000.0);
  park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(std::move(enterprises)));
  auto buildings = park.buildings->records();
  buildings[0].enterprise = Id<Enterprise>(0);
  park.buildings = Part<Table<Building>>(Table<Building>(std::move(buildings)));
  energy::testing::add_grid(park);
  PowerLoad load;
  load.id = "LD-1";
  load.bus = Id<Bus>(1);
  load.enterprise = Id<Enterprise>(0);
  load.peak_power = Kilowatts(900.0);
  park.power_loads = Part<Table<PowerLoad>>(Table<PowerLoad>({load}));
  park.weather = Part<Weather>(energy::testing::plain_weather());
  DataCentre centre;
  centre.id = "DC-1";
  centre.node = Id<NetworkNode>(0);
  centre.servers = 2;
  centre.rack_power = Kilowatts(1.5);
  centre.storage_tb = 1.0;
  centre.uplink = MegabitsPerSecond(1000.0);
  park.data_centres = Part<Table<DataCentre>>(Table<DataCentre>({centre}));
  return park;
}

inline Scenario whole_scenario() {
  Scenario scenario;
  scenario.name = "whole";
  scenario.options.radio.resolution = Metres(10.0);
  scenario.options.cloud.adoption.replicas = 40;
  scenario.options.cloud.adoption.horizon_months = 18;
  scenario.options.cloud.adoption.curve_source = cloud::adoption::CurveSource::given;
  scenario.plan.candidate_sites = 8;
  scenario.plan.least_spacing = Metres(60.0);
  scenario.plan.demand_points = 100;
  scenario.plan.joint.parts = {PlanPart::network, PlanPart::cloud, PlanPart::data_centres, PlanPart::energy};
  scenario.plan.joint.energy.most_battery_kwh = 0.0;
  scenario.plan.joint.energy.most_roofs = 2;
  return scenario;
}

/// Two clauses of coverage, one of cloud with its forecast, one of data centres, one of clean energy.
inline criteria::Pack whole_pack() {
  criteria::Pack pack = coverage_pack(60.0, 80.0);
  pack.clauses[0].id = "W-1";
  pack.clauses[1].id = "W-2";
  criteria::Clause cloud = coverage_clause("W-3", "cloud.enterprises", 60.0);
  criteria::AlternativeDefinition forecast;
  forecast.metric = "cloud.forecast_median";
  cloud.alternatives.push_back(forecast);
  criteria::Clause centres = coverage_clause("W-4", "cloud.data_centre_resources", 0.0);
  centres.kind = criteria::ClauseKind::qualitative;
  centres.comparator = criteria::Comparator::none;
  centres.threshold.reset();
  pack.clauses.push_back(cloud);
  pack.clauses.push_back(centres);
  pack.clauses.push_back(coverage_clause("W-5", "carbon.clean_energy", 40.0));
  return pack;
}

inline std::vector<costs::Price> whole_prices() {
  auto prices = block_prices();
  auto sun = price("add_generator", "rated_power_kw", 1.0, 3400.0);
  sun.field = "kind";
  sun.value = "photovoltaic";
  prices.push_back(sun);
  prices.push_back(price("add_cloud_policy", "fixed_cost_cny", 1.0, 1.0));
  for (const auto& [field, cny] : {std::pair("servers", 75000.0), std::pair("racks", 80000.0), std::pair("storage_tb", 2000.0)}) {
    auto more = price("modify_data_centre", field, 1.0, cny);
    more.field = field;
    prices.push_back(more);
  }
  return prices;
}

}  // namespace parktwin::plan
