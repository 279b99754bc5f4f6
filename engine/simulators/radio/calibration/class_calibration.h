#pragma once
// One propagation class from its points to its correction: splits by blocks, fits, cross-validates and decides by the rules of
// calibration.h.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/simulators/radio/calibration/calibration.h"

namespace parktwin::radio::calibration {

/// Errors before and after correction, point by point.
struct ErrorPair {
  std::vector<double> before_db;
  std::vector<double> after_db;
};

struct ClassOutcome {
  ClassCorrection correction;
  ClassReport report;
  ErrorPair fitted;
  ErrorPair held_out;
  std::vector<ErrorPair> folds;  ///< empty without cross-validation
  std::vector<Note> notes;
};

/// Precondition: all observations are of this class, have a prediction and come in an order that does not depend on the caller's.
[[nodiscard]] ClassOutcome calibrate_class(PropagationClass propagation, std::span<const Observation> observations, const Options& options,
                                           std::uint64_t seed);

}  // namespace parktwin::radio::calibration
