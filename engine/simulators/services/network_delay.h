#pragma once
// How long a small message travels between nodes of the park's network: the way of least delay over operational links and nodes. Fibre
// and copper 4.9 µs/km (group index 1.468 of G.652 fibre), 20 µs of forwarding in each node but splitters: assumption. Queues are left out:
// a resolution is a few hundred bytes.
#include <optional>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::services {

/// One way in milliseconds from `from` to every node, in the order of the table; nothing where no operational way leads. Precondition:
/// valid.
[[nodiscard]] std::vector<std::optional<double>> network_delays_ms(const Park& park, Id<NetworkNode> from);

/// Per enterprise the least of its own nodes; nothing for one without a reachable node.
[[nodiscard]] std::vector<std::optional<double>> enterprise_delays_ms(const Park& park,
                                                                      const std::vector<std::optional<double>>& node_delays_ms);

}  // namespace parktwin::services
