#pragma once
// The ground that clauses count over, as runs of map cells along rows with one owner each. It depends on the land alone, so it is kept
// from one set of results to the next.
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/core/grid.h"
#include "engine/core/hash.h"
#include "engine/park/park.h"

namespace parktwin::criteria {

/// Cells [begin, end) of one row, all inside the boundary, all outdoors or all under a roof.
struct OwnedRun {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::int32_t owner = 0;
  bool outdoors = false;
};

struct LandRuns {
  std::vector<OwnedRun> park;            ///< every cell; owners as ground_owner() numbers them
  std::vector<OwnedRun> open_to_public;  ///< public ground; owners as public_owner() numbers them
  std::vector<OwnedRun> parcels;         ///< parcels that enterprises use, a cell of two belongs to the first; numbered as above
  std::vector<OwnedRun> premises;        ///< owner: index of an enterprise. Its buildings, or its parcels when it has no building; a shape
                                         ///< smaller than a cell counts as the cell its centroid lies in; overlapping ones count twice
};

/// `place` is radio::Place by cell.
[[nodiscard]] LandRuns land_runs(const Grid<std::uint8_t>& place, const Park& park);

/// The runs of the land that was last asked for.
class LandMemory {
 public:
  [[nodiscard]] std::shared_ptr<const LandRuns> runs_of(const Grid<std::uint8_t>& place, const Park& park);

 private:
  ContentHash key_;
  std::shared_ptr<const LandRuns> runs_;
};

}  // namespace parktwin::criteria
