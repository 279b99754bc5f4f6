#pragma once
// The distance between two points that were clicked.
#include "viz/window/viewpoint.h"

namespace parktwin::viz::window {

struct Measurement {
  double horizontal_m = 0.0;
  double height_m = 0.0;    ///< of the second point above the first
  double straight_m = 0.0;  ///< along the line of sight
  double slope_deg = 0.0;   ///< above the horizon; 90 straight up
};

[[nodiscard]] Measurement measured(const Vector& from, const Vector& to);

}  // namespace parktwin::viz::window
