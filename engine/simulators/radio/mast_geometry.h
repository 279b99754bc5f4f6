#pragma once
// The geometries of a scene's masts: from the cache where it knows them, else traced over the surface, or for antennas inside a building
// their hall's.
#include "engine/core/progress.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "engine/simulators/radio/ground_keys.h"
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

/// Replaces scene.geometries. `ground` is of the scene's park and obstacles. Tells progress one step per mast.
void put_geometries(Scene& scene, const GroundKeys& ground, GeometryCache& cache, Progress& progress);

}  // namespace parktwin::radio
