#pragma once
// What of the land the geometry of one antenna can depend on, as a key: the frame, the terrain, and the buildings and crowns within its
// reach. Everything else may change without another bit in trace_site(), which
// - reads surface cells at most reach + 6 cells away: rays run to reach + 1 cell and look 4.5 cells across (radial_sweep.h), fans end where
//   their whole way does (fan_sweep.h), exact rays and crowns within reach; whether a cell lies beside a wall is told from two cells
//   beside;
// - compares building numbers with each other and never keeps one, so that numbers may shift as long as their order stays;
// - tries walls, corners and crowns in the park's order, and leaves out those out of reach;
// - asks exact rays, whose answers depend on the triangles along the ray and on the middle of the park's extent (reference/ray_scene.h).
// A building counts when its bounding box is within reach and twelve cells, a tree when its trunk is: all fields of the record but its
// names.
#include <vector>

#include "engine/core/hash.h"
#include "engine/core/units.h"
#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/sight_point.h"

namespace parktwin::radio {

class GroundKeys {
 public:
  struct Thing {
    Box box;
    ContentHash record;
  };
  /// `obstacles` are those of the park. Keeps hashes only.
  GroundKeys(const Park& park, const Obstacles& obstacles);

  /// Equal keys, equal bits of trace_site().
  [[nodiscard]] ContentHash key(const SightPoint& antenna, Metres receiver_height, Metres maximum_distance) const;

  /// Of frame, terrain and extent: equal for lands that differ in buildings and trees alone.
  [[nodiscard]] const ContentHash& common() const { return common_; }
  /// One per building of the park.
  [[nodiscard]] const std::vector<Thing>& buildings() const { return buildings_; }

 private:
  ContentHash common_;  // of frame, terrain and extent
  double cell_size_m_;
  std::vector<Thing> buildings_;  // one per building; an empty footprint has a box nowhere
  std::vector<Thing> trees_;
};

}  // namespace parktwin::radio
