#pragma once
// Everything that stands in the way of a signal: the surface raster with its buildings, and as exact shapes the façades, the convex
// vertical corners and the tree crowns. Rings are brought to one form first (collinear vertices dropped, begun at their least vertex,
// turned so that the building lies to the left), so that the same walls drawn in another way are the same obstacles.
#include <memory>
#include <span>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/radio/reference/ray_scene.h"
#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {

/// A vertical wall of one building, seen from outside from a (right) to b (left); the building is to the left of a→b.
struct Wall {
  Point a;
  Point b;
  Point normal;  ///< outward unit vector
  float top_m = 0.0F;
  WallMaterial material = WallMaterial::concrete;
};

/// A vertical edge where two walls of a building meet in an outward corner.
struct Corner {
  Point at;
  Point normal_before;  ///< of the wall that ends here, in the ring's direction
  Point normal_after;   ///< of the wall that begins here
  float top_m = 0.0F;
};

/// A tree's crown as an upright cylinder.
struct Crown {
  Point at;
  float radius_m = 0.0F;
  float base_m = 0.0F;  ///< elevation; the trunk below lets everything through
  float top_m = 0.0F;
};

struct Obstacles {
  Grid<SurfaceCell> surface;
  Grid<SurfaceCell> turned;  ///< the same with columns and rows exchanged, for sweeps to the east and west
  std::vector<Wall> walls;
  std::vector<Corner> corners;
  std::vector<Crown> crowns;
  float lowest_ground_m = 0.0F;
  std::shared_ptr<const reference::RayScene> rays;  ///< the exact shapes; none: sight is as the raster has it
};

inline constexpr double trunk_share = 0.3;  ///< of a tree's height, assumed free of leaves

/// The ring begun at its least vertex (x, then y), without repeated and collinear vertices; empty when nothing is left of it.
[[nodiscard]] Ring canonical_ring(const Ring& ring);
[[nodiscard]] Obstacles make_obstacles(const Park& park, const GridFrame& frame);

}  // namespace parktwin::radio
