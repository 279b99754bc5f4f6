#pragma once
// Title, subtitle and legends: what the colours of a picture mean, with units, naming only what is drawn.
#include <vector>

#include "engine/park/park.h"
#include "engine/run/results.h"
#include "viz/scene/palette.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

/// Name of the layer, resolution of the map, date of the inventory.
[[nodiscard]] std::string subtitle_of(const Park& park, const Results* results, const SceneOptions& options);

/// Precondition: `scene` holds its meshes and drape.
[[nodiscard]] std::vector<Legend> legends_of(const Park& park, const Scene& scene, const Palette& palette, const SceneOptions& options);

}  // namespace parktwin::viz
