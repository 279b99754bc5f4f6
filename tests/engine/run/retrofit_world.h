#pragma once
// A park whose plants hang on narrow links: core, one aggregation switch, and per plant an access switch, cameras and a control loop.
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/run/baseline.h"
#include "engine/run/run.h"

namespace parktwin::retrofit::testing {

inline constexpr std::size_t plant_count = 4;

template <class T>
T with_id(const std::string& id) {
  T record;
  record.id = id;
  return record;
}

inline std::string numbered(const std::string& kind, std::size_t number) { return kind + "-" + std::to_string(number); }

inline NetworkLink link_between(const std::string& id, std::size_t from, std::size_t to, double rate_mbps) {
  auto link = with_id<NetworkLink>(id);
  link.from = Id<NetworkNode>(from);
  link.to = Id<NetworkNode>(to);
  link.length = Metres(50.0);
  link.rate_down = link.rate_up = MegabitsPerSecond(rate_mbps);
  return link;
}

/// Nodes: core 0, aggregation 1, and of plant p switch 2 + 3 p, talker 3 + 3 p, listener 4 + 3 p. Links: 0, then access 1 + 3 p and two
/// more.
inline Park plants() {
  Park park;
  Site site;
  site.boundary = MultiPolygon{{Polygon{{{0, 0}, {200, 0}, {200, 200}, {0, 200}}, {}}}};
  park.site = Part(site);
  std::vector<Enterprise> enterprises;
  auto core = with_id<NetworkNode>("N-core");
  core.kind = NodeKind::core_router;
  auto aggregation = with_id<NetworkNode>("N-aggregation");
  aggregation.kind = NodeKind::aggregation_switch;
  std::vector<NetworkNode> nodes{core, aggregation};
  std::vector<NetworkLink> links{link_between("L-core", 0, 1, 10000.0)};
  std::vector<ConnectedAssets> assets;
  std::vector<TsnFlow> flows;
  for (std::size_t p = 0; p < plant_count; ++p) {
    const Id<Enterprise> owner(p);
    auto enterprise = with_id<Enterprise>(numbered("E", p));
    enterprise.employees = 40;
    enterprises.push_back(enterprise);
    const std::size_t at = nodes.size();
    for (const char* role : {"S", "T", "R"}) {
      auto node = with_id<NetworkNode>(numbered(role, p));
      node.kind = role[0] == 'S' ? NodeKind::access_switch : NodeKind::end_station;
      if (role[0] == 'S') node.enterprise = owner;
      nodes.push_back(node);
    }
    links.push_back(link_between(numbered("A", p), 1, at, 100.0));
    links.push_back(link_between(numbered("B", p), at, at + 1, 100.0));
    links.push_back(link_between(numbered("C", p), at, at + 2, 100.0));
    auto cameras = with_id<ConnectedAssets>(numbered("CA", p));
    cameras.enterprise = owner;
    cameras.element = "camera";
    cameras.count = 20;
    assets.push_back(cameras);
    auto flow = with_id<TsnFlow>(numbered("F", p));
    flow.talker = Id<NetworkNode>(at + 1);
    flow.listener = Id<NetworkNode>(at + 2);
    flow.enterprise = owner;
    flows.push_back(flow);
  }
  park.enterprises = Part(Table(enterprises));
  park.network_nodes = Part(Table(nodes));
  park.network_links = Part(Table(links));
  park.connected_assets = Part(Table(assets));
  park.tsn_flows = Part(Table(flows));
  return park;
}

/// Access links of the first plants at that rate.
inline Park widened(Park park, std::size_t plants, double rate_mbps) {
  auto links = park.network_links->records();
  for (std::size_t p = 0; p < plants; ++p) links[1 + 3 * p].rate_down = links[1 + 3 * p].rate_up = MegabitsPerSecond(rate_mbps);
  park.network_links = Part(Table(links));
  return park;
}

inline SimulationOptions coarse() {
  SimulationOptions options;
  options.radio.resolution = Metres(20.0);
  return options;
}

inline Results run_quietly(const Park& park, const Baseline* baseline = nullptr) {
  Progress progress;
  return run(park, coarse(), 1, progress, nullptr, {}, baseline);
}

/// Null when there is none.
inline const Figure* find(const Result& result, Subject subject, const std::string& id, Measure measure) {
  for (const Figure& figure : result.figures) {
    if (figure.subject == subject && figure.id == id && figure.measure == measure) return &figure;
  }
  return nullptr;
}

}  // namespace parktwin::retrofit::testing
