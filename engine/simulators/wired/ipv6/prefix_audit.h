#pragma once
// Prefixes of an inventory that are possible and still wrong: two that overlap or are the same without one being taken from the other,
// segments that are not /64, links that are not /127, unique local prefixes that do not look random.
#include <string>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::wired::ipv6 {

struct PrefixFinding {
  std::string table;
  std::string id;
  std::string text;
};

/// In the order of addresses. Prefixes that are none are left out.
[[nodiscard]] std::vector<PrefixFinding> overlapping_prefixes(const Park& park);
[[nodiscard]] std::vector<PrefixFinding> prefixes_of_unusual_size(const Park& park);
/// One finding per weak /48, at the first prefix or node that uses it. `different`: how many /48 are in use, unique local or global.
[[nodiscard]] std::vector<PrefixFinding> weak_unique_local_prefixes(const Park& park, std::int32_t& different);

}  // namespace parktwin::wired::ipv6
