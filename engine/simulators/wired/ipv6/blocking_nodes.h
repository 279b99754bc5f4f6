#pragma once
// Which nodes stand in the way of full IPv6: how many nodes, links and services start to work when one node alone is upgraded, in which
// order upgrades bring most (each the largest gain after the earlier ones; ties by the order of the inventory), and the smallest set of
// upgrades after which everything in service works. That set is exact where the nodes that must be in it suffice, or where trying all sets
// of the others by size stays within a budget; else it is the best found, and says so.
#include <string>
#include <vector>

#include "engine/simulators/wired/ipv6/native_network.h"

namespace parktwin::wired::ipv6 {

struct BlockingNode {
  std::string node;
  std::int32_t blocks = 0;         ///< what works after this upgrade alone and not before
  std::int32_t gained = 0;         ///< what works after this upgrade and those before it in the list, and not before this one
  std::int32_t working_after = 0;  ///< everything that works then
};

template <class Visitor, DescribedAs<BlockingNode> Self>
void describe(Visitor&& visit, Self& blocking) {
  visit(Field{"node", "", "network node"}, blocking.node);
  visit(Field{"blocks", "", "nodes, links and services its upgrade alone would let work"}, blocking.blocks);
  visit(Field{"gained", "", "what its upgrade adds to those listed before it"}, blocking.gained);
  visit(Field{"working_after", "", "nodes, links and services that work after it and those before"}, blocking.working_after);
}

struct NeededUpgrade {
  std::string node;
};

template <class Visitor, DescribedAs<NeededUpgrade> Self>
void describe(Visitor&& visit, Self& upgrade) {
  visit(Field{"node", "", "network node"}, upgrade.node);
}

struct Blocking {
  std::vector<BlockingNode> order;
  std::vector<NeededUpgrade> smallest_set;  ///< in the order of the inventory
  bool smallest_set_is_exact = true;
  std::int32_t working_when_all_are_upgraded = 0;  ///< less than all where something is out of service
};

template <class Visitor, DescribedAs<Blocking> Self>
void describe(Visitor&& visit, Self& blocking) {
  visit(Field{"order", "", "nodes by what their upgrade brings, the largest gain first"}, blocking.order);
  visit(Field{"smallest_set", "", "fewest nodes whose upgrade lets everything in service work"}, blocking.smallest_set);
  visit(Field{"smallest_set_is_exact", "", "no smaller set does it; else the best one found"}, blocking.smallest_set_is_exact);
  visit(Field{"working_when_all_are_upgraded", "", "nodes, links and services that work then"}, blocking.working_when_all_are_upgraded);
}

/// At most `listed` nodes in the order; at most `sets_tried` sets looked at for the smallest one.
[[nodiscard]] Blocking blocking_nodes(const Park& park, const NativeNetwork& network, std::int32_t listed, std::int32_t sets_tried);

}  // namespace parktwin::wired::ipv6
