#pragma once
// What stands on ground and roofs: trees, radio masts with their sector panels, PV modules. Masts and panels are drawn larger than life,
// or nobody would find them in a picture of a whole park.
#include "engine/park/park.h"
#include "viz/scene/ground.h"
#include "viz/scene/palette.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

[[nodiscard]] Mesh tree_mesh(const Park& park, const Ground& ground, const Palette& palette);

/// Elevation of a radio site's antennas.
[[nodiscard]] double antenna_elevation(const Park& park, const RadioSite& site, const Ground& ground);
/// One group per radio site. `extent` is the park's longer side, metres: it sets how much larger than life the masts are.
[[nodiscard]] Mesh mast_mesh(const Park& park, const Ground& ground, const Palette& palette, double extent);

/// Rows of modules on roofs that carry photovoltaic generators, as much area as their power needs at 0.2 kW/m².
[[nodiscard]] Mesh solar_mesh(const Park& park, const Ground& ground, const Palette& palette);

}  // namespace parktwin::viz
