#include "engine/simulators/wired/ipv6/network_areas.h"

#include <deque>
#include <optional>

namespace parktwin::wired::ipv6 {
namespace {

std::vector<std::size_t> nodes_of(const Park& park, NodeKind kind) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    if (park.network_nodes->records()[i].kind == kind) found.push_back(i);
  }
  return found;
}

std::vector<std::size_t> heads_of(const Park& park) {
  for (const NodeKind kind : {NodeKind::aggregation_switch, NodeKind::optical_line_terminal}) {
    if (auto found = nodes_of(park, kind); !found.empty()) return found;
  }
  return nodes_of(park, NodeKind::core_router);
}

/// All heads spread at once; the earlier head wins where two are as near.
void spread(const Park& park, NetworkAreas& areas) {
  const auto& nodes = park.network_nodes->records();
  std::vector<std::vector<std::size_t>> neighbours(nodes.size());
  for (const NetworkLink& link : *park.network_links) {
    neighbours[link.from.index()].push_back(link.to.index());
    neighbours[link.to.index()].push_back(link.from.index());
  }
  std::deque<std::size_t> open;
  for (std::size_t i = 0; i < areas.heads.size(); ++i) {
    areas.of_node[areas.heads[i]] = i;
    open.push_back(areas.heads[i]);
  }
  while (!open.empty()) {
    const std::size_t node = open.front();
    open.pop_front();
    for (const std::size_t next : neighbours[node]) {
      if (areas.of_node[next] != NetworkAreas::none || nodes[next].kind == NodeKind::core_router) continue;
      areas.of_node[next] = areas.of_node[node];
      open.push_back(next);
    }
  }
}

/// The first building of each enterprise, else its first parcel.
std::vector<std::optional<Point>> places_of_enterprises(const Park& park) {
  std::vector<std::optional<Point>> places(park.enterprises->size());
  const auto place = [&places](Id<Enterprise> enterprise, const auto& shape) {
    if (enterprise.valid() && !places[enterprise.index()]) places[enterprise.index()] = centroid(shape);
  };
  for (const Building& building : *park.buildings) place(building.enterprise, building.footprint);
  for (const Parcel& parcel : *park.parcels) place(parcel.enterprise, parcel.shape);
  return places;
}

std::size_t nearest_head(const Park& park, const NetworkAreas& areas, Point place) {
  std::size_t best = NetworkAreas::none;
  double least_m = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < areas.heads.size(); ++i) {
    const double metres = distance(place, park.network_nodes->records()[areas.heads[i]].position);
    if (!(metres < least_m)) continue;
    least_m = metres;
    best = i;
  }
  return best;
}

}  // namespace

NetworkAreas network_areas(const Park& park) {
  NetworkAreas areas{heads_of(park), std::vector<std::size_t>(park.network_nodes->size(), NetworkAreas::none),
                     std::vector<std::size_t>(park.enterprises->size(), NetworkAreas::none)};
  spread(park, areas);
  std::vector<bool> has_node(park.enterprises->size(), false);
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const Id<Enterprise> enterprise = park.network_nodes->records()[i].enterprise;
    if (!enterprise.valid() || has_node[enterprise.index()]) continue;
    has_node[enterprise.index()] = true;
    areas.of_enterprise[enterprise.index()] = areas.of_node[i];
  }
  const auto places = places_of_enterprises(park);
  for (std::size_t e = 0; e < places.size(); ++e) {
    if (!has_node[e] && places[e]) areas.of_enterprise[e] = nearest_head(park, areas, *places[e]);
  }
  return areas;
}

}  // namespace parktwin::wired::ipv6
