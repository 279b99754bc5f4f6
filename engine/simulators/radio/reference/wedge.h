#pragma once
// An edge that diffracts, as the coefficient needs it: where it runs, its two faces and what they are made of; made from a building's
// vertical corner, from a roof edge, or from the place where a vertical plane cuts a roof or the terrain.
#include "engine/simulators/radio/reference/diffraction_coefficient.h"
#include "engine/simulators/radio/reference/park_mesh.h"

namespace parktwin::radio::reference {

struct Wedge {
  Vector3 origin;        ///< a point on the edge
  Vector3 along;         ///< unit, along the edge
  double begin_m = 0.0;  ///< extent along the edge from its origin
  double end_m = 0.0;    ///<
  Vector3 zero_tangent;  ///< unit, from the edge into the zero face
  Vector3 zero_normal;   ///< unit, out of the zero face
  double exterior_angle_rad = 0.0;
  Complex zero_permittivity;
  Complex last_permittivity;
  bool zero_absorbs = false;  ///< the face reflects nothing
  bool last_absorbs = false;
  std::int32_t building = -1;  ///< whose edge it is; −1 for terrain
  bool is_roof = false;        ///< horizontal, its last face a roof

  /// Unit, from the edge into the middle of the open side.
  [[nodiscard]] Vector3 open_side() const;
  /// Angle of a direction that leaves the edge, from the zero face, in [0, 2π).
  [[nodiscard]] double angle_of(Vector3 direction) const;
  [[nodiscard]] Vector3 at(double metres) const { return origin + along * metres; }
};

[[nodiscard]] Wedge corner_wedge(const ParkMesh& mesh, std::size_t corner, Hertz frequency);

/// The upper edge of a wall; its last face is the roof, of the wall's material.
[[nodiscard]] Wedge roof_wedge(const ParkMesh& mesh, std::size_t wall, Hertz frequency);

/// The roof edge of a wall as a vertical plane along `heading` (unit, in the plan) cuts it: an edge across that plane.
[[nodiscard]] Wedge cut_roof_wedge(const ParkMesh& mesh, std::size_t wall, Vector3 point, Point heading, Hertz frequency);

/// Terrain under a vertical plane: an absorbing knife edge across it.
[[nodiscard]] Wedge cut_terrain_wedge(Vector3 point, Point heading);

/// Where a ray from a to b bends around the edge's line so that its way is shortest, metres from the origin (Keller's cone).
[[nodiscard]] double shortest_way_at(const Wedge& wedge, Vector3 a, Vector3 b);

/// Is nothing built onto the edge there? False where a neighbour's wall or roof goes on.
[[nodiscard]] bool stands_free(const ParkMesh& mesh, const Wedge& wedge, double metres);

}  // namespace parktwin::radio::reference
