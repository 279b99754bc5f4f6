#include "engine/simulators/wired/failures/risks.h"

#include <algorithm>

#include "engine/simulators/wired/failures/power_feed.h"

namespace parktwin::wired::failures {
namespace {

using Numbers = std::vector<std::uint32_t>;

class Collector {
 public:
  explicit Collector(const Network& network) : network_(network) {}

  void add(RiskKind kind, std::size_t record, Numbers edges) {
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    if (!edges.empty()) risks_.push_back({kind, static_cast<std::uint32_t>(record), std::move(edges)});
  }

  void add_nodes(RiskKind kind, std::size_t record, const Numbers& nodes) {
    Numbers edges;
    for (const std::uint32_t node : nodes) {
      for (const Incidence& incidence : network_.graph.incidences_of(node)) edges.push_back(incidence.edge);
    }
    add(kind, record, std::move(edges));
  }

  [[nodiscard]] std::vector<Risk> take() { return std::move(risks_); }

 private:
  const Network& network_;
  std::vector<Risk> risks_;
};

void add_cables_and_ducts(const Park& park, const Network& network, Collector& found) {
  std::vector<Numbers> of_cable(park.cables->size());
  for (std::uint32_t edge = 0; edge < network.fallible(); ++edge) {
    const Id<Cable> cable = park.network_links->records()[network.link_of[edge]].cable;
    if (cable.valid()) of_cable[cable.index()].push_back(edge);
  }
  std::vector<Numbers> of_duct(park.ducts->size());
  for (std::size_t cable = 0; cable < of_cable.size(); ++cable) {
    for (const Id<Duct> duct : park.cables->records()[cable].ducts) {
      of_duct[duct.index()].insert(of_duct[duct.index()].end(), of_cable[cable].begin(), of_cable[cable].end());
    }
  }
  for (std::size_t cable = 0; cable < of_cable.size(); ++cable) found.add(RiskKind::cable, cable, std::move(of_cable[cable]));
  for (std::size_t duct = 0; duct < of_duct.size(); ++duct) found.add(RiskKind::duct, duct, std::move(of_duct[duct]));
}

void add_buildings_and_power(const Park& park, Collector& found) {
  std::vector<Numbers> in_building(park.buildings->size());
  std::vector<Numbers> at_bus(park.buses->size());
  for (std::uint32_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (node.building.valid()) in_building[node.building.index()].push_back(i);
    if (node.bus.valid()) at_bus[node.bus.index()].push_back(i);
  }
  for (std::size_t i = 0; i < in_building.size(); ++i) found.add_nodes(RiskKind::building, i, in_building[i]);
  const PowerFeed feed = power_feed(park);
  const auto add_dark = [&](RiskKind kind, const std::vector<Numbers>& without) {
    for (std::size_t i = 0; i < without.size(); ++i) {
      Numbers nodes;
      for (const std::uint32_t bus : without[i]) nodes.insert(nodes.end(), at_bus[bus].begin(), at_bus[bus].end());
      found.add_nodes(kind, i, nodes);
    }
  };
  add_dark(RiskKind::bus, feed.without_bus);
  add_dark(RiskKind::power_line, feed.without_line);
  add_dark(RiskKind::transformer, feed.without_transformer);
}

}  // namespace

std::vector<Risk> risks_of(const Park& park, const Network& network) {
  Collector found(network);
  for (std::uint32_t edge = 0; edge < network.fallible(); ++edge) found.add(RiskKind::link, network.link_of[edge], {edge});
  for (std::uint32_t node = 0; node < network.root; ++node) found.add_nodes(RiskKind::node, node, {node});
  add_cables_and_ducts(park, network, found);
  add_buildings_and_power(park, found);
  return found.take();
}

const std::string& id_of(const Park& park, RiskKind kind, std::uint32_t record) {
  switch (kind) {
    case RiskKind::link:
      return park.network_links->records()[record].id;
    case RiskKind::node:
      return park.network_nodes->records()[record].id;
    case RiskKind::cable:
      return park.cables->records()[record].id;
    case RiskKind::duct:
      return park.ducts->records()[record].id;
    case RiskKind::building:
      return park.buildings->records()[record].id;
    case RiskKind::bus:
      return park.buses->records()[record].id;
    case RiskKind::power_line:
      return park.power_lines->records()[record].id;
    case RiskKind::transformer:
      break;
  }
  return park.transformers->records()[record].id;
}

}  // namespace parktwin::wired::failures
