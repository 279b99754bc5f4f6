#pragma once
// The way to IPv6 alone in three phases, and what works in each with the inventory as it stands.
//   dual_stack          IPv4 and IPv6 everywhere: what either family carries
//   ipv6_only_nat64     users and access networks have IPv6 alone; a translator in reach (NAT64, RFC 6146, with name translation DNS64, RFC
//                       6147) still brings them to servers that have IPv4 alone, not to those they call by an IPv4 literal
//   single_stack        no IPv4 at all
// Servers, edge servers and end stations can be reached by translation; devices that carry users' traffic cannot. A link works in the
// middle phase over IPv6, or as the last one to a server reached by translation. An enterprise works when a node that is its access, in
// service, passes its users' packets of that phase to the core. Every node in service passes IPv4: the inventory has no field that says
// otherwise.
#include <vector>

#include "engine/simulators/wired/ipv6/native_network.h"

namespace parktwin::wired::ipv6 {

enum class Phase { dual_stack, ipv6_only_nat64, single_stack };

constexpr auto names_of(Phase) {
  return std::to_array<EnumName<Phase>>(
      {{Phase::dual_stack, "dual_stack"}, {Phase::ipv6_only_nat64, "ipv6_only_nat64"}, {Phase::single_stack, "single_stack"}});
}

struct PhaseCount {
  Phase phase = Phase::dual_stack;
  std::int32_t nodes = 0;
  std::int32_t nodes_working = 0;
  std::int32_t links = 0;
  std::int32_t links_working = 0;
  std::int32_t services = 0;
  std::int32_t services_working = 0;
  std::int32_t services_translated = 0;
  std::int32_t enterprises = 0;
  std::int32_t enterprises_working = 0;
};

template <class Visitor, DescribedAs<PhaseCount> Self>
void describe(Visitor&& visit, Self& count) {
  visit(Field{"phase", "", "dual_stack, ipv6_only_nat64 or single_stack"}, count.phase);
  visit(Field{"nodes", "", "nodes that count"}, count.nodes);
  visit(Field{"nodes_working", "", "of them working"}, count.nodes_working);
  visit(Field{"links", "", "links"}, count.links);
  visit(Field{"links_working", "", "of them working"}, count.links_working);
  visit(Field{"services", "", "network services"}, count.services);
  visit(Field{"services_working", "", "of them working, with or without translation"}, count.services_working);
  visit(Field{"services_translated", "", "of them working by translation alone"}, count.services_translated);
  visit(Field{"enterprises", "", "enterprises with an access node"}, count.enterprises);
  visit(Field{"enterprises_working", "", "of them connected"}, count.enterprises_working);
}

/// Something that does not work in a phase.
struct PhaseLoss {
  Phase phase = Phase::dual_stack;
  Element element = Element::node;
  std::string id;
  Failure reason = Failure::not_reachable;

  friend bool operator==(const PhaseLoss&, const PhaseLoss&) = default;
};

template <class Visitor, DescribedAs<PhaseLoss> Self>
void describe(Visitor&& visit, Self& loss) {
  visit(Field{"phase", "", "phase in which it does not work"}, loss.phase);
  visit(Field{"element", "", "node, link, service or enterprise"}, loss.element);
  visit(Field{"id", "", "its id"}, loss.id);
  visit(Field{"reason", "", "why it does not work"}, loss.reason);
}

struct Transition {
  std::vector<PhaseCount> phases;
  std::vector<PhaseLoss> losses;
};

template <class Visitor, DescribedAs<Transition> Self>
void describe(Visitor&& visit, Self& transition) {
  visit(Field{"phases", "", "what works in each phase"}, transition.phases);
  visit(Field{"losses", "", "what does not work in a phase, and why"}, transition.losses);
}

/// Nodes reached from a translator over IPv4, the translators among them; all false where none works.
[[nodiscard]] std::vector<bool> reached_by_translation(const Park& park, const NativeNetwork& network, const Outcome& native);
/// By service: does not work over IPv6 itself and works by translation.
[[nodiscard]] std::vector<bool> translated_services(const Park& park, const NativeNetwork& network, const Outcome& native);

/// `native`: the outcome of the network with nothing upgraded.
[[nodiscard]] Transition transition_phases(const Park& park, const NativeNetwork& network, const Outcome& native);

}  // namespace parktwin::wired::ipv6
