#pragma once
// What a run has to show when nobody chose views: the park, what 5G covers, the largest place it leaves out, how public areas are served,
// what one failure below the ground cuts off, photovoltaics. A view without its subject is left out.
#include <vector>

#include "engine/storage/storage.h"
#include "viz/tour/stop.h"

namespace parktwin::viz::tour {

/// Never empty.
[[nodiscard]] std::vector<Stop> automatic_stops(const storage::SavedRun& run);

}  // namespace parktwin::viz::tour
