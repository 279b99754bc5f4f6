#pragma once
// Small random parks with everything that can fail, and who loses what by plain trying: which devices are down and who still finds a core
// router.
#include <map>
#include <set>

#include "engine/simulators/wired/failures/risks.h"
#include "tests/engine/simulators/wired/topology/random_network.h"

namespace parktwin::wired::failures {

template <class T>
std::vector<T> numbered_records(char letter, std::size_t count) {
  std::vector<T> records(count);
  for (std::size_t i = 0; i < count; ++i) records[i].id = topology::numbered(letter, i);
  return records;
}

inline void add_ducts_and_cables(Park& park, const RandomSequence& random, std::uint32_t& draw) {
  auto cables = numbered_records<Cable>('C', 6);
  for (Cable& cable : cables) {
    for (std::uint32_t count = random.below(draw++, 4); count > 0; --count) cable.ducts.emplace_back(random.below(draw++, 5));
  }
  auto links = park.network_links->records();
  for (NetworkLink& link : links) {
    if (random.below(draw++, 4) > 0) link.cable = Id<Cable>(random.below(draw++, 6));
  }
  park.ducts = Part(Table(numbered_records<Duct>('D', 5)));
  park.cables = Part(Table(std::move(cables)));
  park.network_links = Part(Table(std::move(links)));
}

inline void add_power_and_buildings(Park& park, const RandomSequence& random, std::uint32_t& draw) {
  constexpr std::uint32_t bus_count = 6;
  auto buses = numbered_records<Bus>('B', bus_count);
  buses[0].kind = BusKind::slack;
  if (random.below(draw++, 3) == 0) buses[1].kind = BusKind::slack;
  auto lines = numbered_records<PowerLine>('P', 6);
  for (PowerLine& line : lines) {
    line.from = Id<Bus>(random.below(draw++, bus_count));
    line.to = Id<Bus>(random.below(draw++, bus_count));
    line.operational = random.below(draw++, 6) > 0;
  }
  auto units = numbered_records<Transformer>('T', 2);
  for (Transformer& unit : units) {
    unit.high = Id<Bus>(random.below(draw++, bus_count));
    unit.low = Id<Bus>(random.below(draw++, bus_count));
  }
  auto nodes = park.network_nodes->records();
  for (NetworkNode& node : nodes) {
    if (random.below(draw++, 3) > 0) node.bus = Id<Bus>(random.below(draw++, bus_count));
    const Id<Bus> standby(random.below(draw++, bus_count));
    if (node.bus.valid() && standby != node.bus && random.below(draw++, 3) == 0) node.standby_bus = standby;
    if (random.below(draw++, 3) > 0) node.building = Id<Building>(random.below(draw++, 3));
  }
  park.buildings = Part(Table(numbered_records<Building>('H', 3)));
  park.buses = Part(Table(std::move(buses)));
  park.power_lines = Part(Table(std::move(lines)));
  park.transformers = Part(Table(std::move(units)));
  park.network_nodes = Part(Table(std::move(nodes)));
}

inline Park failing_park(std::uint32_t number, topology::NetworkSize size = {.nodes = 9, .links = 13}) {
  Park park = topology::random_park(number, size);
  const RandomSequence random(2022, 1, number);
  std::uint32_t draw = 0;
  add_ducts_and_cables(park, random, draw);
  add_power_and_buildings(park, random, draw);
  auto services = numbered_records<NetworkService>('V', 2);
  for (NetworkService& service : services) service.node = Id<NetworkNode>(random.below(draw++, size.nodes));
  auto sites = numbered_records<RadioSite>('S', 3);
  for (std::size_t i = 1; i < sites.size(); ++i) sites[i].backhaul = Id<NetworkNode>(random.below(draw++, size.nodes));
  park.network_services = Part(Table(std::move(services)));
  park.radio_sites = Part(Table(std::move(sites)));
  return park;
}

/// Something that fails: the kind and the id of an element.
using Named = std::pair<RiskKind, std::string>;

inline std::set<std::size_t> supplied_buses(const Park& park, const std::set<Named>& failed) {
  std::set<std::size_t> supplied;
  const auto down = [&](RiskKind kind, const std::string& id) { return failed.contains({kind, id}); };
  for (std::size_t i = 0; i < park.buses->size(); ++i) {
    const Bus& bus = park.buses->records()[i];
    if (bus.kind == BusKind::slack && !down(RiskKind::bus, bus.id)) supplied.insert(i);
  }
  const auto pass = [&](bool works, Id<Bus> a, Id<Bus> b) {
    const auto up = [&](Id<Bus> bus) { return !down(RiskKind::bus, (*park.buses)[bus].id); };
    if (!works || !up(a) || !up(b) || supplied.contains(a.index()) == supplied.contains(b.index())) return;
    supplied.insert({a.index(), b.index()});
  };
  for (std::size_t round = 0; round < park.buses->size(); ++round) {
    for (const auto& line : *park.power_lines) pass(line.operational && !down(RiskKind::power_line, line.id), line.from, line.to);
    for (const auto& unit : *park.transformers) pass(unit.operational && !down(RiskKind::transformer, unit.id), unit.high, unit.low);
  }
  return supplied;
}

/// Nodes that reach a core router in service while these elements are down.
inline std::set<std::size_t> connected_nodes(const Park& park, const std::set<Named>& failed) {
  const auto down = [&](RiskKind kind, const std::string& id) { return failed.contains({kind, id}); };
  const auto supplied_before = supplied_buses(park, {});
  const auto supplied = supplied_buses(park, failed);
  const auto node_up = [&](std::size_t i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (!node.operational || down(RiskKind::node, node.id)) return false;
    if (node.building.valid() && down(RiskKind::building, (*park.buildings)[node.building].id)) return false;
    const auto feeds = [&](Id<Bus> bus) {
      const bool dark = supplied_before.contains(bus.index()) && !supplied.contains(bus.index());
      return !dark && !down(RiskKind::bus, (*park.buses)[bus].id);
    };
    return !node.bus.valid() || feeds(node.bus) || (node.standby_bus.valid() && feeds(node.standby_bus));
  };
  const auto link_up = [&](const NetworkLink& link) {
    if (!link.operational || down(RiskKind::link, link.id)) return false;
    if (!link.cable.valid()) return true;
    const Cable& cable = (*park.cables)[link.cable];
    return !down(RiskKind::cable, cable.id) && std::none_of(cable.ducts.begin(), cable.ducts.end(),
                                                            [&](Id<Duct> duct) { return down(RiskKind::duct, (*park.ducts)[duct].id); });
  };
  std::set<std::size_t> connected;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    if (park.network_nodes->records()[i].kind == NodeKind::core_router && node_up(i)) connected.insert(i);
  }
  for (bool grown = true; grown;) {
    grown = false;
    for (const auto& link : *park.network_links) {
      const std::size_t a = link.from.index();
      const std::size_t b = link.to.index();
      if (!link_up(link) || !node_up(a) || !node_up(b) || connected.contains(a) == connected.contains(b)) continue;
      connected.insert({a, b});
      grown = true;
    }
  }
  return connected;
}

/// Who is connected: "node N3", "enterprise E0", "service V1", "site S2".
inline std::set<std::string> connected(const Park& park, const std::set<Named>& failed) {
  std::set<std::string> found;
  const auto nodes = connected_nodes(park, failed);
  for (const std::size_t i : nodes) {
    const NetworkNode& node = park.network_nodes->records()[i];
    found.insert("node " + node.id);
    if (node.enterprise.valid()) found.insert("enterprise " + (*park.enterprises)[node.enterprise].id);
  }
  for (const auto& service : *park.network_services) {
    if (nodes.contains(service.node.index())) found.insert("service " + service.id);
  }
  for (const auto& site : *park.radio_sites) {
    if (site.backhaul.valid() && nodes.contains(site.backhaul.index())) found.insert("site " + site.id);
  }
  return found;
}

inline std::set<std::string> lost(const Park& park, const std::set<Named>& failed) {
  std::set<std::string> gone = connected(park, {});
  for (const auto& who : connected(park, failed)) gone.erase(who);
  return gone;
}

inline Risks all_risks(const Park& park, const LayeredNetwork& network) { return risks_of(park, network, power_outages(park, 1'000'000)); }

/// Nodes of the table that reach the root, but not without these edges.
inline std::vector<std::uint32_t> cut_off(const LayeredNetwork& network, const std::vector<std::uint32_t>& edges) {
  std::vector<std::uint8_t> failed(network.graph.edges.size(), 0);
  const auto before = reached_from(network.graph, network.root, failed);
  for (const std::uint32_t edge : edges) failed[edge] = 1;
  const auto after = reached_from(network.graph, network.root, failed);
  std::vector<std::uint32_t> lost;
  for (std::uint32_t node = 0; node < network.root; ++node) {
    if (before[node] && !after[node]) lost.push_back(node);
  }
  return lost;
}

/// All elements a park has, by kind.
inline std::map<RiskKind, std::vector<std::string>> elements(const Park& park) {
  std::map<RiskKind, std::vector<std::string>> found;
  const auto add = [&](RiskKind kind, const auto& table) {
    for (const auto& record : table) found[kind].push_back(record.id);
  };
  add(RiskKind::link, *park.network_links);
  add(RiskKind::node, *park.network_nodes);
  add(RiskKind::cable, *park.cables);
  add(RiskKind::duct, *park.ducts);
  add(RiskKind::building, *park.buildings);
  add(RiskKind::bus, *park.buses);
  add(RiskKind::power_line, *park.power_lines);
  add(RiskKind::transformer, *park.transformers);
  return found;
}

/// The columns of a result row, without the nodes, in the words of lost().
template <class Row>
std::set<std::string> told(const Park& park, const Row& row) {
  std::set<std::string> who;
  for (const auto id : row.enterprises) who.insert("enterprise " + (*park.enterprises)[id].id);
  for (const auto id : row.services) who.insert("service " + (*park.network_services)[id].id);
  for (const auto id : row.sites) who.insert("site " + (*park.radio_sites)[id].id);
  return who;
}

/// Splits off the nodes and returns how many there were.
inline std::int32_t take_nodes(std::set<std::string>& who) {
  return static_cast<std::int32_t>(std::erase_if(who, [](const std::string& text) { return text.starts_with("node "); }));
}

}  // namespace parktwin::wired::failures
