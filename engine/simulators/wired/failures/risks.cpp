#include "engine/simulators/wired/failures/risks.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace parktwin::wired::failures {
namespace {

using Numbers = std::vector<std::uint32_t>;

Numbers in_order(Numbers edges) {
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

Numbers edges_at(const LayeredNetwork& network, std::span<const std::uint32_t> nodes) {
  Numbers edges;
  for (const std::uint32_t node : nodes) {
    for (const Incidence& incidence : network.graph.incidences_of(node)) edges.push_back(incidence.edge);
  }
  return in_order(std::move(edges));
}

/// Kind and record of an element of the power grid.
std::pair<RiskKind, std::uint32_t> named(const PowerOutages& outages, std::uint32_t element) {
  if (element < outages.buses) return {RiskKind::bus, element};
  const auto behind = static_cast<std::uint32_t>(element - outages.buses);
  if (behind < outages.lines) return {RiskKind::power_line, behind};
  return {RiskKind::transformer, static_cast<std::uint32_t>(behind - outages.lines)};
}

void add_power(const LayeredNetwork& network, const PowerOutages& outages, Risks& risks) {
  std::vector<std::uint8_t> has_partner(outages.nodes_dark.size(), 0);
  struct Beyond {
    const PowerOutages::Joint* joint;
    Numbers edges;
  };
  std::vector<Numbers> alone;
  for (const Numbers& nodes : outages.nodes_dark) alone.push_back(edges_at(network, nodes));
  std::vector<Beyond> together;
  for (const PowerOutages::Joint& joint : outages.joint) {
    const Numbers& a = alone[joint.first];
    const Numbers& b = alone[joint.second];
    Numbers edges = edges_at(network, joint.nodes_dark);
    std::erase_if(edges, [&](std::uint32_t edge) {
      return std::binary_search(a.begin(), a.end(), edge) || std::binary_search(b.begin(), b.end(), edge);
    });
    if (edges.empty()) continue;
    has_partner[joint.first] = has_partner[joint.second] = 1;
    together.push_back({&joint, std::move(edges)});
  }
  std::vector<std::uint32_t> position(alone.size(), none);
  for (std::uint32_t element = 0; element < alone.size(); ++element) {
    if (alone[element].empty() && !has_partner[element]) continue;
    position[element] = static_cast<std::uint32_t>(risks.all.size());
    const auto [kind, record] = named(outages, element);
    risks.all.push_back({kind, record, std::move(alone[element])});
  }
  for (Beyond& each : together) risks.joint.push_back({position[each.joint->first], position[each.joint->second], std::move(each.edges)});
}

}  // namespace

Risks risks_of(const Park& park, const LayeredNetwork& network, const PowerOutages& outages) {
  Risks risks;
  const auto add = [&](RiskKind kind, std::size_t record, Numbers edges) {
    if (!edges.empty()) risks.all.push_back({kind, static_cast<std::uint32_t>(record), std::move(edges)});
  };
  const auto listed = [](std::span<const std::uint32_t> row) { return in_order({row.begin(), row.end()}); };
  for (std::uint32_t edge = 0; edge < network.fallible(); ++edge) add(RiskKind::link, network.link_of[edge], {edge});
  for (std::uint32_t node = 0; node < network.root; ++node) add(RiskKind::node, node, edges_at(network, std::span(&node, 1)));
  for (std::size_t i = 0; i < park.cables->size(); ++i) add(RiskKind::cable, i, listed(network.edges_of_cable[i]));
  for (std::size_t i = 0; i < park.ducts->size(); ++i) add(RiskKind::duct, i, listed(network.edges_of_duct[i]));
  for (std::size_t i = 0; i < park.buildings->size(); ++i) add(RiskKind::building, i, edges_at(network, network.nodes_of_building[i]));
  add_power(network, outages, risks);
  return risks;
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
