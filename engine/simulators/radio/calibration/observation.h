#pragma once
// A measured level beside the model's, and by which way the model says the signal came: what calibration fits on.
#include <array>
#include <cstdint>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"

namespace parktwin::radio::calibration {

/// The dominant way from antenna to device.
enum class PropagationClass : std::uint8_t { line_of_sight, over_roof, around_corner, indoor, vegetation };

constexpr auto names_of(PropagationClass) {
  return std::to_array<EnumName<PropagationClass>>({{PropagationClass::line_of_sight, "line_of_sight"},
                                                    {PropagationClass::over_roof, "over_roof"},
                                                    {PropagationClass::around_corner, "around_corner"},
                                                    {PropagationClass::indoor, "indoor"},
                                                    {PropagationClass::vegetation, "vegetation"}});
}

struct Observation {
  Point position;              ///< m, in the park's local frame
  double measured_dbm = 0.0;   ///< local mean
  double predicted_dbm = 0.0;  ///< median of the uncorrected model; NaN where it predicts nothing
  PropagationClass propagation = PropagationClass::line_of_sight;
  double lg_distance = 0.0;  ///< lg of the three-dimensional distance to the antenna in metres
};

}  // namespace parktwin::radio::calibration
