#pragma once
// A scenario file that runs with the corrections of a drive test: the given one with another name, the path to its park as seen from the
// new place, and the corrections as options.radio.calibration. Everything else stays as it was written, comments excepted.
#include <filesystem>
#include <string>

#include "engine/scenario/scenario.h"

namespace parktwin {

/// Text for read_scenario(). `park` is relative to the new file, or absolute. Precondition: the scenario was read from a file.
[[nodiscard]] std::string calibrated_scenario(const Scenario& scenario, const std::filesystem::path& park,
                                              const radio::calibration::Correction& correction);

}  // namespace parktwin
