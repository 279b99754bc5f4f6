#include "engine/simulators/wired/ipv6/prefix_audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/simulators/wired/ipv6/unique_local.h"

namespace parktwin::wired::ipv6 {
namespace {

constexpr const char* prefixes_table = "address_prefixes";

struct Placed {
  IpPrefix prefix;
  std::size_t record;
};

/// Outer ones before inner ones, equal ones in the order of the table.
std::vector<Placed> placed_prefixes(const Park& park) {
  std::vector<Placed> placed;
  for (std::size_t i = 0; i < park.address_prefixes->size(); ++i) {
    if (const auto prefix = parse_ip_prefix(park.address_prefixes->records()[i].prefix)) placed.push_back({prefix->network(), i});
  }
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { return a.prefix < b.prefix; });
  return placed;
}

bool descends_from(const Table<AddressPrefix>& table, std::size_t record, std::size_t ancestor) {
  Id<AddressPrefix> above = table.records()[record].parent;
  for (std::size_t steps = 0; above.valid() && above.index() < table.size() && steps < table.size(); ++steps) {
    if (above.index() == ancestor) return true;
    above = table[above].parent;
  }
  return false;
}

}  // namespace

std::vector<PrefixFinding> overlapping_prefixes(const Park& park) {
  const auto& table = *park.address_prefixes;
  std::vector<PrefixFinding> findings;
  std::vector<Placed> around;  // prefixes that hold the one looked at
  for (const Placed& inner : placed_prefixes(park)) {
    while (!around.empty() && !contains(around.back().prefix, inner.prefix)) around.pop_back();
    for (const Placed& outer : around) {
      if (descends_from(table, inner.record, outer.record) || descends_from(table, outer.record, inner.record)) continue;
      const AddressPrefix& other = table.records()[outer.record];
      const bool same = outer.prefix == inner.prefix;
      findings.push_back({prefixes_table, table.records()[inner.record].id,
                          fmt::format("{} {} {} ({}) and is not taken from it.", to_text(inner.prefix),
                                      same ? "is the same as" : "lies inside", other.id, to_text(outer.prefix))});
    }
    around.push_back(inner);
  }
  return findings;
}

std::vector<PrefixFinding> prefixes_of_unusual_size(const Park& park) {
  std::vector<PrefixFinding> findings;
  for (const Placed& placed : placed_prefixes(park)) {
    const AddressPrefix& record = park.address_prefixes->records()[placed.record];
    if (placed.prefix.family() != IpFamily::ipv6) continue;
    if (record.kind == PrefixKind::segment && placed.prefix.length != 64) {
      findings.push_back({prefixes_table, record.id, fmt::format("{} is a segment and should be a /64.", to_text(placed.prefix))});
    } else if (record.kind == PrefixKind::link && placed.prefix.length != 127) {
      findings.push_back({prefixes_table, record.id, fmt::format("{} is a link and should be a /127.", to_text(placed.prefix))});
    }
  }
  return findings;
}

std::vector<PrefixFinding> weak_unique_local_prefixes(const Park& park, std::int32_t& different) {
  std::set<IpPrefix> seen;
  std::vector<PrefixFinding> findings;
  const auto look = [&](const IpAddress& address, const char* table, const std::string& id) {
    const IpPrefix site = IpPrefix{address, 48}.network();
    if (!is_reachable_unicast(address) || !seen.insert(site).second) return;
    if (const auto weakness = weakness_of(address)) findings.push_back({table, id, fmt::format("{}: {}.", to_text(site), *weakness)});
  };
  for (const Placed& placed : placed_prefixes(park)) {
    if (placed.prefix.length >= 48) look(placed.prefix.address, prefixes_table, park.address_prefixes->records()[placed.record].id);
  }
  for (const NetworkNode& node : *park.network_nodes) {
    if (const auto address = parse_interface_address(node.ipv6_address)) look(*address, "network_nodes", node.id);
  }
  different = static_cast<std::int32_t>(seen.size());
  return findings;
}

}  // namespace parktwin::wired::ipv6
