#pragma once
// The answers to a finished map (answers/): tables per zone, enterprise, building and storey, how they move with the thresholds, and the
// unserved places with their reasons; put together here from the map and the scene it was made of.
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

/// Fills the tables of the result and adds notes on what they assume and leave out. Precondition: the map of this scene.
void put_answers(const Park& park, const Scene& scene, Result& result);

}  // namespace parktwin::radio
