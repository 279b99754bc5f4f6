#pragma once
// What of the network differs between two parks: nodes, links, cables, ducts, services on nodes, addressing and access rules, how
// deterministic flows are treated, and how connected assets are connected. Records are matched by their ids; references count as different
// when they name another record. Names do not count. What flows and assets ask for is workload, not network. A change belongs to the
// enterprise whose node it is or stands at, whose flow or assets it is about; a solution is the set of kinds of changes made for one
// enterprise: "network_node +tsn_switch; network_link rate_down_mbps rate_up_mbps".
#include <cstdint>
#include <map>
#include <string>

#include "engine/park/park.h"

namespace parktwin::retrofit {

struct OwnChanges {
  std::int32_t changes = 0;
  std::string solution;
};

struct NetworkChanges {
  std::int32_t changes = 0;
  std::map<std::string, OwnChanges> by_enterprise;  ///< by its id
};

[[nodiscard]] NetworkChanges network_changes(const Park& before, const Park& after);

/// Fields of a deterministic flow that are its workload: from where to where, how often, how much, how soon.
[[nodiscard]] bool same_demand(const Park& before, const TsnFlow& was, const Park& after, const TsnFlow& is);

}  // namespace parktwin::retrofit
