#pragma once
// An IPv6 addressing plan for the park and its enterprises: one prefix for the park, of any length up to 64 (RFC 6177), a block of 48 to 56
// bits per enterprise (longer only where they would not all fit, which is said), /64 per segment, /127 per link between routing devices
// (RFC 6164). Blocks of what hangs from one aggregation switch lie together, so that routes summarise. Without a global prefix the park
// gets a unique local one with 40 random bits (RFC 4193), drawn from the seed. What the inventory has stays: its prefixes, and every
// address that is usable and not given twice. Enterprises and nodes are served in the order of their tables: one added at the end changes
// nobody else's addresses, until blocks run out.
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"

namespace parktwin::wired::ipv6 {

enum class PlanState { kept, proposed, kept_outside_plan };

constexpr auto names_of(PlanState) {
  return std::to_array<EnumName<PlanState>>(
      {{PlanState::kept, "kept"}, {PlanState::proposed, "proposed"}, {PlanState::kept_outside_plan, "kept_outside_plan"}});
}

struct PlannedPrefix {
  std::string prefix;
  PrefixKind kind = PrefixKind::segment;
  std::string owner;   ///< id of the park's site name, the enterprise, the aggregation switch or the link; empty: the park network itself
  std::string usage;   ///< of a segment
  std::string parent;  ///< prefix it is taken from; empty: the park's own, and what lies outside it
  PlanState state = PlanState::proposed;
};

template <class Visitor, DescribedAs<PlannedPrefix> Self>
void describe(Visitor&& visit, Self& planned) {
  visit(Field{"prefix", "", "prefix"}, planned.prefix);
  visit(Field{"kind", "", "park, area, infrastructure, enterprise, segment or link"}, planned.kind);
  visit(Field{"owner", "", "for whom: enterprise, aggregation switch or link; empty: the park network"}, planned.owner);
  visit(Field{"usage", "", "what it is used for"}, planned.usage);
  visit(Field{"parent", "", "prefix it is taken from"}, planned.parent);
  visit(Field{"state", "", "kept from the inventory or proposed"}, planned.state);
}

/// An address of a node, or of one end of a link.
struct PlannedAddress {
  std::string node;
  std::string link;  ///< empty: the node's own address
  std::string address;
  std::string segment;  ///< prefix it is taken from
  PlanState state = PlanState::proposed;
};

template <class Visitor, DescribedAs<PlannedAddress> Self>
void describe(Visitor&& visit, Self& planned) {
  visit(Field{"node", "", "network node"}, planned.node);
  visit(Field{"link", "", "link whose end it is; empty: the node's own address"}, planned.link);
  visit(Field{"address", "", "address"}, planned.address);
  visit(Field{"segment", "", "prefix it is taken from"}, planned.segment);
  visit(Field{"state", "", "kept from the inventory or proposed"}, planned.state);
}

struct AddressingPlan {
  std::string park_prefix;
  bool unique_local = false;
  std::int32_t enterprise_prefix_length = 0;
  std::int32_t enterprises_without_prefix = 0;
  std::int32_t free_enterprise_prefixes = 0;  ///< at most a million are counted
  std::int32_t routes = 0;                    ///< in the core, to all enterprises: areas, and enterprises outside their area
  std::vector<PlannedPrefix> prefixes;
  std::vector<PlannedAddress> addresses;
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<AddressingPlan> Self>
void describe(Visitor&& visit, Self& plan) {
  visit(Field{"park_prefix", "", "prefix of the park"}, plan.park_prefix);
  visit(Field{"unique_local", "", "a unique local prefix, for want of a global one"}, plan.unique_local);
  visit(Field{"enterprise_prefix_length", "", "bits of an enterprise's prefix"}, plan.enterprise_prefix_length);
  visit(Field{"enterprises_without_prefix", "", "enterprises for whom no prefix is left"}, plan.enterprises_without_prefix);
  visit(Field{"free_enterprise_prefixes", "", "prefixes left for further enterprises, at most a million"}, plan.free_enterprise_prefixes);
  visit(Field{"routes", "", "routes to all enterprises in the core, summarised by areas"}, plan.routes);
  visit(Field{"prefixes", "", "prefixes of the plan, outer ones first"}, plan.prefixes);
  visit(Field{"addresses", "", "addresses of nodes and of ends of links"}, plan.addresses);
  visit(Field{"notes", "", "what a reader should know"}, plan.notes);
}

/// `park_prefix`: as the scenario gives it; empty: the inventory's own, else a unique local one from the seed.
[[nodiscard]] AddressingPlan addressing_plan(const Park& park, const std::string& park_prefix, std::uint64_t seed);

}  // namespace parktwin::wired::ipv6
