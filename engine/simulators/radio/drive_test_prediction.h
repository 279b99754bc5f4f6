#pragma once
// What the map says at the points of a drive test, of the cell that was measured there: its level at the map cell that holds the point, by
// which way the signal comes, and how far it came. What calibration is fitted on (calibration/).
// Median levels: drawn shadow fading is left out. Corrections in the options are applied. A point whose cell is off the air or out of
// reach, or that lies outside the map, has no prediction.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/simulators/radio/calibration/drive_test_point.h"
#include "engine/simulators/radio/calibration/observation.h"
#include "engine/simulators/radio/radio.h"

namespace parktwin::radio {

/// One observation per point, in their order; none is predicted of cells inside buildings. Without prediction: class line_of_sight,
/// distance along the ground. Preconditions: as for simulate(); the points' cells are the park's. The same bits for any number of threads.
[[nodiscard]] std::vector<calibration::Observation> observe(const Park& park, const Options& options,
                                                            std::span<const calibration::DriveTestPoint> points,
                                                            std::span<const std::uint8_t> site_connected, Progress& progress);

}  // namespace parktwin::radio
