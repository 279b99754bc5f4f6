#pragma once
// Full IPv6: every IPv4 address and route is removed, then it is asked what still works (native_network.h), which nodes stand in the way
// (blocking_nodes.h), what else in the inventory is not ready (audit.h), and what works on the way there (transition.h). And an addressing
// plan that a planner can hand to an operator (addressing_plan.h). What is out of service counts and does not work.
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/wired/ipv6/addressing_plan.h"
#include "engine/simulators/wired/ipv6/audit.h"
#include "engine/simulators/wired/ipv6/blocking_nodes.h"
#include "engine/simulators/wired/ipv6/elements.h"
#include "engine/simulators/wired/ipv6/transition.h"
#include "engine/simulators/wired/network/layered_network.h"

namespace parktwin::wired::ipv6 {

class Memory;

struct Options {
  bool count_passive_nodes = false;         ///< splitters and other nodes without any address also count
  std::string park_prefix = {};             ///< of the addressing plan; empty: the inventory's, else a unique local one
  std::int32_t blocking_nodes_listed = 10;  ///< in the order of what their upgrade brings
  std::int32_t upgrade_sets_tried = 4000;   ///< in the search for the smallest set of upgrades
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"count_passive_nodes", "", "nodes without any address also count"}, options.count_passive_nodes);
  visit(Field{"park_prefix", "", "prefix of the addressing plan; empty: the inventory's, else a unique local one"}, options.park_prefix);
  visit(Field{"blocking_nodes_listed", "", "nodes listed in the order of what their upgrade brings", 0, 1000},
        options.blocking_nodes_listed);
  visit(Field{"upgrade_sets_tried", "", "sets looked at in the search for the fewest upgrades", 0, 1000000}, options.upgrade_sets_tried);
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
  Blocking blocking;
  Audit audit;
  Transition transition;
  AddressingPlan addressing_plan;
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
  visit(Field{"blocking", "", "nodes that stand in the way of full IPv6"}, result.blocking);
  visit(Field{"audit", "", "what else in the inventory is not ready"}, result.audit);
  visit(Field{"transition", "", "what works in each phase of the way to IPv6 alone"}, result.transition);
  visit(Field{"addressing_plan", "", "prefixes and addresses for the park and its enterprises"}, result.addressing_plan);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

/// `seed`: of the unique local prefix, where the park needs one.
[[nodiscard]] Result simulate(const Park& park, const Options& options, std::uint64_t seed);
/// The same for the layers of the park, with the addressing plan of an earlier one where nothing it follows from changed.
[[nodiscard]] Result simulate(const Park& park, const network::LayeredNetwork& layers, const Options& options, std::uint64_t seed,
                              Memory& memory);

}  // namespace parktwin::wired::ipv6
