#include "engine/simulators/radio/normal_quantile.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/check.h"

namespace parktwin::radio {

double normal_quantile(double probability) {
  PARKTWIN_CHECK(probability > 0.0 && probability < 1.0, "a quantile needs a probability between 0 and 1");
  const double tail = std::min(probability, 1.0 - probability);
  const double t = std::sqrt(-2.0 * std::log(tail));
  double x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (int step = 0; step < 3; ++step) {
    const double beyond = 0.5 * std::erfc(x / std::numbers::sqrt2);
    const double density = std::exp(-0.5 * x * x) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
    x += (beyond - tail) / density;
  }
  return probability < 0.5 ? -x : x;
}

}  // namespace parktwin::radio
