#pragma once
// Buildings: walls with storey bands, flat roofs with a rim, PV modules on roofs. Pipe galleries are drawn as frames with pipes.
#include <vector>

#include "engine/park/park.h"
#include "viz/scene/ground.h"
#include "viz/scene/palette.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

/// Elevation of a building's foot (lowest ground under its outline) and of its flat roof (mean ground plus height).
struct BuildingLevels {
  double foot = 0.0;
  double roof = 0.0;
};

[[nodiscard]] BuildingLevels levels_of(const Building& building, const Ground& ground);

/// A long utility structure named a pipe gallery (管廊).
[[nodiscard]] bool is_pipe_gallery(const Building& building);

/// Above so many buildings façades are left out, for what they take in memory; pictures and the page say so.
inline constexpr std::size_t most_with_facades = 30000;
[[nodiscard]] inline bool shows_facades(const Park& park) { return park.buildings->size() <= most_with_facades; }

/// hull: walls and roofs alone, for when there are many or they move; façade: what hull leaves out.
enum class BuildingDetail { whole, hull, facade };

/// "buildings" without pipe galleries; one group per building. The façades alone are called "facades".
[[nodiscard]] Mesh building_mesh(const Park& park, const Ground& ground, const Palette& palette,
                                 BuildingDetail detail = BuildingDetail::whole);
/// "pipe_galleries".
[[nodiscard]] Mesh pipe_gallery_mesh(const Park& park, const Ground& ground, const Palette& palette);

/// Direction and length of the longest edge of the outline: how a building lies.
struct LongSide {
  Point direction{1.0, 0.0};
  double length = 0.0;
};
[[nodiscard]] LongSide long_side(const Ring& ring);

}  // namespace parktwin::viz
