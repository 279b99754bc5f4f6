#include "engine/simulators/radio/calibration/correction.h"

#include <algorithm>

namespace parktwin::radio::calibration {

Decibel apply(const ClassCorrection& correction, double lg_distance) {
  const double measured = std::clamp(lg_distance, correction.lg_distance_from, correction.lg_distance_to);
  return Decibel(correction.offset_db + correction.slope_db_per_decade * (measured - correction.pivot_lg_distance));
}

Decibel apply(const Correction& correction, PropagationClass propagation, double lg_distance) {
  for (const auto& entry : correction.classes) {
    if (entry.propagation == propagation) return apply(entry, lg_distance);
  }
  return Decibel(0.0);
}

}  // namespace parktwin::radio::calibration
