#pragma once
// A scenario file that runs with the corrections of a drive test: the given one with another name, the paths in it as seen from the new
// place, and the corrections as options.radio.calibration. Everything else stays as it was written, comments excepted.
#include <filesystem>
#include <string>

#include "engine/scenario/scenario.h"

namespace parktwin {

/// Text for read_scenario() of a file in `folder`. Precondition: the scenario was read from a file.
[[nodiscard]] std::string calibrated_scenario(const Scenario& scenario, const std::filesystem::path& folder,
                                              const radio::calibration::Correction& correction);

}  // namespace parktwin
