#pragma once
// A mesh of the scene in few bytes: positions on a grid of 65,536 steps per axis of its own bounds, light of the sun mixed into the
// colours, colours by number. A mesh that is drawn alone and under a map has both colours per number.
//
// Head: name, plain, muted (whether it is drawn alone, under a map), vertices, triangles, colours (counts), origin, step (metres, x y z),
// ids (record of each group; none where nobody picks), draped (z counts from the ground below). Bytes, each as byte planes (byte_planes.h):
// x, y, z (differences, 2 planes each), colour numbers (differences, 2), corners (differences, 3), first triangles of the groups
// (differences, 3); then per colour the bytes RGBA alone and RGBA under a map.
#include <nlohmann/json.hpp>
#include <string>

#include "viz/scene/ground.h"
#include "viz/scene/scene.h"

namespace parktwin::viz::twin {

using Json = nlohmann::ordered_json;

/// What stands at some place of the twin's bytes.
struct Packed {  // NOLINT(bugprone-exception-escape): moving the library's Json asserts, it throws nothing
  Json head;
  std::string bytes;
};

/// Light as in viz/osg: level ground has exactly its own colour. Either may be null, not both; both: the same triangles. With a ground, the
/// mesh lies on it: that takes fewer bytes.
[[nodiscard]] Packed packed_mesh(const Mesh* plain, const Mesh* muted, const std::array<float, 3>& to_sun, const Ground* ground = nullptr);

/// `colour` in the light that falls on a surface.
[[nodiscard]] Colour lit(const Colour& colour, const std::array<float, 3>& normal, const std::array<float, 3>& to_sun);

}  // namespace parktwin::viz::twin
