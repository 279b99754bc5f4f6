#pragma once
// All ways a wave takes between two points, as far as they matter: direct; over one or two walls, the ground, or a wall and the ground;
// around one vertical corner or roof edge, alone or with one reflection before or after it; around two edges that each bend the wave into
// their shadow; and the string over all roofs between the ends. Every leg is tested against the exact mesh.
// Of each kind only those are kept that are not weaker than the strongest by more than the limit. Walls and edges for two interactions
// are those within the neighbourhood of an end that it sees (surroundings.h). Reflections off roofs, transmission through buildings and
// vegetation are ignored; ends stand outdoors.
#include <array>
#include <cstdint>
#include <vector>

#include "engine/simulators/radio/reference/field.h"
#include "engine/simulators/radio/reference/ray_scene.h"
#include "engine/simulators/radio/reference/surroundings.h"

namespace parktwin::radio::reference {

enum class PathKind : std::uint8_t {
  direct,
  ground,
  wall,
  two_walls,
  wall_and_ground,
  corner,
  roof_edge,
  two_edges,
  edge_and_wall,
  edge_and_ground,
  roof_string,  ///< two or more roof edges or terrain in one vertical plane, or that plane's single edge where no exact one was found
};
inline constexpr std::size_t path_kinds = 11;

struct Path {
  PathKind kind = PathKind::direct;
  Ray ray;
  std::vector<Vector3> points;     ///< touched, from the transmitter on
  std::vector<std::size_t> walls;  ///< reflected at, indices into mesh.walls
};

struct PathLimits {
  Hertz frequency = gigahertz(3.5);
  int maximum_reflections = 2;
  int maximum_diffractions = 2;             ///< of exact edges; the string over the roofs is not counted
  Decibel below_strongest = Decibel(40.0);  ///< weaker ways are left out
  Metres maximum_detour = Metres(600.0);    ///< longer ways than the direct one and this are left out
  Metres neighbourhood = Metres(300.0);     ///< of an end
};

/// What both ends see, within the neighbourhood.
struct EndSights {
  const Surroundings& transmitter;
  const Surroundings& receiver;
};

/// Strongest first. Never empty for ends in free air above the ground.
[[nodiscard]] std::vector<Path> find_paths(const ParkMesh& mesh, const RayScene& scene, const Ends& ends, const EndSights& sights,
                                           const PathLimits& limits);

}  // namespace parktwin::radio::reference
