#include "engine/plan/radio/backhaul.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/plan/radio/candidates.h"

namespace parktwin::plan {
namespace {

constexpr double road_snap_m = 5.0;
constexpr std::size_t nodes_tried = 3;
constexpr double greatest_detour = 3.0;
constexpr std::size_t prefix_bytes = 8;  // of a /64

std::vector<Id<NetworkNode>> nodes_of(const Park& park, std::initializer_list<NodeKind> kinds) {
  std::vector<Id<NetworkNode>> nodes;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (node.operational && std::find(kinds.begin(), kinds.end(), node.kind) != kinds.end()) nodes.emplace_back(i);
  }
  return nodes;
}

/// Without points that repeat.
std::vector<Point> cleaned(const std::vector<Point>& path) {
  std::vector<Point> points;
  for (const Point& point : path) {
    const Point rounded = to_centimetres(point);
    if (points.empty() || !(points.back() == rounded)) points.push_back(rounded);
  }
  return points;
}

}  // namespace

BackhaulSearch::BackhaulSearch(const Park& park)
    : park_(park),
      roads_(park.roads->records(), road_snap_m),
      nodes_(nodes_of(park, {NodeKind::core_router, NodeKind::aggregation_switch})) {
  if (nodes_.empty()) nodes_ = nodes_of(park, {NodeKind::access_switch});
}

Backhaul BackhaulSearch::way_between(Id<NetworkNode> node, Point site) const {
  const Point start = (*park_.network_nodes)[node].position;
  const auto straight = [&] {
    Backhaul way{node, cleaned({start, site}), 0.0};
    way.length_m = length({way.path});
    return way;
  };
  const auto near_start = roads_.nearest(start);
  const auto near_site = roads_.nearest(site);
  if (!near_start || !near_site || near_start->edge == near_site->edge) return straight();
  Backhaul best;
  for (const std::size_t source : {roads_.edges()[near_start->edge].from, roads_.edges()[near_start->edge].to}) {
    const auto ways = roads_.ways_from(source);
    for (const std::size_t target : {roads_.edges()[near_site->edge].from, roads_.edges()[near_site->edge].to}) {
      if (!ways[target]) continue;
      std::vector<Point> path = {start, near_start->point, roads_.vertices()[source]};
      std::size_t at = source;
      for (const std::size_t edge : ways[target]->edges) {
        at = roads_.edges()[edge].from == at ? roads_.edges()[edge].to : roads_.edges()[edge].from;
        path.push_back(roads_.vertices()[at]);
      }
      path.insert(path.end(), {near_site->point, site});
      const std::vector<Point> points = cleaned(path);
      const double metres = length({points});
      if (best.path.empty() || metres < best.length_m) best = {node, points, metres};
    }
  }
  if (best.path.empty() || best.length_m > greatest_detour * distance(start, site)) return straight();
  return best;
}

std::optional<Backhaul> BackhaulSearch::find(Point site) const {
  std::vector<Id<NetworkNode>> nodes = nodes_;
  const auto away = [&](Id<NetworkNode> node) { return distance((*park_.network_nodes)[node].position, site); };
  std::stable_sort(nodes.begin(), nodes.end(), [&](auto a, auto b) { return away(a) < away(b); });
  nodes.resize(std::min(nodes.size(), nodes_tried));
  std::optional<Backhaul> best;
  for (const auto node : nodes) {
    Backhaul way = way_between(node, site);
    if (!best || way.length_m < best->length_m) best = std::move(way);
  }
  return best;
}

UnitAddresses::UnitAddresses(const Park& park) {
  std::map<std::vector<std::uint8_t>, std::vector<IpAddress>> prefixes;
  for (const NetworkNode& node : *park.network_nodes) {
    if (node.kind != NodeKind::radio_unit) continue;
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
