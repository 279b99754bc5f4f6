#pragma once
// The answers to a finished map (answers/): tables per zone, enterprise, building and storey, how they move with the thresholds, and the
// unserved places with their reasons; put together here from the map and the scene it was made of.
#include "engine/park/ground_holders.h"
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

/// Whose ground each map cell is; of buildings the highest counts.
[[nodiscard]] GroundHolders map_holders(const Park& park, const Obstacles& obstacles);

/// Fills the tables of the result and adds notes on what they assume and leave out. Preconditions: the map of this scene, and the holders
/// of this park.
void put_answers(const Park& park, const Scene& scene, const GroundHolders& holders, Result& result);

}  // namespace parktwin::radio
