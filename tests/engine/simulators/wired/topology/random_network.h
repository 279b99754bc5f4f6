#pragma once
// Small random parks, and every simple path of theirs by plain enumeration: the slow answer that the searches are compared with.
#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/park/park.h"

namespace parktwin::wired::topology {

inline std::string numbered(char letter, std::size_t number) {
  std::string id(1, letter);
  return id.append(std::to_string(number));
}

struct NetworkSize {
  std::uint32_t nodes = 7;
  std::uint32_t links = 10;
  std::uint32_t enterprises = 4;
  std::uint32_t zones = 3;
};

/// One core router at least most of the time; about one node and one link in ten out of service; links in random directions, some parallel.
inline Park random_park(std::uint32_t number, NetworkSize size) {
  const RandomSequence random(2021, 1, number);
  std::uint32_t draw = 0;
  const auto one_in = [&](std::uint32_t count) { return random.below(draw++, count) == 0; };
  const auto rate = [&] { return MegabitsPerSecond(std::vector<double>{10.0, 100.0, 400.0, 1000.0}[random.below(draw++, 4)]); };
  std::vector<Enterprise> enterprises(size.enterprises);
  for (std::size_t i = 0; i < enterprises.size(); ++i) {
    enterprises[i].id = numbered('E', i);
    enterprises[i].required_down = rate();
    enterprises[i].required_up = rate();
    enterprises[i].required_availability = random.uniform(draw++, 0.6, 1.0);
  }
  std::vector<Zone> zones(size.zones);
  for (std::size_t i = 0; i < zones.size(); ++i) {
    zones[i].id = numbered('Z', i);
    zones[i].is_public = !one_in(4);
  }
  std::vector<NetworkNode> nodes(size.nodes);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = numbered('N', i);
    nodes[i].kind = i == 1 || one_in(8) ? NodeKind::core_router : NodeKind::access_switch;
    nodes[i].operational = !one_in(10);
    nodes[i].availability = random.uniform(draw++, 0.9, 1.0);
    if (one_in(2)) nodes[i].enterprise = Id<Enterprise>(random.below(draw++, size.enterprises));
    if (one_in(3)) nodes[i].zone = Id<Zone>(random.below(draw++, size.zones));
  }
  std::vector<NetworkLink> links(size.links);
  for (std::size_t i = 0; i < links.size(); ++i) {
    links[i].id = numbered('L', i);
    links[i].from = Id<NetworkNode>(random.below(draw++, size.nodes));
    links[i].to = Id<NetworkNode>(random.below(draw++, size.nodes));
    links[i].rate_down = rate();
    links[i].rate_up = rate();
    links[i].availability = random.uniform(draw++, 0.9, 1.0);
    links[i].operational = !one_in(10);
  }
  Park park;
  park.enterprises = Part(Table(std::move(enterprises)));
  park.zones = Part(Table(std::move(zones)));
  park.network_nodes = Part(Table(std::move(nodes)));
  park.network_links = Part(Table(std::move(links)));
  return park;
}

struct EnumeratedPath {
  std::size_t end = 0;
  double availability = 1.0;
  double down = std::numeric_limits<double>::infinity();
  double up = std::numeric_limits<double>::infinity();
  int hops = 0;
};

inline void enumerate_from(const Park& park, const EnumeratedPath& path, std::vector<bool>& used, std::vector<EnumeratedPath>& all) {
  all.push_back(path);
  used[path.end] = true;
  for (const auto& link : *park.network_links) {
    if (!link.operational) continue;
    for (const bool outwards : {true, false}) {
      const std::size_t near = (outwards ? link.from : link.to).index();
      const std::size_t far = (outwards ? link.to : link.from).index();
      const auto& node = park.network_nodes->records()[far];
      if (near != path.end || used[far] || !node.operational) continue;
      enumerate_from(park,
                     {far, path.availability * link.availability * node.availability,
                      std::min(path.down, (outwards ? link.rate_down : link.rate_up).value()),
                      std::min(path.up, (outwards ? link.rate_up : link.rate_down).value()), path.hops + 1},
                     used, all);
    }
  }
  used[path.end] = false;
}

/// Every path from a core router that visits no node twice.
inline std::vector<EnumeratedPath> all_paths(const Park& park) {
  std::vector<EnumeratedPath> all;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const auto& node = park.network_nodes->records()[i];
    if (node.kind != NodeKind::core_router || !node.operational) continue;
    std::vector<bool> used(park.network_nodes->size(), false);
    EnumeratedPath start;
    start.end = i;
    start.availability = node.availability;
    enumerate_from(park, start, used, all);
  }
  return all;
}

}  // namespace parktwin::wired::topology
