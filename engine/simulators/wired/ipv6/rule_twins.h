#pragma once
// Access rules in both families: which IPv4 rule has no IPv6 twin. A twin stands on the same node with the same action, protocol and ports,
// and its source and destination take the same nodes of the inventory: "any" matches "any" alone, a prefix one that takes the same nodes
// among those with an address of each family. Where a prefix takes no such node, the inventory cannot tell. The order of rules is left out:
// several rules may share one twin.
#include <vector>

#include "engine/park/park.h"

namespace parktwin::wired::ipv6 {

enum class Parity { twin, no_twin, not_in_inventory };

struct RuleParity {
  Id<AccessRule> rule;  ///< an IPv4 rule
  Parity parity = Parity::not_in_inventory;
};

/// One per IPv4 rule, in the order of the table.
[[nodiscard]] std::vector<RuleParity> rule_parities(const Park& park);

}  // namespace parktwin::wired::ipv6
