#pragma once
// A smaller graph with the same ways between sources and ends: without dead ends, and with one edge where several follow each other.
#include "engine/plan/fibre/route_graph.h"

namespace parktwin::plan {

/// Vertices keep their numbers; those that go have no edges.
void contract(RouteGraph& graph);

/// The edge as it is walked from that vertex.
[[nodiscard]] std::vector<RoutePiece> pieces_from(const RouteEdge& edge, std::uint32_t vertex);

}  // namespace parktwin::plan
