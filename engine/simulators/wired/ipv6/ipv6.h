#pragma once
// Full IPv6: every IPv4 address and route is removed, then it is asked what still works. A node works when it has an IPv6 address (passive
// and layer-2 kinds need none) and reaches the core over links configured for IPv6 through nodes that pass IPv6; a link works when both
// its ends can be reached that way and it is configured for IPv6; a service works when it is offered over IPv6 on a working node with an
// IPv6 address.
// Only a core router that passes IPv6 is a way out. What is out of service counts and does not work.
#include <array>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/wired/network/layered_network.h"

namespace parktwin::wired::ipv6 {

struct Options {
  bool count_passive_nodes = false;  ///< splitters and other nodes without any address also count
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"count_passive_nodes", "", "nodes without any address also count"}, options.count_passive_nodes);
}

enum class Element { node, link, service };

constexpr auto names_of(Element) {
  return std::to_array<EnumName<Element>>({{Element::node, "node"}, {Element::link, "link"}, {Element::service, "service"}});
}

enum class Failure { no_ipv6_address, not_configured, not_reachable, out_of_service };

constexpr auto names_of(Failure) {
  return std::to_array<EnumName<Failure>>({{Failure::no_ipv6_address, "no_ipv6_address"},
                                           {Failure::not_configured, "not_configured"},
                                           {Failure::not_reachable, "not_reachable"},
                                           {Failure::out_of_service, "out_of_service"}});
}

/// Something that stops working without IPv4.
struct Failing {
  Element element = Element::node;
  std::string id;
  Failure reason = Failure::not_reachable;
};

template <class Visitor, DescribedAs<Failing> Self>
void describe(Visitor&& visit, Self& failing) {
  visit(Field{"element", "", "node, link or service"}, failing.element);
  visit(Field{"id", "", "its id"}, failing.id);
  visit(Field{"reason", "", "why it stops working"}, failing.reason);
}

struct Result {
  std::int32_t nodes = 0;
  std::int32_t nodes_working = 0;
  std::int32_t links = 0;
  std::int32_t links_working = 0;
  std::int32_t services = 0;
  std::int32_t services_working = 0;
  std::int32_t dual_stack_nodes = 0;  ///< nodes with both an IPv4 and an IPv6 address
  std::vector<Failing> failing;
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"nodes", "", "nodes that count"}, result.nodes);
  visit(Field{"nodes_working", "", "of them working over IPv6 alone"}, result.nodes_working);
  visit(Field{"links", "", "links that count"}, result.links);
  visit(Field{"links_working", "", "of them working over IPv6 alone"}, result.links_working);
  visit(Field{"services", "", "network services"}, result.services);
  visit(Field{"services_working", "", "of them working over IPv6 alone"}, result.services_working);
  visit(Field{"dual_stack_nodes", "", "nodes with an IPv4 and an IPv6 address"}, result.dual_stack_nodes);
  visit(Field{"failing", "", "what stops working, and why"}, result.failing);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

[[nodiscard]] Result simulate(const Park& park, const Options& options);
/// The same with a network that is compiled already.
[[nodiscard]] Result simulate(const Park& park, const network::LayeredNetwork& network, const Options& options);

}  // namespace parktwin::wired::ipv6
