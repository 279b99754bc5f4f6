#include "importers/synthetic/synthetic.h"

#include "importers/gdal_layers/reference_system.h"
#include "importers/synthetic/address_layout.h"
#include "importers/synthetic/climate.h"
#include "importers/synthetic/cloud_layout.h"
#include "importers/synthetic/draft.h"
#include "importers/synthetic/energy_uses.h"
#include "importers/synthetic/fibre_layout.h"
#include "importers/synthetic/names.h"
#include "importers/synthetic/power_layout.h"
#include "importers/synthetic/process_layout.h"
#include "importers/synthetic/scenario_layout.h"
#include "importers/synthetic/services_layout.h"
#include "importers/synthetic/sharing_layout.h"

namespace parktwin::importers {
namespace synthetic {
namespace {

Site site_of(const Draft& draft) {
  Site site;
  site.name = std::string(town_english) + " Industrial Park";
  site.name_zh = std::string(town_chinese) + "产业园";
  site.crs = "EPSG:4549";  // CGCS2000, 3-degree Gauss-Kruger, central meridian 120 degrees east
  site.crs_wkt = well_known_text(site.crs);
  site.origin_easting = Metres(585000.0);
  site.origin_northing = Metres(3466000.0);
  site.origin_longitude = Degrees(120.892923944336);  // gdaltransform EPSG:4549 -> EPSG:4326 of the origin
  site.origin_latitude = Degrees(31.3128056262011);
  site.boundary = {{{draft.frame(draft.grid.boundary), {}}}};
  site.data_date = "2026-01-01";
  site.operator_name = std::string(town_english) + " Park Network Company (invented)";
  site.note = "Synthetic park: every place, enterprise and figure is invented; see SOURCE.md.";
  return site;
}

void add_networks(const Draft& draft, Park& park) {
  const std::vector<SitePlan> site_plans = plan_sites(draft);
  const Places places = collect_places(draft, site_plans);
  const RouteGraph graph(draft.streets, places.points);
  RadioTables radio = build_radio(draft, site_plans);
  NetworkDraft network(draft, graph);
  const Backbone backbone = lay_backbone(network, places);
  connect_enterprises(network, backbone, places);
  equip_plants(network);
  connect_public_areas(network, backbone, places);
  connect_sites(network, backbone, places, site_plans, radio.sites);
  keep_old_equipment(network);
  fit_optics(network, backbone);
  AddressTables addresses = register_addresses(network);
  PowerTables power = build_grid(draft, graph, places);
  add_generation(draft, power);
  supply_nodes(draft, power, network.nodes());
  EnergyUses uses = build_energy_uses(draft, power);
  park.antennas = Part(Table(std::move(radio.antennas)));
  park.radio_sites = Part(Table(std::move(radio.sites)));
  park.radio_cells = Part(Table(std::move(radio.cells)));
  park.ducts = Part(Table(network.ducts()));
  park.cables = Part(Table(network.cables()));
  park.network_nodes = Part(Table(network.nodes()));
  park.network_links = Part(Table(network.links()));
  park.network_services = Part(Table(network.services));
  park.address_prefixes = Part(Table(std::move(addresses.prefixes)));
  park.access_rules = Part(Table(std::move(addresses.rules)));
  park.tsn_flows = Part(Table(network.flows));
  park.buses = Part(Table(std::move(power.buses)));
  park.power_lines = Part(Table(std::move(power.lines)));
  park.transformers = Part(Table(std::move(power.transformers)));
  park.power_loads = Part(Table(std::move(power.loads)));
  park.generators = Part(Table(std::move(power.generators)));
  park.storages = Part(Table(std::move(power.storages)));
  park.charging_stations = Part(Table(std::move(uses.stations)));
  park.thermal_units = Part(Table(std::move(uses.units)));
  park.cold_demands = Part(Table(std::move(uses.cold)));
  park.load_flexibility = Part(Table(std::move(uses.flexibility)));
}

/// The platform and security operations run on servers of the park.
void run_services(Park& park) {
  auto services = park.shared_services->records();
  const auto run_on = [&](SharedServiceKind kind, std::string_view offered) {
    for (const NetworkService& service : *park.network_services) {
      if (service.name != offered) continue;
      for (auto& shared : services) {
        if (shared.kind == kind) shared.node = service.node;
      }
    }
  };
  run_on(SharedServiceKind::platform, "Park industrial internet platform");
  run_on(SharedServiceKind::security_operations, "Safety and emergency platform");
  park.shared_services = Part(Table(std::move(services)));
}

void add_services(const Draft& draft, Park& park) {
  ServiceTables services = build_services(draft);
  SharingTables sharing = build_sharing(draft.options.seed, draft.enterprises, services.services, park.network_services->records());
  park.identifier_nodes = Part(Table(std::move(sharing.nodes)));
  park.identifier_applications = Part(Table(std::move(sharing.applications)));
  park.shared_resources = Part(Table(std::move(sharing.resources)));
  park.shared_services = Part(Table(std::move(services.services)));
  park.networked_scenarios = Part(Table(std::move(services.scenarios)));
  park.connected_assets = Part(Table(std::move(services.assets)));
  park.evidence = Part(Table(std::move(services.evidence)));
  CloudTables cloud = build_cloud(draft.options.seed, draft.enterprises, park.network_nodes->records());
  park.supply_links = Part(Table(std::move(cloud.supply_links)));
  park.data_centres = Part(Table(std::move(cloud.data_centres)));
  run_services(park);
  park.process_steps = Part(Table(build_process_steps(park)));
  park.projects = Part(Table(build_projects(draft.options.seed, draft.enterprises.size())));
  ScenarioTables scenarios = build_scenarios(draft.options.seed, park);
  park.factory_scenarios = Part(Table(std::move(scenarios.factory_scenarios)));
  park.new_modes = Part(Table(std::move(scenarios.new_modes)));
  park.scenario_needs = Part(Table(std::move(scenarios.needs)));
}

}  // namespace
}  // namespace synthetic

Park generate_park(const SyntheticOptions& options) {
  using namespace synthetic;
  Draft draft = draw_plan(options);
  settle_enterprises(draft);
  Park park;
  park.site = Part(site_of(draft));
  park.terrain = Part(shape_terrain(draft));
  park.weather = Part(draw_weather(options.seed, park.site->origin_latitude, park.site->origin_longitude));
  park.zones = Part(Table(draft.zones));
  park.roads = Part(Table(draft.roads));
  park.parcels = Part(Table(draft.parcels));
  park.trees = Part(Table(plant_trees(draft)));
  park.buildings = Part(Table(draft.buildings));
  park.enterprises = Part(Table(draft.enterprises));
  add_networks(draft, park);
  add_services(draft, park);
  return park;
}

}  // namespace parktwin::importers
