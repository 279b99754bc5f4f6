#pragma once
// Shadows on the ground, unless said otherwise for a sun in the south-west half-way up: each building's outline swept along the shadow's
// direction, a disc per tree. Shadows of one another's walls are left out. Pieces overlap: a renderer blends the mesh once per pixel.
#include "engine/park/park.h"
#include "viz/scene/ground.h"
#include "viz/scene/palette.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

/// Unit vector towards the sun.
[[nodiscard]] std::array<float, 3> sun_direction(const SunAngle& sun = {});

/// A sun lower than 3 degrees casts the shadows of one at 3 degrees. Precondition: it stands above the horizon.
[[nodiscard]] Mesh shadow_mesh(const Park& park, const Ground& ground, const Palette& palette, const SunAngle& sun = {});

}  // namespace parktwin::viz
