#include "engine/simulators/services/pooling/road_distances.h"

#include <algorithm>
#include <limits>

#include "engine/park/road_network.h"

namespace parktwin::services::pooling {
namespace {

constexpr double touch_m = 1.0;  // ends that close to another centre line meet it
constexpr double nowhere = std::numeric_limits<double>::infinity();

/// Where a place enters the roads: the way to either end of its edge, from the place itself.
struct Entry {
  RoadNetwork::Foot foot;
  std::size_t from = 0;
  std::size_t to = 0;
  double to_from_m = 0.0;
  double to_to_m = 0.0;
};

Entry entry_of(const RoadNetwork& roads, Point place) {
  Entry entry{*roads.nearest(place)};
  const RoadNetwork::Edge& edge = roads.edges()[entry.foot.edge];
  entry.from = edge.from;
  entry.to = edge.to;
  entry.to_from_m = entry.foot.distance + distance(entry.foot.point, roads.vertices()[edge.from]);
  entry.to_to_m = entry.foot.distance + distance(entry.foot.point, roads.vertices()[edge.to]);
  return entry;
}

/// Metres to every vertex.
std::vector<double> metres_from(const RoadNetwork& roads, const Entry& start) {
  std::vector<double> metres(roads.vertices().size(), nowhere);
  for (const auto& [vertex, before_m] : {std::pair(start.from, start.to_from_m), std::pair(start.to, start.to_to_m)}) {
    const auto ways = roads.ways_from(vertex);
    for (std::size_t i = 0; i < ways.size(); ++i) {
      if (ways[i]) metres[i] = std::min(metres[i], before_m + ways[i]->length);
    }
  }
  return metres;
}

}  // namespace

std::vector<std::vector<std::optional<double>>> road_distances(const std::vector<Road>& roads, const std::vector<Point>& places) {
  std::vector<std::vector<std::optional<double>>> km(places.size(), std::vector<std::optional<double>>(places.size()));
  const RoadNetwork network(roads, touch_m);
  if (network.edges().empty()) return km;
  std::vector<Entry> entries;
  for (const Point place : places) entries.push_back(entry_of(network, place));
  for (std::size_t i = 0; i < places.size(); ++i) {
    km[i][i] = 0.0;
    const std::vector<double> metres = metres_from(network, entries[i]);
    for (std::size_t j = i + 1; j < places.size(); ++j) {
      double way = std::min(metres[entries[j].from] + entries[j].to_from_m, metres[entries[j].to] + entries[j].to_to_m);
      if (entries[i].foot.edge == entries[j].foot.edge) {
        const double along = distance(entries[i].foot.point, entries[j].foot.point);
        way = std::min(way, entries[i].foot.distance + along + entries[j].foot.distance);
      }
      if (way < nowhere) km[i][j] = km[j][i] = 1e-3 * way;
    }
  }
  return km;
}

}  // namespace parktwin::services::pooling
