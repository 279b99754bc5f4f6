#pragma once
// Which members share ports, directly or through others. Members of different groups never stand in one queue, so that each group can be
// scheduled, bounded and simulated by itself.
#include <cstddef>
#include <vector>

#include "engine/simulators/wired/tsn/members.h"

namespace parktwin::wired::tsn {

/// Positions of the chosen members, ascending in each group, groups by their first. `links`: directed links of the network. `chosen`: per
/// member; empty: all. Paths are not empty.
[[nodiscard]] std::vector<std::vector<std::size_t>> sharing_ports(const std::vector<Member>& members, std::size_t links,
                                                                  const std::vector<char>& chosen = {});

}  // namespace parktwin::wired::tsn
