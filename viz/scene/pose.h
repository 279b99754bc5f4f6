#pragma once
// How one looks at a park: at a point on the ground, from how far, in which direction, how steeply.
#include "engine/core/geometry.h"

namespace parktwin::viz {

struct Pose {
  Point at;                  ///< metres; in the middle of what panels leave free of the picture
  double distance_m = 1.0;   ///< from there to the eye
  double azimuth_deg = 0.0;  ///< the way one looks, clockwise from north
  double pitch_deg = 35.0;   ///< below the horizon
};

inline constexpr double field_of_view_deg = 38.0;  ///< from the lower to the upper edge of the picture, where a pose is drawn

}  // namespace parktwin::viz
