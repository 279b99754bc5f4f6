#include "engine/simulators/wired/ipv6/addressing_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/simulators/wired/ipv6/native_network.h"
#include "engine/simulators/wired/ipv6/segment_pool.h"
#include "engine/simulators/wired/ipv6/site_blocks.h"
#include "engine/simulators/wired/ipv6/unique_local.h"

namespace parktwin::wired::ipv6 {
namespace {

constexpr std::uint64_t segments_per_area = 8;
constexpr std::uint64_t link_segment = 2;
constexpr std::uint64_t first_link_interface = std::uint64_t{1} << 63U;  // nodes have the lower half of a segment

struct Use {
  std::uint64_t number;
  const char* name;
};

Use use_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::server:
    case NodeKind::edge_server:
      return {1, "servers"};
    case NodeKind::tsn_switch:
    case NodeKind::end_station:
      return {3, "production"};
    case NodeKind::wifi_access_point:
    case NodeKind::radio_unit:
      return {4, "wireless"};
    default:
      return {0, "network devices"};
  }
}

bool routes_packets(NodeKind kind) {
  return kind == NodeKind::core_router || kind == NodeKind::aggregation_switch || kind == NodeKind::access_switch ||
         kind == NodeKind::firewall;
}

bool is_point_to_point(LinkMedium medium) { return medium != LinkMedium::passive_optical && medium != LinkMedium::virtual_link; }

class Planner {
 public:
  Planner(const Park& park, const std::string& park_prefix, std::uint64_t seed)
      : park_(park), areas_(network_areas(park)), site_(site_blocks(park, areas_, park_prefix, seed)) {}

  [[nodiscard]] AddressingPlan plan() {
    write_head();
    list_blocks();
    collect_kept_addresses();
    number_nodes();
    number_links();
    return std::move(plan_);
  }

 private:
  void write_head() {
    constexpr std::uint64_t most_counted = 1'000'000;
    plan_.park_prefix = to_text(site_.space);
    plan_.unique_local = is_unique_local(site_.space.address);
    plan_.enterprise_prefix_length = site_.enterprise_length;
    plan_.free_enterprise_prefixes = static_cast<std::int32_t>(std::min(most_counted, site_.free));
    plan_.enterprises_without_prefix =
        static_cast<std::int32_t>(std::count(site_.enterprises.begin(), site_.enterprises.end(), std::optional<IpPrefix>()));
    plan_.notes = site_.notes;
  }

  void list_blocks() {
    add_prefix(site_.space, PrefixKind::park, "", "park", "", site_.space_state);
    if (site_.infrastructure && *site_.infrastructure != site_.space) {
      add_prefix(*site_.infrastructure, PrefixKind::infrastructure, "", "park network", plan_.park_prefix, site_.infrastructure_state);
    }
    for (std::size_t area = 0; area < site_.routes.size(); ++area) {
      const bool placed = area < areas_.heads.size();
      for (const IpPrefix& route : site_.routes[area]) {
        add_prefix(route, PrefixKind::area, placed ? id_of(areas_.heads[area]) : "", placed ? "" : "enterprises without a place",
                   plan_.park_prefix, PlanState::proposed);
        ++plan_.routes;
      }
    }
    for (std::size_t e = 0; e < site_.enterprises.size(); ++e) list_enterprise(e);
    list_registered_segments();
  }

  void list_enterprise(std::size_t enterprise) {
    const auto& block = site_.enterprises[enterprise];
    if (!block) return;
    const std::string& id = park_.enterprises->records()[enterprise].id;
    if (site_.enterprise_states[enterprise] == PlanState::kept_outside_plan) {
      ++plan_.routes;
      add_prefix(*block, PrefixKind::enterprise, id, "", "", PlanState::kept_outside_plan);
      return;
    }
    const auto& routes = site_.routes[site_.area_of(areas_, enterprise)];
    const auto around = std::find_if(routes.begin(), routes.end(), [&](const IpPrefix& route) { return contains(route, *block); });
    if (around == routes.end()) ++plan_.routes;
    add_prefix(*block, PrefixKind::enterprise, id, "", around == routes.end() ? plan_.park_prefix : to_text(*around),
               site_.enterprise_states[enterprise]);
  }

  void collect_kept_addresses() {
    for (std::size_t i = 0; i < park_.network_nodes->size(); ++i) {
      const auto address = usable_ipv6_address(park_.network_nodes->records()[i]);
      if (address && used_addresses_.insert(*address).second) kept_addresses_.emplace(i, *address);
    }
  }

  void number_nodes() {
    for (std::size_t i = 0; i < park_.network_nodes->size(); ++i) {
      if (park_.network_nodes->records()[i].kind == NodeKind::splitter) continue;
      const auto kept = kept_addresses_.find(i);
      const auto registered = kept != kept_addresses_.end() ? registered_segment(kept->second) : std::nullopt;
      const auto segment = registered ? registered : segment_for(i);
      if (kept != kept_addresses_.end()) {
        const bool inside = segment && contains(*segment, kept->second);
        add_address(id_of(i), "", kept->second, inside ? segment : std::nullopt,
                    contains(site_.space, kept->second) ? PlanState::kept : PlanState::kept_outside_plan);
      } else if (segment) {
        add_address(id_of(i), "", next_address(*segment), segment, PlanState::proposed);
      }
    }
  }

  /// The innermost segment of the inventory that holds an address.
  [[nodiscard]] std::optional<IpPrefix> registered_segment(const IpAddress& address) const {
    std::optional<IpPrefix> best;
    for (const RegisteredPrefix& registered : site_.segments) {
      if (contains(registered.prefix, address) && (!best || registered.prefix.length > best->length)) best = registered.prefix;
    }
    return best;
  }

  void list_registered_segments() {
    for (const RegisteredPrefix& registered : site_.segments) {
      if (!listed_.insert(registered.prefix).second) continue;
      const AddressPrefix& record = (*park_.address_prefixes)[registered.record];
      const bool inside = contains(site_.space, registered.prefix);
      add_prefix(registered.prefix, PrefixKind::segment, record.enterprise.valid() ? (*park_.enterprises)[record.enterprise].id : "",
                 record.name, parent_of(registered.prefix), inside ? PlanState::kept : PlanState::kept_outside_plan);
    }
  }

  /// The park network's or an enterprise's prefix that holds it, else the park's; empty when not even that does.
  [[nodiscard]] std::string parent_of(const IpPrefix& segment) const {
    const auto holds = [&segment](const std::optional<IpPrefix>& block) { return block && *block != segment && contains(*block, segment); };
    if (holds(site_.infrastructure)) return to_text(*site_.infrastructure);
    const auto block = std::find_if(site_.enterprises.begin(), site_.enterprises.end(), holds);
    if (block != site_.enterprises.end()) return to_text(**block);
    return contains(site_.space, segment) ? plan_.park_prefix : "";
  }

  std::optional<IpPrefix> segment_for(std::size_t node) {
    const NetworkNode& record = park_.network_nodes->records()[node];
    const Use use = use_of(record.kind);
    if (record.enterprise.valid() && site_.enterprises[record.enterprise.index()]) {
      return segment_of(*site_.enterprises[record.enterprise.index()], use.number, (*park_.enterprises)[record.enterprise].id, use.name);
    }
    if (!site_.infrastructure) return std::nullopt;
    const std::size_t area = areas_.of_node[node];
    if (area == NetworkAreas::none) return segment_of(*site_.infrastructure, use.number, "", use.name);
    return segment_of(*site_.infrastructure, segments_per_area * (1 + area) + use.number, id_of(areas_.heads[area]), use.name);
  }

  IpPrefix segment_of(const IpPrefix& holder, std::uint64_t number, const std::string& owner, const std::string& usage) {
    auto pool = pools_.find(holder);
    if (pool == pools_.end()) {
      std::vector<IpPrefix> inside;
      std::copy_if(site_.taken.begin(), site_.taken.end(), std::back_inserter(inside),
                   [&](const IpPrefix& other) { return other.length > holder.length && contains(holder, other); });
      pool = pools_.emplace(holder, SegmentPool(holder, std::move(inside))).first;
    }
    const IpPrefix segment = pool->second.segment(number);
    if (segment != holder && listed_.insert(segment).second) {
      add_prefix(segment, PrefixKind::segment, owner, usage, to_text(holder), PlanState::proposed);
    }
    return segment;
  }

  IpAddress next_address(const IpPrefix& segment) {
    std::uint64_t& interface = next_interface_[segment];
    IpAddress address = with_bits(segment.address, 64, 64, ++interface);
    while (!used_addresses_.insert(address).second) address = with_bits(segment.address, 64, 64, ++interface);
    return address;
  }

  void number_links() {
    if (!site_.infrastructure) return;
    for (std::size_t i = 0; i < park_.network_links->size(); ++i) {
      const NetworkLink& link = park_.network_links->records()[i];
      const NetworkNode& from = (*park_.network_nodes)[link.from];
      const NetworkNode& to = (*park_.network_nodes)[link.to];
      if (!is_point_to_point(link.medium) || !routes_packets(from.kind) || !routes_packets(to.kind)) continue;
      const IpPrefix pool = segment_of(*site_.infrastructure, link_segment, "", "links");
      const IpAddress first = with_bits(pool.address, 64, 64, first_link_interface + 2 * i);
      const IpAddress second = with_bits(first, 127, 1, 1);
      if (used_addresses_.contains(first) || used_addresses_.contains(second)) {
        const std::string text = fmt::format("Link {} gets no /127: a node has one of its two addresses.", link.id);
        plan_.notes.push_back({NoteKind::warning, "addressing plan", text});
        continue;
      }
      const IpPrefix pair{first, 127};
      add_prefix(pair, PrefixKind::link, link.id, "", to_text(pool), PlanState::proposed);
      add_address(from.id, link.id, first, pair, PlanState::proposed);
      add_address(to.id, link.id, second, pair, PlanState::proposed);
    }
  }

  void add_prefix(const IpPrefix& prefix, PrefixKind kind, std::string owner, std::string usage, std::string parent, PlanState state) {
    plan_.prefixes.push_back({to_text(prefix), kind, std::move(owner), std::move(usage), std::move(parent), state});
  }

  void add_address(const std::string& node, const std::string& link, const IpAddress& address, const std::optional<IpPrefix>& segment,
                   PlanState state) {
    plan_.addresses.push_back({node, link, to_text(address), segment ? to_text(*segment) : "", state});
  }

  [[nodiscard]] const std::string& id_of(std::size_t node) const { return park_.network_nodes->records()[node].id; }

  const Park& park_;
  NetworkAreas areas_;
  SiteBlocks site_;
  std::map<IpPrefix, SegmentPool> pools_;
  std::map<IpPrefix, std::uint64_t> next_interface_;
  std::map<std::size_t, IpAddress> kept_addresses_;  ///< by node
  std::set<IpAddress> used_addresses_;
  std::set<IpPrefix> listed_;  ///< segments
  AddressingPlan plan_;
};

}  // namespace

AddressingPlan addressing_plan(const Park& park, const std::string& park_prefix, std::uint64_t seed) {
  return Planner(park, park_prefix, seed).plan();
}

}  // namespace parktwin::wired::ipv6
