#include "engine/simulators/wired/failures/power_feed.h"

#include <algorithm>

#include "engine/simulators/wired/failures/link_cuts.h"
#include "engine/simulators/wired/failures/node_cuts.h"

namespace parktwin::wired::failures {
namespace {

struct PowerGraph {
  PlainGraph graph;                 ///< buses, then the root before the slack buses
  std::vector<std::uint32_t> line;  ///< edge of each power line, none when out of service
  std::vector<std::uint32_t> transformer;
};

PowerGraph power_graph(const Park& park) {
  PowerGraph power;
  std::vector<Ends> edges;
  const auto join = [&](bool operational, Id<Bus> a, Id<Bus> b) {
    if (!operational || a == b) return none;
    edges.push_back({static_cast<std::uint32_t>(a.index()), static_cast<std::uint32_t>(b.index())});
    return static_cast<std::uint32_t>(edges.size() - 1);
  };
  for (const auto& line : *park.power_lines) power.line.push_back(join(line.operational, line.from, line.to));
  for (const auto& unit : *park.transformers) power.transformer.push_back(join(unit.operational, unit.high, unit.low));
  const auto root = static_cast<std::uint32_t>(park.buses->size());
  for (std::uint32_t bus = 0; bus < root; ++bus) {
    if (park.buses->records()[bus].kind == BusKind::slack) edges.push_back({root, bus});
  }
  power.graph = plain_graph(root + 1, std::move(edges));
  return power;
}

/// The buses each bus takes down: those on whose chain of dominators it is.
std::vector<std::vector<std::uint32_t>> without_each_bus(const PlainGraph& graph, std::uint32_t root) {
  NodeCuts cuts;
  cuts.find(graph, root);
  std::vector<std::vector<std::uint32_t>> without(root);
  for (std::uint32_t bus = 0; bus < root; ++bus) {
    if (!cuts.tree.reached(bus)) {
      without[bus].push_back(bus);
      continue;
    }
    for (std::uint32_t place = cuts.tree.place[bus]; place != 0; place = cuts.dominator[place]) {
      without[cuts.tree.order[place]].push_back(bus);
    }
  }
  return without;
}

}  // namespace

PowerFeed power_feed(const Park& park) {
  const PowerGraph power = power_graph(park);
  const auto root = static_cast<std::uint32_t>(park.buses->size());
  const LinkCuts cuts = link_cuts(power.graph, root, power.graph.edges.size());
  const auto dark = [&](std::uint32_t edge) {
    std::vector<std::uint32_t> buses;
    if (edge == none || !std::binary_search(cuts.bridges.begin(), cuts.bridges.end(), edge)) return buses;
    const Severed severed = severed_by(cuts, edge);
    buses.assign(cuts.tree.order.begin() + severed.first, cuts.tree.order.begin() + severed.last);
    std::sort(buses.begin(), buses.end());
    return buses;
  };
  PowerFeed feed;
  feed.without_bus = without_each_bus(power.graph, root);
  for (const std::uint32_t edge : power.line) feed.without_line.push_back(dark(edge));
  for (const std::uint32_t edge : power.transformer) feed.without_transformer.push_back(dark(edge));
  return feed;
}

}  // namespace parktwin::wired::failures
