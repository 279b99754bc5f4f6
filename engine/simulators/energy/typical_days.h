#pragma once
// The mean day of each month and kind of day, by quarter-hours: what charts of a year show.
#include "engine/simulators/energy/loads/working_days.h"
#include "engine/simulators/energy/result.h"

namespace parktwin::energy {

/// By month and kind, those that do not occur left out. Empty without a year.
[[nodiscard]] std::vector<TypicalQuarter> typical_days(const Series& series, const loads::WorkingDays& days);

}  // namespace parktwin::energy
