#pragma once
// The way of a ray from a transmitter to a receiver over given walls, ground and edges: where it touches each of them so that its length is
// stationary. Reflections by mirror images, an edge between them by Keller's cone, several edges by Newton's method until no point moves
// by more than 0.1 µm. Ground is the plane that touches the terrain where the ray meets it, found by repetition.
#include <cstdint>
#include <vector>

#include "engine/simulators/radio/reference/wedge.h"

namespace parktwin::radio::reference {

enum class Touch : std::uint8_t { wall, ground, edge };

/// What a ray touches. For walls the index counts mesh.walls; edges bring their own wedge.
struct Interaction {
  Touch touch = Touch::wall;
  std::size_t wall = 0;
  Wedge wedge;
  Vector3 point;   ///< where
  Vector3 normal;  ///< of the reflecting surface, out of it
};

/// Ends of a link, above the vertical datum.
struct Ends {
  Vector3 transmitter;
  Vector3 receiver;
};

/// Places the points. Edges must stand together: reflections before the first edge, after the last, or both. None where the stationary
/// way leaves a wall or edge, meets a surface from behind or an edge from within, has a leg below 5 cm, bends over two edges that meet, or
/// the ground point does not settle.
[[nodiscard]] bool place_points(const ParkMesh& mesh, const Ends& ends, std::vector<Interaction>& way);

[[nodiscard]] double way_length(const Ends& ends, const std::vector<Interaction>& way);

}  // namespace parktwin::radio::reference
