#pragma once
// The stops of a run's tour: the views its scenario keeps, or, without any, those a run of its kind has to show.
#include <vector>

#include "engine/storage/storage.h"
#include "viz/tour/stop.h"

namespace parktwin::viz::tour {

/// Never empty. A title that is given in one language stands for the other too.
[[nodiscard]] std::vector<Stop> stops_of(const storage::SavedRun& run);

}  // namespace parktwin::viz::tour
