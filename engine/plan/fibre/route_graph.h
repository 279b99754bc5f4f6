#pragma once
// Where fibre can go: in ducts that are there, in a new trench along the roads, and across to them. Its sources are the working routers and
// aggregation switches, or, where there are none, the access switches.
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::plan {

/// A part of a way: a duct that is there, whole, or the course of a new trench.
struct RoutePiece {
  Id<Duct> duct;
  std::vector<Point> path;  ///< in the direction of the edge; of a duct too
};

struct RouteEdge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  double trench_m = 0.0;
  double cable_m = 0.0;
  std::vector<RoutePiece> pieces;
};

struct RouteGraph {
  std::vector<RouteEdge> edges;         ///< no dead ends, and no vertex that only passes on
  std::vector<Id<NetworkNode>> source;  ///< per vertex: the node that stands there, if it is a source
  std::vector<std::uint32_t> ends;      ///< vertex of each end
  [[nodiscard]] std::size_t vertices() const { return source.size(); }
};

[[nodiscard]] std::vector<Id<NetworkNode>> fibre_sources(const Park& park);

/// `ends`: points to the centimetre, each joined to the nearest road, to a duct's end that is near, and straight to the nearest source
/// where roads lead nowhere or are a detour of more than three times the distance. Nothing without sources.
[[nodiscard]] RouteGraph route_graph(const Park& park, const std::vector<Point>& ends);
/// From other sources; of several at one place the first.
[[nodiscard]] RouteGraph route_graph(const Park& park, const std::vector<Point>& ends, const std::vector<Id<NetworkNode>>& sources);

}  // namespace parktwin::plan
