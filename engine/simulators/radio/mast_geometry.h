#pragma once
// The geometries of a scene's masts: from the cache where it knows them, else traced over the surface, whole or from what the cache knows
// of the land before, or for antennas inside a building their hall's.
#include "engine/core/progress.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "engine/simulators/radio/ground_keys.h"
#include "engine/simulators/radio/land_change.h"
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

/// Replaces scene.geometries. `ground` is of the scene's park and obstacles. Tells progress one step per mast. With `before`, a land that
/// differs in buildings or trees, what the cache knows of it is traced anew only where it may have changed (wedge_trace.h).
void put_geometries(Scene& scene, const GroundKeys& ground, GeometryCache& cache, Progress& progress, const Land* before = nullptr);

}  // namespace parktwin::radio
