#include "engine/simulators/radio/link/location_probability.h"

#include <cmath>
#include <numbers>

#include "engine/core/check.h"

namespace parktwin::radio::link {
double normal_exceedance(double x) { return 0.5 * std::erfc(x / std::numbers::sqrt2); }

double normal_quantile_exceeded(double probability) {
  PARKTWIN_CHECK(probability > 0.0 && probability < 1.0, "a probability inside (0, 1)");
  if (probability > 0.5) return -normal_quantile_exceeded(1.0 - probability);
  // Abramowitz and Stegun 26.2.23, error below 4.5e-4.
  const double t = std::sqrt(-2.0 * std::log(probability));
  double x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  // Two steps of Halley's method on Q(x) − p, with Q' = −φ and Q'' = x·φ; each triples the digits.
  for (int step = 0; step < 2; ++step) {
    const double density = std::exp(-0.5 * x * x) / std::sqrt(2.0 * std::numbers::pi);
    const double newton = (normal_exceedance(x) - probability) / density;
    x += newton / (1.0 - 0.5 * x * newton);
  }
  return x;
}

double point_probability(Dbm median, Dbm threshold, Decibel deviation) {
  PARKTWIN_CHECK(deviation >= Decibel(0.0), "a deviation is not negative");
  if (deviation == Decibel(0.0)) return median > threshold ? 1.0 : 0.0;
  return normal_exceedance((threshold - median) / deviation);
}

Decibel margin_for(double probability, Decibel deviation) { return -normal_quantile_exceeded(probability) * deviation; }

}  // namespace parktwin::radio::link
