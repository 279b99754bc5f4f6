#pragma once
// The report of a calibration for a terminal: per way of propagation what was decided, offset and slope, and the errors before and after.
#include <string>

#include "cli/session.h"
#include "engine/simulators/radio/calibration/calibration.h"

namespace parktwin::cli {

[[nodiscard]] std::string calibration_table(const radio::calibration::Report& report, const Session& session);

}  // namespace parktwin::cli
