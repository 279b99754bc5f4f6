#include "engine/simulators/radio/reference/diffraction_coefficient.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parktwin::radio::reference {
namespace {

using std::numbers::pi;

constexpr double series_until = 8.0;
constexpr double asymptotic_from = 40.0;
constexpr double nearest_to_boundary_rad = 1e-9;  // beside a boundary the coefficient is taken that far into the shadow
const Complex eighth = std::polar(1.0, 0.25 * pi);

// e^(z²) erfc(z) for z = e^(jπ/4)√x.
Complex scaled_erfc(double x) {
  const Complex z = eighth * std::sqrt(x);
  if (x < series_until) {
    // erf(z) = 2/√π Σ (−1)ⁿ z^(2n+1) / (n! (2n+1)), Abramowitz & Stegun 7.1.5.
    Complex power = z;
    Complex sum = z;
    for (int n = 1; n < 80; ++n) {
      power *= -z * z / static_cast<double>(n);
      sum += power / (2.0 * n + 1.0);
      if (std::norm(power) < 1e-36) break;
    }
    return std::exp(z * z) * (1.0 - 2.0 / std::sqrt(pi) * sum);
  }
  if (x < asymptotic_from) {
    // √π e^(z²) erfc(z) = 1/(z + ½/(z + 1/(z + 3/2/(z + …)))), Abramowitz & Stegun 7.1.14.
    Complex tail = z;
    for (int n = 60; n >= 1; --n) tail = z + 0.5 * n / tail;
    return 1.0 / (std::sqrt(pi) * tail);
  }
  // Abramowitz & Stegun 7.1.23.
  Complex term = 1.0 / (std::sqrt(pi) * z);
  Complex sum = term;
  for (int n = 1; n < 12; ++n) {
    term *= -(2.0 * n - 1.0) / (2.0 * z * z);
    sum += term;
  }
  return sum;
}

// cot((π ± β)/2n) F(kL a±(β)) with a± = 2cos²((2πnN − β)/2) and N the integer that brings 2πnN − β nearest to ±π.
Complex cotangent_transition(double sign, double beta, double n, double k_l) {
  const double turns = std::round((beta + sign * pi) / (2.0 * pi * n));
  double off = beta + sign * pi - 2.0 * pi * n * turns;  // from the boundary this term is made for
  if (std::abs(off) < nearest_to_boundary_rad) off = off < 0.0 ? -nearest_to_boundary_rad : nearest_to_boundary_rad;
  const double sine = std::sin(0.5 * off);  // |cos((2πnN − β)/2)|
  return sign / std::tan(0.5 * off / n) * transition_function(2.0 * k_l * sine * sine);
}

}  // namespace

Complex transition_function(double x) {
  if (x <= 0.0) return 0.0;
  return eighth * std::sqrt(pi * x) * scaled_erfc(x);
}

DiffractionCoefficient diffraction_coefficient(const WedgeRay& ray, const Reflection& zero_face, const Reflection& last_face) {
  const double n = ray.exterior_angle_rad / pi;
  const double k_l = ray.wave_number_per_m * ray.distance_m;
  const double difference = ray.departure_rad - ray.incidence_rad;
  const double sum = ray.departure_rad + ray.incidence_rad;
  const Complex factor = -std::polar(1.0 / (2.0 * n * std::sqrt(2.0 * pi * ray.wave_number_per_m) * ray.sine_of_skew), -0.25 * pi);
  const Complex through = cotangent_transition(1.0, difference, n, k_l) + cotangent_transition(-1.0, difference, n, k_l);
  const Complex at_zero = cotangent_transition(-1.0, sum, n, k_l);
  const Complex at_last = cotangent_transition(1.0, sum, n, k_l);
  return {factor * (through + zero_face.soft * at_zero + last_face.soft * at_last),
          factor * (through + zero_face.hard * at_zero + last_face.hard * at_last)};
}

Reflection zero_face_reflection(const WedgeRay& ray, Complex permittivity) {
  const double grazing = std::min(ray.incidence_rad, ray.departure_rad);
  return fresnel_reflection(permittivity, std::clamp(ray.sine_of_skew * std::sin(grazing), 0.0, 1.0));
}

Reflection last_face_reflection(const WedgeRay& ray, Complex permittivity) {
  const double grazing = ray.exterior_angle_rad - std::max(ray.incidence_rad, ray.departure_rad);
  return fresnel_reflection(permittivity, std::clamp(ray.sine_of_skew * std::sin(grazing), 0.0, 1.0));
}

}  // namespace parktwin::radio::reference
