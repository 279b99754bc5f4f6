#include "engine/simulators/wired/tsn/port_sharing.h"

#include <limits>

#include "engine/core/disjoint_sets.h"

namespace parktwin::wired::tsn {

std::vector<std::vector<std::size_t>> sharing_ports(const std::vector<Member>& members, std::size_t links,
                                                    const std::vector<char>& chosen) {
  DisjointSets ports(links);
  const auto taken = [&](std::size_t member) { return chosen.empty() || chosen[member] != 0; };
  for (std::size_t m = 0; m < members.size(); ++m) {
    if (!taken(m)) continue;
    const auto& path = members[m].stream.path;
    for (const std::size_t link : path) ports.join(link, path.front());
  }
  constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> number(links, none);
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t m = 0; m < members.size(); ++m) {
    if (!taken(m)) continue;
    std::size_t& group = number[ports.root(members[m].stream.path.front())];
    if (group == none) {
      group = groups.size();
      groups.emplace_back();
    }
    groups[group].push_back(m);
  }
  return groups;
}

}  // namespace parktwin::wired::tsn
