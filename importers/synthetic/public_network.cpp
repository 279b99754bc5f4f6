// Wi-Fi in public areas and industrial networks in plants.
#include <algorithm>
#include <cmath>

#include "importers/synthetic/draws.h"
#include "importers/synthetic/fibre_layout.h"
#include "importers/synthetic/plant_flows.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double access_point_pitch_m = 72.0;
constexpr std::size_t plants_wanted = 10;

bool has_public_wifi(const ZonePlan& zone, Draws& draws) {
  if (zone.lot.area() <= 0.0) return false;
  switch (zone.kind) {
    case ZoneKind::square:
      return true;
    case ZoneKind::car_park:
      return zone.quarter != Quarter::logistics || draws.chance(0.5);
    case ZoneKind::green:
      return zone.quarter == Quarter::headquarters || zone.quarter == Quarter::research || zone.quarter == Quarter::centre;
    default:
      return false;
  }
}

void cover_zone(NetworkDraft& network, const Backbone& backbone, const ZonePlan& plan, std::size_t zone, const Attachment& place) {
  const std::string zone_name = plan.name;
  const auto cabinet = network.add_node(NodeKind::access_switch, zone_name + " switch", place, 0.9998);
  network.node(cabinet).zone = Id<Zone>(zone);
  network.connect_along_streets(backbone.switches[nearest_switch(network, backbone, place.vertex)], cabinet, LinkMedium::fibre, 10000.0,
                                12);
  const Rect& lot = plan.lot;
  const int columns = std::max(1, static_cast<int>(std::round(lot.width() / access_point_pitch_m)));
  const int rows = std::max(1, static_cast<int>(std::round(lot.height() / access_point_pitch_m)));
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      const Point at{lot.x0 + (c + 0.5) * lot.width() / columns, lot.y0 + (r + 0.5) * lot.height() / rows};
      const auto point = network.add_node(NodeKind::wifi_access_point, zone_name + " Wi-Fi " + std::to_string(r * columns + c + 1),
                                          {at, place.vertex}, 0.999);
      network.node(point).zone = Id<Zone>(zone);
      network.node(point).service_radius = Metres(plan.kind == ZoneKind::square ? 60.0 : 50.0);
      const bool far = distance(place.at, at) > 90.0;  // copper reaches 100 m
      network.connect_inside(cabinet, point, far ? LinkMedium::fibre : LinkMedium::copper, 1000.0);
    }
  }
}

void cover_public_building(NetworkDraft& network, const Backbone& backbone, std::size_t building, const Attachment& place) {
  const std::string& name = network.draft().buildings[building].name;
  const auto cabinet = network.add_node(NodeKind::access_switch, name + " switch", place, 0.9998);
  network.node(cabinet).building = Id<Building>(building);
  network.connect_along_streets(backbone.switches[nearest_switch(network, backbone, place.vertex)], cabinet, LinkMedium::fibre, 10000.0,
                                24);
  for (int floor = 1; floor <= std::min(4, network.draft().buildings[building].floors); ++floor) {
    const auto point = network.add_node(NodeKind::wifi_access_point, name + " Wi-Fi " + std::to_string(floor), place, 0.999);
    network.node(point).building = Id<Building>(building);
    network.node(point).service_radius = Metres(40.0);
    network.connect_inside(cabinet, point, LinkMedium::copper, 1000.0);
  }
}

PlantStations equip_plant(NetworkDraft& network, std::size_t enterprise, Id<NetworkNode> access) {
  const Attachment place = network.place(access);
  const std::string& name = network.draft().enterprises[enterprise].name;
  const auto add = [&](NodeKind kind, const std::string& what, double availability) {
    const auto node = network.add_node(kind, name + " " + what, place, availability);
    network.node(node).enterprise = Id<Enterprise>(enterprise);
    network.node(node).building = network.node(access).building;
    return node;
  };
  const auto first = add(NodeKind::tsn_switch, "line switch 1", 0.9999);
  const auto second = add(NodeKind::tsn_switch, "line switch 2", 0.9999);
  const auto third = add(NodeKind::tsn_switch, "line switch 3", 0.9999);
  network.connect_inside(access, first, LinkMedium::fibre, 1000.0);
  network.connect_inside(first, second, LinkMedium::fibre, 1000.0);
  network.connect_inside(second, third, LinkMedium::fibre, 1000.0);
  network.connect_inside(first, third, LinkMedium::fibre, 1000.0);
  PlantStations stations;
  stations.enterprise = Id<Enterprise>(enterprise);
  stations.controller = add(NodeKind::end_station, "line controller", 0.9995);
  network.connect_inside(first, stations.controller, LinkMedium::copper, 1000.0);
  stations.robot_cell = add(NodeKind::end_station, "robot cell", 0.9995);
  network.connect_inside(second, stations.robot_cell, LinkMedium::copper, 1000.0);
  stations.machine_vision = add(NodeKind::end_station, "machine vision", 0.9995);
  network.connect_inside(third, stations.machine_vision, LinkMedium::copper, 1000.0);
  return stations;
}

}  // namespace

void equip_plants(NetworkDraft& network) {
  const Draft& draft = network.draft();
  std::vector<std::pair<double, std::size_t>> order;  // largest first
  for (std::size_t n = 0; n < network.nodes().size(); ++n) {
    const NetworkNode& node = network.nodes()[n];
    if (node.kind != NodeKind::access_switch || !node.enterprise.valid()) continue;
    const Enterprise& enterprise = draft.enterprises[node.enterprise.index()];
    const bool plant = enterprise.sector == Sector::electronics || enterprise.sector == Sector::machinery ||
                       enterprise.sector == Sector::automotive || enterprise.sector == Sector::pharmaceuticals;
    if (plant) order.emplace_back(-enterprise.floor_area.value(), n);
  }
  std::sort(order.begin(), order.end());
  const std::size_t count = std::min(order.size(), std::min(plants_wanted, draft.enterprises.size() / 8));
  for (std::size_t k = 0; k < count; ++k) {
    const Id<NetworkNode> access(order[k].second);
    const std::size_t enterprise = network.node(access).enterprise.index();
    PlantStations stations = equip_plant(network, enterprise, access);
    if (k < 3) {
      const auto edge =
          network.add_node(NodeKind::edge_server, draft.enterprises[enterprise].name + " edge server", network.place(access), 0.9995);
      network.node(edge).building = network.node(access).building;
      network.connect_inside(access, edge, LinkMedium::copper, 10000.0);
      stations.edge_server = edge;
    }
    add_flows(network, stations);
  }
}

void connect_public_areas(NetworkDraft& network, const Backbone& backbone, const Places& places) {
  const Draft& draft = network.draft();
  Draws draws(draft.options.seed, Topic::fibre);
  std::vector<std::size_t> zone_lots;
  for (std::size_t i = 0; i < draft.lots().size(); ++i) {
    const LotUse use = draft.lots()[i].use;
    if (use == LotUse::square || use == LotUse::car_park || use == LotUse::green) zone_lots.push_back(i);
  }
  std::size_t next = 0;  // lots that are zones come in the same order in both lists
  for (std::size_t z = 0; z < draft.zone_plans.size(); ++z) {
    const ZonePlan& plan = draft.zone_plans[z];
    if (plan.lot.area() <= 0.0) continue;
    const std::size_t lot = zone_lots[next++];
    if (has_public_wifi(plan, draws))
      cover_zone(network, backbone, plan, z, {front_of(draft.lots()[lot]), network.graph().vertex_of_place(places.lot(lot))});
  }
  for (std::size_t b = 0; b < draft.buildings.size(); ++b) {
    if (!draft.buildings[b].is_public) continue;
    const std::size_t lot = draft.building_plans[b].lot;
    cover_public_building(network, backbone, b, {draft.plan_centre(b), network.graph().vertex_of_place(places.lot(lot))});
  }
}

}  // namespace parktwin::importers::synthetic
