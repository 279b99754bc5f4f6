#pragma once
// The geometries of a scene's masts: from the cache where it knows them, else traced over the surface, or for antennas inside a building
// their hall's.
#include "engine/core/progress.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

/// Replaces scene.geometries. `ground`: hash of all that geometries depend on besides the antenna. Tells progress one step per mast.
void put_geometries(Scene& scene, const ContentHash& ground, GeometryCache& cache, Progress& progress);

}  // namespace parktwin::radio
