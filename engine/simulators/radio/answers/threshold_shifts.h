#pragma once
// How much of the park would be served if the thresholds of level and SINR were others: served shares of open ground, ground floors and
// public ground for every pair of shifts from −10 to +10 dB in steps of 5 dB. Of use to see how far a share rests on a choice of threshold,
// or on an error of the map.
#include <array>
#include <vector>

#include "engine/park/ground_holders.h"
#include "engine/simulators/radio/answers/coverage_tables.h"
#include "engine/simulators/radio/answers/map_view.h"

namespace parktwin::radio::answers {

inline constexpr std::array<double, 5> threshold_shifts_db = {-10.0, -5.0, 0.0, 5.0, 10.0};

/// Level's shifts ascending, SINR's within them.
[[nodiscard]] std::vector<ThresholdShift> shift_thresholds(const MapView& map, const GroundHolders& holders, const ServedRule& rule);

}  // namespace parktwin::radio::answers
