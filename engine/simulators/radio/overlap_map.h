#pragma once
// How many cells compete for a place: those that may serve, on the best server's carrier, within 6 dB of it, the server included. More than
// three is what planners call pilot pollution. Counted by evaluating every cell's levels once more.
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

inline constexpr float overlap_db = 6.0F;

/// Replaces result.overlap; 0 where nobody serves. Precondition: the scene's geometries are traced, the map is of the scene.
void count_overlap(const Scene& scene, Result& result);

}  // namespace parktwin::radio
