#include "viz/window/measurement.h"

#include <cmath>
#include <numbers>

namespace parktwin::viz::window {

Measurement measured(const Vector& from, const Vector& to) {
  const Vector away = to - from;
  const double horizontal = std::hypot(away.x, away.y);
  return {horizontal, away.z, length(away), std::atan2(away.z, horizontal) * 180.0 / std::numbers::pi};
}

}  // namespace parktwin::viz::window
