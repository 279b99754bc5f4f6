#pragma once
// Which walls, corners and roof edges a point sees: the candidates for ways with two interactions. By rays to sample points at most 4 m
// apart along each and at three heights of a wall, five of a corner; what shows only between the samples is missed.
#include <vector>

#include "engine/simulators/radio/reference/ray_scene.h"

namespace parktwin::radio::reference {

struct Surroundings {
  std::vector<std::size_t> walls;    ///< indices into mesh.walls, ascending; only those that face the point
  std::vector<std::size_t> corners;  ///< indices into mesh.corners, ascending
  std::vector<std::size_t> roofs;    ///< walls whose roof edge is seen, ascending
};

/// Within `reach` in the plan.
[[nodiscard]] Surroundings look_around(const ParkMesh& mesh, const RayScene& scene, Vector3 point, Metres reach);

}  // namespace parktwin::radio::reference
