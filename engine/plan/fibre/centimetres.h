#pragma once
// Coordinates as scenario files give them, so that a file gives them back to the bit.
#include <cmath>

#include "engine/core/geometry.h"

namespace parktwin::plan {

[[nodiscard]] inline Point to_centimetres(Point point) {
  return {std::round(point.x * 100.0) / 100.0, std::round(point.y * 100.0) / 100.0};
}

}  // namespace parktwin::plan
