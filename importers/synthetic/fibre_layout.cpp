#include "importers/synthetic/fibre_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double km2_per_switch = 0.45;
constexpr std::size_t switches_per_ring = 14;

struct HostedService {
  const char* server;
  const char* name;
  const char* name_zh;
};

constexpr HostedService hosted[] = {{"Name server 1", "Domain name service", "域名解析服务"},
                                    {"Name server 2", "Time service", "时间同步服务"},
                                    {"Platform server 1", "Park industrial internet platform", "园区工业互联网平台"},
                                    {"Platform server 2", "Cloud portal", "企业上云门户"},
                                    {"Video server", "Video security", "视频安防"},
                                    {"Identifier server", "Identifier resolution secondary node", "标识解析二级节点"},
                                    {"Energy server", "Energy and carbon platform", "能碳管理平台"},
                                    {"Operations server", "Network management", "网络运行管理"},
                                    {"Emergency server", "Safety and emergency platform", "安全应急平台"}};

/// Crossings spread over the park: each next one is farthest from those chosen.
std::vector<std::size_t> spread_crossings(const NetworkDraft& network, const Places& places, std::size_t wanted, Point first) {
  std::vector<std::size_t> chosen;
  const std::size_t count = places.crossing_count();
  const auto at = [&](std::size_t i) { return network.graph().points()[network.graph().vertex_of_place(places.crossing(i))]; };
  std::vector<double> nearest(count, std::numeric_limits<double>::infinity());
  std::vector<std::size_t> inner;  // away from the park's edge, where cabinets serve only one side
  const Rect hull{network.draft().grid.columns.front(), network.draft().grid.rows.front(), network.draft().grid.columns.back(),
                  network.draft().grid.rows.back()};
  for (std::size_t i = 0; i < count; ++i) {
    const Point p = at(i);
    nearest[i] = distance(p, first);
    const bool edge = p.x <= hull.x0 || p.x >= hull.x1 || p.y <= hull.y0 || p.y >= hull.y1;
    if (!edge) inner.push_back(i);
  }
  if (inner.size() < wanted) {
    inner.clear();
    for (std::size_t i = 0; i < count; ++i) inner.push_back(i);
  }
  while (chosen.size() < std::min(wanted, inner.size())) {
    const std::size_t best =
        *std::max_element(inner.begin(), inner.end(), [&](std::size_t a, std::size_t b) { return nearest[a] < nearest[b]; });
    chosen.push_back(best);
    for (std::size_t i = 0; i < count; ++i) nearest[i] = std::min(nearest[i], distance(at(i), at(best)));
    nearest[best] = -1.0;
  }
  return chosen;
}

struct Core {
  Id<NetworkNode> first;
  Id<NetworkNode> second;
  Id<NetworkNode> fabric;
};

Core build_core(NetworkDraft& network, const Attachment& place, std::size_t building) {
  const auto add = [&](NodeKind kind, const char* name, double availability) {
    const auto id = network.add_node(kind, name, place, availability);
    network.node(id).building = Id<Building>(building);
    return id;
  };
  const auto first = add(NodeKind::core_router, "Core router 1", 0.99999);
  const auto second = add(NodeKind::core_router, "Core router 2", 0.99999);
  const auto firewall_1 = add(NodeKind::firewall, "Firewall 1", 0.9999);
  const auto firewall_2 = add(NodeKind::firewall, "Firewall 2", 0.9999);
  const auto fabric = add(NodeKind::aggregation_switch, "Data centre switch", 0.99998);
  network.connect_inside(first, second, LinkMedium::fibre, 100000.0);
  network.connect_inside(first, firewall_1, LinkMedium::fibre, 40000.0);
  network.connect_inside(second, firewall_2, LinkMedium::fibre, 40000.0);
  network.connect_inside(firewall_1, fabric, LinkMedium::fibre, 40000.0);
  network.connect_inside(firewall_2, fabric, LinkMedium::fibre, 40000.0);
  for (std::size_t i = 0; i < std::size(hosted); ++i) {
    const auto server = add(NodeKind::server, hosted[i].server, 0.9995);
    network.connect_inside(fabric, server, LinkMedium::copper, 10000.0);
    network.services.push_back({numbered("NS", i + 1), hosted[i].name, hosted[i].name_zh, server, true, true});
  }
  return {first, second, fabric};
}

}  // namespace

Backbone lay_backbone(NetworkDraft& network, const Places& places) {
  const Draft& draft = network.draft();
  const std::size_t building = draft.building_with(BuildingUse::data_centre);
  const std::size_t lot = draft.building_plans[building].lot;
  const Attachment place{draft.plan_centre(building), network.graph().vertex_of_place(places.lot(lot))};
  const Core core = build_core(network, place, building);
  const auto wanted = static_cast<std::size_t>(std::max(2.0, std::round(draft.options.area_km2 / km2_per_switch)));
  std::vector<std::pair<double, std::size_t>> order;  // by direction seen from the data centre
  for (const std::size_t i : spread_crossings(network, places, wanted, place.at)) {
    const Point p = network.graph().points()[network.graph().vertex_of_place(places.crossing(i))];
    order.emplace_back(rounded(std::atan2(p.y - place.at.y, p.x - place.at.x), 1e-6), i);
  }
  std::sort(order.begin(), order.end());
  Backbone backbone;
  backbone.data_centre_switch = core.fabric;
  for (const auto& [direction, crossing] : order) {
    const auto vertex = network.graph().vertex_of_place(places.crossing(crossing));
    const Point p = network.graph().points()[vertex];
    const Attachment cabinet{{p.x + 15.0, p.y + 15.0}, vertex};
    const std::string number = std::to_string(backbone.switches.size() + 1);
    backbone.switches.push_back(network.add_node(NodeKind::aggregation_switch, "Aggregation switch " + number, cabinet, 0.99998));
    backbone.line_terminals.push_back(network.add_node(NodeKind::optical_line_terminal, "Line terminal " + number, cabinet, 0.9999));
    network.connect_inside(backbone.switches.back(), backbone.line_terminals.back(), LinkMedium::fibre, 40000.0);
  }
  const std::size_t rings = (backbone.switches.size() + switches_per_ring - 1) / switches_per_ring;
  for (std::size_t ring = 0; ring < rings; ++ring) {
    const std::size_t from = ring * backbone.switches.size() / rings;
    const std::size_t to = (ring + 1) * backbone.switches.size() / rings;
    network.connect_along_streets(core.first, backbone.switches[from], LinkMedium::fibre, 100000.0, 144);
    for (std::size_t i = from + 1; i < to; ++i) {
      network.connect_along_streets(backbone.switches[i - 1], backbone.switches[i], LinkMedium::fibre, 100000.0, 144);
    }
    network.connect_along_streets(core.second, backbone.switches[to - 1], LinkMedium::fibre, 100000.0, 144);
  }
  return backbone;
}

std::size_t nearest_switch(NetworkDraft& network, const Backbone& backbone, RouteGraph::Vertex vertex) {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < backbone.switches.size(); ++i) {
    const double metres = network.tree_from(network.place(backbone.switches[i]).vertex).length[vertex];
    if (metres < least) {
      least = metres;
      best = i;
    }
  }
  return best;
}

void connect_sites(NetworkDraft& network, const Backbone& backbone, const Places& places, const std::vector<SitePlan>& plans,
                   std::vector<RadioSite>& sites) {
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const Attachment place{plans[i].at, network.graph().vertex_of_place(places.site(i))};
    const auto unit = network.add_node(NodeKind::radio_unit, "Radio unit " + sites[i].id, place, 0.9998);
    if (plans[i].kind == SiteKind::macro_roof) network.node(unit).building = Id<Building>(plans[i].building);
    const auto from = backbone.switches[nearest_switch(network, backbone, place.vertex)];
    network.connect_along_streets(from, unit, LinkMedium::fibre,
                                  plans[i].kind == SiteKind::macro_roof || plans[i].kind == SiteKind::macro_mast ? 25000.0 : 10000.0, 12);
    sites[i].backhaul = unit;
  }
}

}  // namespace parktwin::importers::synthetic
