#pragma once
// How much of the ground is served with some probability when levels scatter about the map's median: of each radio cell's ground, and of
// all ground inside the boundary. location_share is the part of the area to be expected above the threshold, the mean of the points'
// probabilities (Jakes' area probability, summed over the cell as it is instead of solved for a round one of one exponent); reliable_share
// the part of the ground where the single place is above it with at least Options::location_target. Correlation between places and takeover
// by other servers are ignored.
#include "engine/simulators/radio/radio.h"

namespace parktwin::radio {

/// Sets location_share and reliable_share of the result and of result.cells, one per radio cell, from the maps of place, server and
/// location probability. Rows are summed in chunks whose bounds do not depend on the number of threads.
void put_location_shares(const Options& options, Result& result);

}  // namespace parktwin::radio
