#pragma once
// The park as exact geometry: terrain and buildings as triangles for the ray tracer, and what waves act on: walls, vertical corners and
// roof edges. Buildings are prisms with flat roofs at ground under the footprint's centroid plus height; walls reach below the ground.
// Terrain is the bilinear surface through the raster's cell centres, two triangles per cell, cells halved until they stay within 1 cm of
// that surface (at most 8 × 8 parts); beyond the outermost centres it goes on level. Flat at 0 m when the raster is empty.
// Corners closer than 1 mm to the line between their neighbours are taken as straight wall. Trees and overhangs are ignored.
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/radio/reference/vector3.h"

namespace parktwin::radio::reference {

/// An upright rectangle. Walking from `from` to `to`, the building lies on the left. Its upper side is the building's roof edge.
struct Wall {
  std::int32_t building = 0;  ///< index into the buildings the mesh was made of
  WallMaterial material = WallMaterial::concrete;
  Point from;
  Point to;
  Point outward;  ///< unit normal
  double length_m = 0.0;
  double foot_m = 0.0;  ///< elevation, below the ground all along
  double roof_m = 0.0;  ///< elevation
};

/// A vertical edge where two walls meet at more than 180° outside.
struct Corner {
  Point position;
  std::size_t before = 0;  ///< wall that ends here
  std::size_t after = 0;   ///< wall that begins here
  double exterior_angle_rad = 0.0;
};

struct ParkMesh {
  struct Footprint {
    std::int32_t building = 0;
    Polygon outline;  ///< without straight corners, first corner the westernmost
    Box box;
    double roof_m = 0.0;
  };
  std::vector<Footprint> footprints;  ///< in the order of the buildings; those without area are left out
  std::vector<Wall> walls;            ///< in the order of the footprints, ring by ring
  std::vector<Corner> corners;        ///< in the order of their walls
  std::vector<Vector3> vertices;
  std::vector<std::array<std::uint32_t, 3>> triangles;
  Terrain terrain;

  /// Elevation of the highest roof over a point; none outside buildings.
  [[nodiscard]] std::optional<double> roof_over(Point point) const;
};

/// Elevation of the terrain; 0 m where there is none.
[[nodiscard]] double ground_elevation_m(const Terrain& terrain, Point point);

/// Upward unit normal of the bilinear surface.
[[nodiscard]] Vector3 ground_normal(const Terrain& terrain, Point point);

/// All footprints, out to whole multiples of 256 m, so that it seldom moves when a building comes or goes; a point when there are none.
[[nodiscard]] Box extent_of(const ParkMesh& mesh);

[[nodiscard]] ParkMesh make_park_mesh(const Terrain& terrain, std::span<const Building> buildings);

}  // namespace parktwin::radio::reference
