#pragma once
// The one figure a planner watches while dragging a mast: how much of the park's ground has enough level and quality. The tables of
// map_answers.h say more and take longer.
#include "engine/core/units.h"
#include "engine/simulators/radio/radio.h"

namespace parktwin::radio {

/// Share of the map cells inside the park, indoors and outdoors, with at least both thresholds; 0 where the park has none.
[[nodiscard]] double covered_share(const Result& result, Dbm minimum_rsrp, Decibel minimum_sinr);

}  // namespace parktwin::radio
