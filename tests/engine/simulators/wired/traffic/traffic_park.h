#pragma once
// Parks for the tests of traffic, put together link by link, and every loopless path of a network by plain enumeration.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/wired/traffic/routing.h"

namespace parktwin::wired::traffic {

inline std::string numbered(const char* letters, std::size_t number) { return std::string(letters).append(std::to_string(number)); }

/// Collects records; ids are N0, N1 …, L0, L1 …, E0, E1 …
struct ParkBuilder {
  std::vector<NetworkNode> nodes;
  std::vector<NetworkLink> links;
  std::vector<Enterprise> enterprises;
  std::vector<ConnectedAssets> assets;
  std::vector<NetworkedScenario> scenarios;
  std::vector<NetworkService> services;

  std::uint32_t node(NodeKind kind, Point position = {}) {
    NetworkNode made;
    made.id = numbered("N", nodes.size());
    made.kind = kind;
    made.position = position;
    nodes.push_back(made);
    return static_cast<std::uint32_t>(nodes.size() - 1);
  }

  std::uint32_t link(std::uint32_t near, std::uint32_t far, double down_mbit_s, double up_mbit_s) {
    NetworkLink made;
    made.id = numbered("L", links.size());
    made.from = Id<NetworkNode>(near);
    made.to = Id<NetworkNode>(far);
    made.rate_down = MegabitsPerSecond(down_mbit_s);
    made.rate_up = MegabitsPerSecond(up_mbit_s);
    links.push_back(made);
    return static_cast<std::uint32_t>(links.size() - 1);
  }
  std::uint32_t link(std::uint32_t near, std::uint32_t far, double rate_mbit_s) { return link(near, far, rate_mbit_s, rate_mbit_s); }

  /// An enterprise whose access is the node.
  Id<Enterprise> enterprise(std::uint32_t at) {
    Enterprise made;
    made.id = numbered("E", enterprises.size());
    enterprises.push_back(made);
    const Id<Enterprise> id(enterprises.size() - 1);
    nodes[at].enterprise = id;
    return id;
  }

  Id<ConnectedAssets> asset(Id<Enterprise> whose, const std::string& element, std::int32_t count, AssetBearer bearer = AssetBearer::wired) {
    ConnectedAssets made;
    made.id = numbered("CA", assets.size());
    made.enterprise = whose;
    made.element = element;
    made.count = count;
    made.bearer = bearer;
    assets.push_back(made);
    return Id<ConnectedAssets>(assets.size() - 1);
  }

  void scenario(ScenarioKind kind) {
    NetworkedScenario made;
    made.id = numbered("G", scenarios.size());
    made.kind = kind;
    made.deployed = true;
    scenarios.push_back(made);
  }

  [[nodiscard]] Park park() const {
    Park made;
    made.network_nodes = Part(Table(nodes));
    made.network_links = Part(Table(links));
    made.enterprises = Part(Table(enterprises));
    made.connected_assets = Part(Table(assets));
    made.networked_scenarios = Part(Table(scenarios));
    made.network_services = Part(Table(services));
    return made;
  }
};

/// Links of four rates in random directions, some parallel; one node in six passes nothing on; node 0 is a core router.
inline ParkBuilder random_network(std::uint32_t number, std::uint32_t nodes, std::uint32_t links) {
  const RandomSequence random(2022, 3, number);
  std::uint32_t draw = 0;
  ParkBuilder builder;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    const bool end = random.below(draw++, 6) == 0;
    builder.node(i == 0 ? NodeKind::core_router : end ? NodeKind::server : NodeKind::aggregation_switch);
  }
  const std::vector<double> rates{100.0, 200.0, 1000.0, 1000.0, 10000.0};
  for (std::uint32_t i = 0; i < links; ++i) {
    const std::uint32_t near = random.below(draw++, nodes);
    const std::uint32_t far = random.below(draw++, nodes);
    const double down = rates[random.below(draw++, 5)];
    const double up = rates[random.below(draw++, 5)];
    if (near != far) builder.link(near, far, down, up);
  }
  return builder;
}

struct EnumeratedPath {
  Cost cost;
  std::vector<std::uint32_t> arcs;
  friend auto operator<=>(const EnumeratedPath&, const EnumeratedPath&) = default;
};

/// Every path without loops from a node to the first sink it meets, cheapest first.
inline std::vector<EnumeratedPath> every_path(const Network& network, std::uint32_t source, const std::vector<std::uint32_t>& sinks) {
  std::vector<EnumeratedPath> found;
  std::vector<std::uint8_t> used(network.size(), 0);
  const auto is_sink = [&](std::uint32_t node) { return std::find(sinks.begin(), sinks.end(), node) != sinks.end(); };
  const auto walk = [&](const auto& self, std::uint32_t node, EnumeratedPath path) -> void {
    if (is_sink(node)) {
      found.push_back(std::move(path));
      return;
    }
    if (node != source && network.forwards[node] == 0) return;
    used[node] = 1;
    for (std::uint32_t number = 0; number < network.arcs.size(); ++number) {
      const Arc& arc = network.arcs[number];
      if (!(arc.rate_mbit_s > 0.0) || arc.from != node || used[arc.to] != 0) continue;
      EnumeratedPath longer{cost_after(path.cost, arc), path.arcs};
      longer.arcs.push_back(number);
      self(self, arc.to, std::move(longer));
    }
    used[node] = 0;
  };
  walk(walk, source, {{0, 0}, {}});
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace parktwin::wired::traffic
