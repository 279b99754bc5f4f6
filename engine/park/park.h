#pragma once
// The park: everything importers know about it, as immutable parts. A scenario replaces parts; simulators read them.
#include <string>

#include "engine/park/address_inventory.h"
#include "engine/park/building.h"
#include "engine/park/cloud_inventory.h"
#include "engine/park/energy_inventory.h"
#include "engine/park/enterprise.h"
#include "engine/park/identifier_inventory.h"
#include "engine/park/land.h"
#include "engine/park/part.h"
#include "engine/park/radio_inventory.h"
#include "engine/park/scenario_inventory.h"
#include "engine/park/services_inventory.h"
#include "engine/park/shared_resource.h"
#include "engine/park/site.h"
#include "engine/park/thermal_inventory.h"
#include "engine/park/tsn_inventory.h"
#include "engine/park/weather.h"
#include "engine/park/wired_inventory.h"

namespace parktwin {

extern template class Part<Site>;
extern template class Part<Terrain>;
extern template class Part<Table<Zone>>;
extern template class Part<Table<Road>>;
extern template class Part<Table<Parcel>>;
extern template class Part<Table<Tree>>;
extern template class Part<Table<Building>>;
extern template class Part<Table<Enterprise>>;
extern template class Part<Table<Antenna>>;
extern template class Part<Table<RadioSite>>;
extern template class Part<Table<RadioCell>>;
extern template class Part<Table<Duct>>;
extern template class Part<Table<Cable>>;
extern template class Part<Table<NetworkNode>>;
extern template class Part<Table<NetworkLink>>;
extern template class Part<Table<NetworkService>>;
extern template class Part<Table<Bus>>;
extern template class Part<Table<PowerLine>>;
extern template class Part<Table<Transformer>>;
extern template class Part<Table<PowerLoad>>;
extern template class Part<Table<Generator>>;
extern template class Part<Table<Storage>>;
extern template class Part<Table<SharedService>>;
extern template class Part<Table<NetworkedScenario>>;
extern template class Part<Table<ConnectedAssets>>;
extern template class Part<Table<EvidenceDocument>>;
extern template class Part<Table<NetworkSlice>>;
extern template class Part<Table<AddressPrefix>>;
extern template class Part<Table<AccessRule>>;
extern template class Part<Table<TsnFlow>>;
extern template class Part<Table<IdentifierNode>>;
extern template class Part<Table<IdentifierApplication>>;
extern template class Part<Table<SharedResource>>;
extern template class Part<Weather>;
extern template class Part<Table<SupplyLink>>;
extern template class Part<Table<CloudPolicy>>;
extern template class Part<Table<DataCentre>>;
extern template class Part<Table<FactoryScenario>>;
extern template class Part<Table<NewModeUse>>;
extern template class Part<Table<ScenarioNeed>>;
extern template class Part<Table<ProcessStep>>;
extern template class Part<Table<Project>>;
extern template class Part<Table<ChargingStation>>;
extern template class Part<Table<ThermalUnit>>;
extern template class Part<Table<ColdDemand>>;
extern template class Part<Table<LoadFlexibility>>;

struct Park {
  Part<Site> site;
  Part<Terrain> terrain;
  Part<Table<Zone>> zones;
  Part<Table<Road>> roads;
  Part<Table<Parcel>> parcels;
  Part<Table<Tree>> trees;
  Part<Table<Building>> buildings;
  Part<Table<Enterprise>> enterprises;
  Part<Table<Antenna>> antennas;
  Part<Table<RadioSite>> radio_sites;
  Part<Table<RadioCell>> radio_cells;
  Part<Table<Duct>> ducts;
  Part<Table<Cable>> cables;
  Part<Table<NetworkNode>> network_nodes;
  Part<Table<NetworkLink>> network_links;
  Part<Table<NetworkService>> network_services;
  Part<Table<Bus>> buses;
  Part<Table<PowerLine>> power_lines;
  Part<Table<Transformer>> transformers;
  Part<Table<PowerLoad>> power_loads;
  Part<Table<Generator>> generators;
  Part<Table<Storage>> storages;
  Part<Table<SharedService>> shared_services;
  Part<Table<NetworkedScenario>> networked_scenarios;
  Part<Table<ConnectedAssets>> connected_assets;
  Part<Table<EvidenceDocument>> evidence;
  Part<Table<NetworkSlice>> network_slices;
  Part<Table<AddressPrefix>> address_prefixes;
  Part<Table<AccessRule>> access_rules;
  Part<Table<TsnFlow>> tsn_flows;
  Part<Table<IdentifierNode>> identifier_nodes;
  Part<Table<IdentifierApplication>> identifier_applications;
  Part<Table<SharedResource>> shared_resources;
  Part<Weather> weather;
  Part<Table<SupplyLink>> supply_links;
  Part<Table<CloudPolicy>> cloud_policies;
  Part<Table<DataCentre>> data_centres;
  Part<Table<FactoryScenario>> factory_scenarios;
  Part<Table<NewModeUse>> new_modes;
  Part<Table<ScenarioNeed>> scenario_needs;
  Part<Table<ProcessStep>> process_steps;
  Part<Table<Project>> projects;
  Part<Table<ChargingStation>> charging_stations;
  Part<Table<ThermalUnit>> thermal_units;
  Part<Table<ColdDemand>> cold_demands;
  Part<Table<LoadFlexibility>> load_flexibility;
};

template <class Visitor, DescribedAs<Park> Self>
void describe(Visitor&& visit, Self& park) {
  visit(Field{"site", "", "name, place and boundary"}, park.site);
  visit(Field{"terrain", "", "ground elevation"}, park.terrain);
  visit(Field{"zones", "", "public areas and water"}, park.zones);
  visit(Field{"roads", "", "street centre lines"}, park.roads);
  visit(Field{"parcels", "", "plots of land"}, park.parcels);
  visit(Field{"trees", "", "trees"}, park.trees);
  visit(Field{"buildings", "", "buildings"}, park.buildings);
  visit(Field{"enterprises", "", "enterprises"}, park.enterprises);
  visit(Field{"antennas", "", "antenna types"}, park.antennas);
  visit(Field{"radio_sites", "", "masts and roof positions"}, park.radio_sites);
  visit(Field{"radio_cells", "", "radio cells"}, park.radio_cells);
  visit(Field{"ducts", "", "ducts"}, park.ducts);
  visit(Field{"cables", "", "fibre cables"}, park.cables);
  visit(Field{"network_nodes", "", "network devices"}, park.network_nodes);
  visit(Field{"network_links", "", "network links"}, park.network_links);
  visit(Field{"network_services", "", "services on network nodes"}, park.network_services);
  visit(Field{"buses", "", "electrical buses"}, park.buses);
  visit(Field{"power_lines", "", "power lines and cables"}, park.power_lines);
  visit(Field{"transformers", "", "transformers"}, park.transformers);
  visit(Field{"power_loads", "", "electrical loads"}, park.power_loads);
  visit(Field{"generators", "", "PV and other generation"}, park.generators);
  visit(Field{"storages", "", "electricity storage"}, park.storages);
  visit(Field{"shared_services", "", "services several enterprises share"}, park.shared_services);
  visit(Field{"networked_scenarios", "", "networked application scenarios"}, park.networked_scenarios);
  visit(Field{"connected_assets", "", "connected production elements"}, park.connected_assets);
  visit(Field{"evidence", "", "evidence register"}, park.evidence);
  visit(Field{"network_slices", "", "slices of the radio network with reserved shares"}, park.network_slices);
  visit(Field{"address_prefixes", "", "address prefixes in use or reserved"}, park.address_prefixes);
  visit(Field{"access_rules", "", "rules of access lists"}, park.access_rules);
  visit(Field{"tsn_flows", "", "periodic flows with deadlines (time-sensitive networking)"}, park.tsn_flows);
  visit(Field{"identifier_nodes", "", "secondary nodes of identifier resolution"}, park.identifier_nodes);
  visit(Field{"identifier_applications", "", "applications that run on identifiers"}, park.identifier_applications);
  visit(Field{"shared_resources", "", "resources enterprises share, and what each would keep for itself"}, park.shared_resources);
  visit(Field{"weather", "", "a typical year of weather, hour by hour"}, park.weather);
  visit(Field{"supply_links", "", "who supplies whom"}, park.supply_links);
  visit(Field{"cloud_policies", "", "measures that bring enterprises to a cloud"}, park.cloud_policies);
  visit(Field{"data_centres", "", "data centres that carry workloads of the park's enterprises"}, park.data_centres);
  visit(Field{"factory_scenarios", "", "scenarios of factories over 5G"}, park.factory_scenarios);
  visit(Field{"new_modes", "", "enterprises that work in new modes"}, park.new_modes);
  visit(Field{"scenario_needs", "", "what scenarios and new modes need to work"}, park.scenario_needs);
  visit(Field{"process_steps", "", "steps of business processes, and which records are found by identifiers"}, park.process_steps);
  visit(Field{"projects", "", "projects that come to the park, and the course of each"}, park.projects);
  visit(Field{"charging_stations", "", "chargers of electric vehicles"}, park.charging_stations);
  visit(Field{"thermal_units", "", "boilers, heat pumps, chillers, stores of heat and cold"}, park.thermal_units);
  visit(Field{"cold_demands", "", "cold that enterprises take from the park's network"}, park.cold_demands);
  visit(Field{"load_flexibility", "", "electricity that enterprises would move in time or be paid to leave"}, park.load_flexibility);
}

/// The park's table of records of type T. Compiles only for record types a park has.
template <class T>
[[nodiscard]] const Table<T>& table(const Park& park) {
  const Table<T>* found = nullptr;
  describe(
      [&found]<class P>(const Field&, const P& part) {
        if constexpr (std::same_as<P, Part<Table<T>>>) found = &*part;
      },
      park);
  PARKTWIN_CHECK(found != nullptr, "a park has no table of that record type");
  return *found;
}

/// Hash over all parts: equal for parks with equal content.
[[nodiscard]] ContentHash content_hash_of(const Park& park);

}  // namespace parktwin
