#pragma once
// The inventory of addresses: prefixes in use, names of the services, access rules of the firewalls, and what is known of the routers. A
// few deliberate gaps: a service without AAAA record, clients that use IPv4 literals, a firewall whose IPv6 rules lag behind, a pilot that
// overlaps others, a unique local prefix nobody drew, and things the inventory does not say.
#include <vector>

#include "importers/synthetic/network_draft.h"

namespace parktwin::importers::synthetic {

struct AddressTables {
  std::vector<AddressPrefix> prefixes;
  std::vector<AccessRule> rules;
};

/// Fills the fields of nodes and services too. Call it when all nodes are there.
[[nodiscard]] AddressTables register_addresses(NetworkDraft& network);

}  // namespace parktwin::importers::synthetic
