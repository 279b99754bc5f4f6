#pragma once
// A plant as a park: a ring of three switches with a station each, and an ordinary switch with a server behind the first.
#include <initializer_list>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/park/park.h"

namespace parktwin::wired::tsn {

struct Plant {
  enum Node : std::size_t { controller, robot, vision, first, second, third, access, server };
  enum Line : std::size_t { first_second, second_third, first_third, to_controller, to_robot, to_vision, to_first, to_server };

  std::vector<NetworkNode> nodes;
  std::vector<NetworkLink> links;
  std::vector<TsnFlow> flows;
  std::vector<RadioCell> cells;

  Plant() {
    const char* names[] = {"controller", "robot", "vision", "S1", "S2", "S3", "access", "server"};
    for (const char* name : names) {
      NetworkNode node;
      node.id = name;
      node.kind = nodes.size() < 3 ? NodeKind::end_station : NodeKind::tsn_switch;
      nodes.push_back(node);
    }
    nodes[access].kind = NodeKind::access_switch;
    nodes[server].kind = NodeKind::edge_server;
    for (const auto& [from, to] : std::initializer_list<std::pair<std::size_t, std::size_t>>{{first, second},
                                                                                             {second, third},
                                                                                             {first, third},
                                                                                             {first, controller},
                                                                                             {second, robot},
                                                                                             {third, vision},
                                                                                             {access, first},
                                                                                             {access, server}}) {
      connect(from, to);
    }
  }

  std::size_t connect(std::size_t from, std::size_t to) {
    NetworkLink link;
    link.id = "L" + std::to_string(links.size());
    link.from = Id<NetworkNode>(from);
    link.to = Id<NetworkNode>(to);
    link.length = Metres(10);
    links.push_back(link);
    return links.size() - 1;
  }

  TsnFlow& add(TsnClass traffic_class, std::size_t talker, std::size_t listener) {
    TsnFlow flow;
    flow.id = "F" + std::to_string(flows.size());
    flow.traffic_class = traffic_class;
    flow.talker = Id<NetworkNode>(talker);
    flow.listener = Id<NetworkNode>(listener);
    flows.push_back(flow);
    return flows.back();
  }

  [[nodiscard]] Park park() const {
    Park made;
    made.network_nodes = Part(Table(nodes));
    made.network_links = Part(Table(links));
    made.tsn_flows = Part(Table(flows));
    made.radio_cells = Part(Table(cells));
    return made;
  }
};

/// Up to nine switches joined at random, a station at each, and flows of every class, periods of which have a short common cycle.
inline Plant random_plant(std::uint32_t number) {
  const RandomSequence random(77, 1, number);
  std::uint32_t draw = 0;
  const auto below = [&](std::size_t count) { return std::size_t{random.below(draw++, static_cast<std::uint32_t>(count))}; };
  Plant made;
  made.nodes.clear();
  made.links.clear();
  const std::size_t switches = 2 + below(8);
  for (std::size_t i = 0; i < 2 * switches; ++i) {
    NetworkNode node;
    node.id = "N" + std::to_string(i);
    node.kind = i < switches ? NodeKind::tsn_switch : NodeKind::end_station;
    node.forwarding_delay_ns = static_cast<std::int32_t>(1000 * below(4));
    node.clock_error_ns = static_cast<std::int32_t>(100 * below(6));
    node.preemption = below(3) > 0;
    node.cut_through = i < switches && below(3) == 0;
    made.nodes.push_back(node);
  }
  const auto join = [&](std::size_t from, std::size_t to) {
    NetworkLink& link = made.links[made.connect(from, to)];
    link.rate_down = link.rate_up = MegabitsPerSecond(below(4) == 0 ? 100.0 : 1000.0);
    link.length = Metres(static_cast<double>(below(200)));
  };
  for (std::size_t i = 1; i < switches; ++i) join(below(i), i);
  for (std::size_t extra = below(switches); extra > 0; --extra) {
    const std::size_t from = below(switches);
    join(from, (from + 1 + below(switches - 1)) % switches);
  }
  for (std::size_t i = 0; i < switches; ++i) join(i, switches + i);
  for (std::size_t f = 3 + below(12); f > 0; --f) {
    const std::size_t talker = below(switches);
    TsnFlow& flow = made.add(static_cast<TsnClass>(below(5)), switches + talker, switches + (talker + 1 + below(switches - 1)) % switches);
    flow.period_ns = std::int64_t{500'000} << below(4);
    flow.payload_bytes = static_cast<std::int32_t>(40 + below(below(2) == 0 ? 100 : 1460));
    flow.deadline_ns = flow.period_ns;
    if (below(3) == 0) flow.jitter_ns = static_cast<std::int64_t>(100'000 * (1 + below(5)));
    flow.redundant = below(4) == 0;
  }
  return made;
}

}  // namespace parktwin::wired::tsn
