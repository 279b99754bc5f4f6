#pragma once
// River, canal and lake in the plan frame.
#include <cstdint>
#include <vector>

#include "importers/synthetic/street_grid.h"

namespace parktwin::importers::synthetic {

struct Waters {
  MultiPolygon river;
  MultiPolygon canal;
  MultiPolygon lake;
};

/// Inside the boundary; the canal passes under the arterials (their strips are left out), the lake stays inside its block and has a channel
/// to the canal where that lies beside it.
[[nodiscard]] Waters draw_waters(const StreetGrid& grid, const std::vector<Superblock>& blocks, std::uint64_t seed);

}  // namespace parktwin::importers::synthetic
