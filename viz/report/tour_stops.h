#pragma once
// The saved views of a run's page, shown one after the other with a caption: the park, what 5G covers, the largest place it leaves out,
// how public areas are served, what one failure below the ground cuts off, photovoltaics. A view without its subject is left out.
// Keys: title, text (en, zh), layer (of the twin), underground, at (metres), distance (metres), azimuth (degrees clockwise from north, the
// way one looks), pitch (degrees below the horizon).
#include "engine/storage/storage.h"
#include "viz/report/table_json.h"

namespace parktwin::viz::report {

[[nodiscard]] Json tour_stops(const storage::SavedRun& run);

}  // namespace parktwin::viz::report
