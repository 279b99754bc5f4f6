#pragma once
// Footprints that stand in each other's way: two for one building, overlaps, and gaps too narrow to be there. Through GEOS; what changed is
// listed with its area before and after, so that a planner can look at each.
// - The same outline twice (95 % of both in common): the later one goes.
// - One mostly inside another: the outer one gets a hole, so that both heights stay.
// - Any other overlap: the later one gives way.
// - A gap below 20 cm beside an earlier one: the later one fills it.
#include <string>
#include <vector>

#include "engine/core/geometry.h"

namespace parktwin::importers {

enum class NeighbourFault { same, inside, overlap, gap };

struct NeighbourMending {
  std::size_t changed = 0;  ///< footprint
  std::size_t other = 0;    ///< for whose sake
  NeighbourFault fault = NeighbourFault::overlap;
  double area_before_m2 = 0.0;
  double area_after_m2 = 0.0;  ///< 0: the footprint is empty now
};

/// "overlaps cut" and so on, for a report.
[[nodiscard]] std::string description_of(NeighbourFault fault);

/// Mends in the order of the footprints. Precondition: outlines are valid.
[[nodiscard]] std::vector<NeighbourMending> mend_neighbours(std::vector<Polygon>& footprints);

}  // namespace parktwin::importers
