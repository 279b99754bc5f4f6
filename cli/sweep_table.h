#pragma once
// What a sweep found, as text.
#include <string>

#include "cli/session.h"
#include "engine/sweep/sweep_report.h"

namespace parktwin::cli {

[[nodiscard]] std::string sweep_table(const sweep::SweepReport& report, const Session& session);

}  // namespace parktwin::cli
