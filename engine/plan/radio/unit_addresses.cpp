#include "engine/plan/radio/unit_addresses.h"

#include <algorithm>
#include <map>
#include <vector>

namespace parktwin::plan {
namespace {

constexpr std::size_t prefix_bytes = 8;  // of a /64

}  // namespace

UnitAddresses::UnitAddresses(const Park& park, NodeKind kind) {
  std::map<std::vector<std::uint8_t>, std::vector<IpAddress>> prefixes;
  for (const NetworkNode& node : *park.network_nodes) {
    if (node.kind != kind) continue;
    const auto address = parse_interface_address(node.ipv6_address);
    if (address) prefixes[{address->bytes.begin(), address->bytes.begin() + prefix_bytes}].push_back(*address);
  }
  const auto most =
      std::max_element(prefixes.begin(), prefixes.end(), [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  if (most == prefixes.end()) return;
  last_ = *std::max_element(most->second.begin(), most->second.end());
  // Other devices share the prefix: above the highest of them all.
  for (const NetworkNode& node : *park.network_nodes) {
    const auto address = parse_interface_address(node.ipv6_address);
    if (address && std::equal(most->first.begin(), most->first.end(), address->bytes.begin())) last_ = std::max(*last_, *address);
  }
}

std::string UnitAddresses::next() {
  if (!last_) return "";
  for (std::size_t i = last_->bytes.size(); i-- > prefix_bytes;) {
    if (++last_->bytes[i] != 0) break;
  }
  return to_text(*last_);
}

}  // namespace parktwin::plan
