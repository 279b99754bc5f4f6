#include "engine/simulators/radio/link/location_probability.h"

#include <cmath>
#include <numbers>

#include "engine/core/check.h"

namespace parktwin::radio::link {
namespace {

// exp(x²)·erfc(x) for x ≥ 0; the asymptotic series of Abramowitz and Stegun 7.1.23 where erfc underflows.
double scaled_complement(double x) {
  if (x < 20.0) return std::exp(x * x) * std::erfc(x);
  const double s = 1.0 / (2.0 * x * x);
  return (1.0 - s * (1.0 - 3.0 * s * (1.0 - 5.0 * s))) * std::numbers::inv_sqrtpi / x;
}

}  // namespace

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

double area_probability(double edge_probability, Decibel deviation, double path_loss_exponent) {
  PARKTWIN_CHECK(deviation > Decibel(0.0) && path_loss_exponent > 0.0, "deviation and exponent must be positive");
  // Jakes 1974, page 127: F = ½{1 − erf a + exp((1 − 2ab)/b²)·[1 − erf((1 − ab)/b)]}, a = (threshold − edge median)/(σ√2),
  // b = 10·n·lg e/(σ√2). The exponent is ((1 − ab)/b)² − a².
  const double a = normal_quantile_exceeded(edge_probability) / std::numbers::sqrt2;
  const double b = 10.0 * path_loss_exponent * std::numbers::log10e / (deviation.value() * std::numbers::sqrt2);
  const double c = (1.0 - a * b) / b;
  const double inner = c < 0.0 ? std::exp(c * c - a * a) * std::erfc(c) : std::exp(-a * a) * scaled_complement(c);
  return 0.5 * (std::erfc(a) + inner);
}

}  // namespace parktwin::radio::link
