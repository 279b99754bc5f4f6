#include "engine/park/vlan_list.h"

#include <algorithm>
#include <charconv>

namespace parktwin {
namespace {

std::optional<std::int32_t> vlan_number(std::string_view text) {
  std::int32_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || number < 1 || number > 4094) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::vector<VlanRange>> parse_vlans(std::string_view text) {
  constexpr std::string_view separators = ", ";
  std::vector<VlanRange> ranges;
  for (std::size_t at = text.find_first_not_of(separators); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    const std::string_view item = text.substr(at, end - at);
    const std::size_t dash = item.find('-');
    const auto first = vlan_number(item.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : vlan_number(item.substr(dash + 1));
    if (!first || !last || *first > *last) return std::nullopt;
    ranges.push_back({*first, *last});
    at = text.find_first_not_of(separators, end);
  }
  return ranges;
}

bool carries_vlan(const std::string& vlans, std::int32_t vlan) {
  if (vlans.empty()) return true;
  const auto ranges = parse_vlans(vlans);
  return ranges && std::any_of(ranges->begin(), ranges->end(), [&](const VlanRange& r) { return r.first <= vlan && vlan <= r.last; });
}

}  // namespace parktwin
