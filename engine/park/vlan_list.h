#pragma once
// The VLANs that the ports of a link carry, as switches are told: "10,20-29". An empty list carries all.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parktwin {

struct VlanRange {
  std::int32_t first = 1;
  std::int32_t last = 4094;
  friend bool operator==(const VlanRange&, const VlanRange&) = default;
};

/// None for a text that is no list of VLANs from 1 to 4094 (IEEE 802.1Q-2022, table 9-2) and ranges of them, separated by commas or spaces.
[[nodiscard]] std::optional<std::vector<VlanRange>> parse_vlans(std::string_view text);

/// Whether the list holds the VLAN; a text that is no list holds none.
[[nodiscard]] bool carries_vlan(const std::string& vlans, std::int32_t vlan);

}  // namespace parktwin
