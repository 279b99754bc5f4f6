#pragma once
// The stops of a run's tour (viz/tour/stops.h) for its page, shown one after the other with a caption.
// Keys: title, text (en, zh), layer (of the twin), underground, at (metres), distance (metres), azimuth (degrees clockwise from north, the
// way one looks), pitch (degrees below the horizon).
#include "engine/storage/storage.h"
#include "viz/report/table_json.h"

namespace parktwin::viz::report {

[[nodiscard]] Json tour_stops(const storage::SavedRun& run);

}  // namespace parktwin::viz::report
