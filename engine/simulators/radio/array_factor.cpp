#include "engine/simulators/radio/array_factor.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parktwin::radio {

double array_attenuation_db(std::int32_t elements, double phase, double cap_db) {
  const double half = 0.5 * std::remainder(phase, 2.0 * std::numbers::pi);
  const double single = std::sin(half);
  if (std::abs(single) < 1e-9) return 0.0;
  const double relative = std::abs(std::sin(elements * half) / (elements * single));
  return relative < 1e-9 ? cap_db : std::min(cap_db, -20.0 * std::log10(relative));
}

}  // namespace parktwin::radio
