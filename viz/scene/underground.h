#pragma once
// The scene as seen into the ground: land, buildings and map become transparent, what hides buried things without saying anything of them
// goes, and ducts, power cables and network devices come in. The page's view below the ground uses the same opacity.
#include "engine/park/park.h"
#include "viz/scene/ground.h"
#include "viz/scene/palette.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

inline constexpr float veil_opacity = 0.22F;
inline constexpr float map_veil_share = 0.5F;  ///< of a map's own opacity

/// Precondition: `scene` holds the meshes of the park above the ground. `extent` is the park's longer side, metres.
void look_underground(Scene& scene, const Park& park, const Ground& ground, const Palette& palette, double extent);

}  // namespace parktwin::viz
