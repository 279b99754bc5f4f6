#pragma once
// What lies under the pointer: the nearest triangle that a ray meets, and the record it was drawn from.
#include <optional>
#include <span>
#include <string>

#include "viz/scene/scene.h"
#include "viz/window/viewpoint.h"

namespace parktwin::viz::window {

struct Hit {
  std::string mesh;
  std::string record;  ///< id; empty for what was drawn from no record
  Vector at;
  double distance = 0.0;  ///< from the ray's beginning, metres
};

/// Tests every triangle (Möller and Trumbore, Journal of Graphics Tools 2(1), 1997); both faces count.
[[nodiscard]] std::optional<Hit> pick(std::span<const Mesh* const> meshes, const Ray& ray);

/// Whether a click can mean something of this mesh: shadows, façades and lines of the map cannot be meant.
[[nodiscard]] bool can_be_picked(const Mesh& mesh);

/// Colour of the picked object: not on any map's scale, nor that of a thing.
[[nodiscard]] Colour mark_colour();

/// The triangles of one record in an even colour, to be painted over it.
[[nodiscard]] Mesh marked(const Mesh& mesh, const std::string& record, const Colour& colour);

}  // namespace parktwin::viz::window
