#include "engine/simulators/cloud/adoption/peers.h"

#include <algorithm>
#include <map>
#include <optional>

namespace parktwin::cloud::adoption {
namespace {

/// Mean of the corners of an enterprise's buildings, without buildings of its parcels.
std::vector<std::optional<Point>> places(const Park& park) {
  struct Sum {
    double x = 0.0;
    double y = 0.0;
    double count = 0.0;
    void add(const Ring& ring) {
      for (const Point& point : ring) {
        x += point.x;
        y += point.y;
        count += 1.0;
      }
    }
  };
  const std::size_t enterprises = park.enterprises->size();
  std::vector<Sum> buildings(enterprises);
  std::vector<Sum> parcels(enterprises);
  for (const auto& building : *park.buildings) {
    if (building.enterprise.valid()) buildings[building.enterprise.index()].add(building.footprint.outer);
  }
  for (const auto& parcel : *park.parcels) {
    if (!parcel.enterprise.valid()) continue;
    for (const auto& polygon : parcel.shape.polygons) parcels[parcel.enterprise.index()].add(polygon.outer);
  }
  std::vector<std::optional<Point>> found(enterprises);
  for (std::size_t i = 0; i < enterprises; ++i) {
    const Sum& sum = buildings[i].count > 0.0 ? buildings[i] : parcels[i];
    if (sum.count > 0.0) found[i] = Point{sum.x / sum.count, sum.y / sum.count};
  }
  return found;
}

/// Adds `share` of the weights, scaled so that they add up to it.
void add_scaled(std::map<std::uint32_t, double>& all, const std::map<std::uint32_t, double>& weights, double share) {
  double sum = 0.0;
  for (const auto& [peer, weight] : weights) sum += weight;
  for (const auto& [peer, weight] : weights) all[peer] += share * weight / sum;
}

}  // namespace

PeerGraph peer_graph(const Park& park, const Options& options) {
  const std::size_t enterprises = park.enterprises->size();
  PeerGraph graph{std::vector<std::vector<Peer>>(enterprises), std::vector<std::vector<std::uint32_t>>(enterprises)};
  std::vector<std::map<std::uint32_t, double>> chain(enterprises);
  for (const auto& link : *park.supply_links) {
    const auto supplier = static_cast<std::uint32_t>(link.supplier.index());
    const auto customer = static_cast<std::uint32_t>(link.customer.index());
    if (link.supplier_first) graph.goes_first[customer].push_back(supplier);
    if (link.weight <= 0.0) continue;
    chain[supplier][customer] += link.weight;
    chain[customer][supplier] += link.weight;
  }
  const auto at = places(park);
  const double radius = options.neighbour_radius.value();
  for (std::size_t i = 0; i < enterprises; ++i) {
    std::map<std::uint32_t, double> near;
    for (std::size_t j = 0; j < enterprises; ++j) {
      if (i == j || !at[i] || !at[j]) continue;
      const double dx = at[i]->x - at[j]->x;
      const double dy = at[i]->y - at[j]->y;
      if (dx * dx + dy * dy <= radius * radius) near[static_cast<std::uint32_t>(j)] = 1.0;
    }
    const double supply = chain[i].empty() ? 0.0 : near.empty() ? 1.0 : options.supply_share;
    std::map<std::uint32_t, double> all;
    if (supply > 0.0) add_scaled(all, chain[i], supply);
    if (supply < 1.0) add_scaled(all, near, 1.0 - supply);
    for (const auto& [peer, weight] : all) graph.peers[i].push_back({peer, weight});
    auto& first = graph.goes_first[i];
    std::sort(first.begin(), first.end());
    first.erase(std::unique(first.begin(), first.end()), first.end());
  }
  return graph;
}

}  // namespace parktwin::cloud::adoption
