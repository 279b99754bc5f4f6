#pragma once
// Ways on the park's roads: centre lines meet where they cross or touch; a place goes straight to the nearest point of a road and from
// there by the shortest way (Dijkstra). Ignored: one-way streets, turns, gates.
#include <optional>
#include <vector>

#include "engine/core/table.h"
#include "engine/park/land.h"

namespace parktwin::services::pooling {

/// Kilometres between places; nothing where no roads lead from one to the other.
[[nodiscard]] std::vector<std::vector<std::optional<double>>> road_distances(const std::vector<Road>& roads,
                                                                             const std::vector<Point>& places);

}  // namespace parktwin::services::pooling
