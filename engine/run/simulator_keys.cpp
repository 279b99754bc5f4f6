#include "engine/run/simulator_keys.h"

#include <vector>

namespace parktwin::keys {
namespace {

template <class... Value>
ContentHash key_of(const Value&... values) {
  Hasher hasher;
  (hasher.add(values), ...);
  return hasher.digest();
}

/// Without where antennas hang: a wire ends at the site's node.
std::vector<RadioSite> sites_on_the_wire(const Park& park) {
  std::vector<RadioSite> sites = park.radio_sites->records();
  for (RadioSite& site : sites) {
    site.position = {};
    site.height = {};
  }
  return sites;
}

/// Without where and how strongly a cell radiates: the wire sees its slots alone.
std::vector<RadioCell> cells_on_the_wire(const Park& park) {
  std::vector<RadioCell> cells = park.radio_cells->records();
  for (RadioCell& cell : cells) {
    cell.azimuth = cell.mechanical_downtilt = cell.electrical_downtilt = {};
    cell.transmit_power = {};
    cell.feeder_loss = {};
    cell.load = 0.0;
    cell.eirp_limit.reset();
  }
  return cells;
}

}  // namespace

ContentHash wired(const Park& park, const SimulationOptions& options, std::uint64_t seed) {
  return key_of(park.site, park.zones, park.parcels, park.buildings, park.enterprises, sites_on_the_wire(park), cells_on_the_wire(park),
                park.ducts, park.cables, park.network_nodes, park.network_links, park.network_services, park.buses, park.power_lines,
                park.transformers, park.address_prefixes, park.access_rules, park.tsn_flows, options.wired, seed);
}

ContentHash radio(const Park& park, const SimulationOptions& options, std::uint64_t seed) {
  return key_of(park.site, park.terrain, park.zones, park.parcels, park.trees, park.buildings, park.enterprises, park.antennas,
                park.radio_sites, park.radio_cells, park.network_nodes, park.connected_assets, park.network_slices, options.radio, seed);
}

ContentHash traffic(const Park& park, const SimulationOptions& options) {
  return key_of(park.zones, park.parcels, park.buildings, park.enterprises, park.radio_sites, park.radio_cells, park.ducts, park.cables,
                park.network_nodes, park.network_links, park.network_services, park.power_loads, park.networked_scenarios,
                park.connected_assets, park.data_centres, options.cloud, options.traffic);
}

ContentHash bridges(const Park& park, const SimulationOptions& options) {
  return key_of(park.antennas, park.radio_cells, park.network_nodes, park.network_links, park.tsn_flows, options.bridges);
}

ContentHash energy(const Park& park, const SimulationOptions& options) {
  return key_of(park.site, park.terrain, park.parcels, park.buildings, park.enterprises, park.buses, park.power_lines, park.transformers,
                park.power_loads, park.generators, park.storages, park.weather, park.charging_stations, park.thermal_units,
                park.cold_demands, park.load_flexibility, park.data_centres, options.cloud.data_centre, options.energy);
}

ContentHash cloud(const Park& park, const SimulationOptions& options, std::uint64_t seed) {
  return key_of(park.site, park.parcels, park.buildings, park.enterprises, park.network_nodes, park.network_links, park.weather,
                park.supply_links, park.cloud_policies, park.data_centres, options.cloud, seed);
}

ContentHash services(const Park& park, const SimulationOptions& options, std::uint64_t seed) {
  return key_of(park.roads, park.parcels, park.buildings, park.enterprises, park.network_nodes, park.network_links, park.shared_services,
                park.networked_scenarios, park.connected_assets, park.identifier_nodes, park.identifier_applications, park.shared_resources,
                park.process_steps, options.services, seed);
}

}  // namespace parktwin::keys
