#include "engine/simulators/radio/reference/diffraction_coefficient.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/random.h"

namespace parktwin::radio::reference {
namespace {

using std::numbers::pi;

constexpr Reflection absorber{};
const Reflection conductor{-1.0, 1.0};
constexpr double wave_number = 2.0 * pi * 3.5e9 / 299792458.0;

// ∫_ν^∞ e^(−jπt²/2) dt by Simpson's rule from 0, with the whole integral (1 − j)/2.
Complex fresnel_tail(double nu) {
  constexpr int steps = 20000;
  Complex sum = 0.0;
  for (int i = 0; i <= steps; ++i) {
    const double t = nu * i / steps;
    sum += std::polar(i == 0 || i == steps ? 1.0 : (i % 2 == 1 ? 4.0 : 2.0), -0.5 * pi * t * t);
  }
  return Complex(0.5, -0.5) - sum * (nu / (3.0 * steps));
}

TEST(DiffractionCoefficient, TransitionFunctionFollowsItsDefinition) {
  for (const double x : {1e-6, 0.01, 0.3, 1.0, 3.0, 7.9, 8.1, 12.0, 39.0, 41.0, 80.0}) {
    // √x τ-tail in terms of t = τ√(2/π).
    const Complex integral = std::sqrt(0.5 * pi) * fresnel_tail(std::sqrt(2.0 * x / pi));
    const Complex expected = Complex(0.0, 2.0) * std::sqrt(x) * std::polar(1.0, x) * integral;
    EXPECT_NEAR(std::abs(transition_function(x) - expected), 0.0, 1e-9 * std::max(1.0, x)) << x;
  }
  // Kouyoumjian & Pathak's limits: F → 1 + j/2x far out, √(πx) e^(jπ/4) close in.
  EXPECT_NEAR(std::abs(transition_function(1e4) - Complex(1.0, 0.5e-4)), 0.0, 1e-8);
  EXPECT_NEAR(std::abs(transition_function(1e-8) / std::polar(std::sqrt(pi * 1e-8), 0.25 * pi) - 1.0), 0.0, 2e-4);
}

// Series of the exact solution: a plane wave on a perfectly conducting wedge (Harrington, Time-Harmonic Electromagnetic Fields, chapter 5).
TEST(DiffractionCoefficient, AgreesWithTheExactFieldAboutAConductingWedge) {
  for (const double n : {1.5, 1.75, 2.0}) {
    const double k_rho = 40.0;
    const double rho = k_rho / wave_number;
    for (const double incidence : {0.35, 0.9, 1.3}) {
      for (double departure = 0.1; departure < n * pi - 0.1; departure += 0.13) {
        const WedgeRay ray{n * pi, incidence, departure, 1.0, rho, wave_number};
        const auto coefficient = diffraction_coefficient(ray, conductor, conductor);
        for (const double sign : {-1.0, 1.0}) {
          Complex exact = 0.0;
          for (int m = 0; m < 130; ++m) {
            const double order = m / n;
            exact += (m == 0 ? 1.0 : 2.0) / n * std::polar(std::cyl_bessel_j(order, k_rho), 0.5 * pi * order) *
                     (std::cos(order * (departure - incidence)) + sign * std::cos(order * (departure + incidence)));
          }
          Complex ours = (sign > 0.0 ? coefficient.hard : coefficient.soft) * std::polar(1.0 / std::sqrt(rho), -k_rho);
          if (departure < pi + incidence) ours += std::polar(1.0, k_rho * std::cos(departure - incidence));
          if (departure < pi - incidence) ours += sign * std::polar(1.0, k_rho * std::cos(departure + incidence));
          EXPECT_NEAR(std::abs(ours - exact), 0.0, 0.02) << n << " " << incidence << " " << departure << " " << sign;
        }
      }
    }
  }
}

// The field of a point source at s' and observer at s: direct, reflected at either face and diffracted, over e^(−jks')/s'.
Complex total_field(double n, double incidence, double departure, double before_m, double after_m, Complex permittivity, bool hard) {
  const WedgeRay ray{n * pi, incidence, departure, 1.0, before_m * after_m / (before_m + after_m), wave_number};
  const auto zero = zero_face_reflection(ray, permittivity);
  const auto last = last_face_reflection(ray, permittivity);
  const auto coefficient = diffraction_coefficient(ray, zero, last);
  const auto wave = [&](double angle) {
    const double r = std::sqrt(before_m * before_m + after_m * after_m - 2.0 * before_m * after_m * std::cos(angle));
    return std::polar(1.0 / r, -wave_number * (r - before_m - after_m));
  };
  Complex sum = (hard ? coefficient.hard : coefficient.soft) / std::sqrt(before_m * after_m * (before_m + after_m));
  const auto mirror = [&](double grazing) {
    const auto reflection = fresnel_reflection(permittivity, std::sin(grazing));
    return hard ? reflection.hard : reflection.soft;
  };
  if (departure - incidence < pi) sum += wave(departure - incidence);
  if (departure + incidence < pi) {
    const double height = before_m * std::sin(incidence) + after_m * std::sin(departure);
    const double run = before_m * std::cos(incidence) - after_m * std::cos(departure);
    sum += mirror(std::atan2(height, std::abs(run))) * wave(departure + incidence);
  }
  return sum;
}

TEST(DiffractionCoefficient, FieldIsContinuousAcrossShadowAndReflectionBoundaries) {
  const Complex concrete = wall_permittivity(WallMaterial::concrete, gigahertz(3.5));
  for (const double n : {1.5, 1.7}) {
    for (const double incidence : {0.4, 0.8, 1.2}) {
      for (const bool hard : {false, true}) {
        for (const double boundary : {pi + incidence, pi - incidence}) {
          if (boundary >= n * pi) continue;
          const Complex lit = total_field(n, incidence, boundary - 1e-8, 120.0, 60.0, concrete, hard);
          const Complex shadow = total_field(n, incidence, boundary + 1e-8, 120.0, 60.0, concrete, hard);
          EXPECT_LT(std::abs(lit - shadow), 0.005 * std::abs(shadow)) << n << " " << incidence << " " << hard << " " << boundary;
          EXPECT_GT(std::abs(shadow), 1e-4);
        }
      }
    }
  }
}

// Loss of a knife edge: ITU-R P.526-15 clause 4.1, exact Fresnel integral.
TEST(DiffractionCoefficient, AbsorbingHalfPlaneIsTheKnifeEdge) {
  const double before_m = 400.0;
  const double after_m = 250.0;
  for (double bend = 0.0; bend < 0.12; bend += 0.004) {
    const WedgeRay ray{2.0 * pi, 0.5 * pi, 1.5 * pi + bend, 1.0, before_m * after_m / (before_m + after_m), wave_number};
    const Complex diffracted =
        diffraction_coefficient(ray, absorber, absorber).soft * std::sqrt((before_m + after_m) / (before_m * after_m));
    // Deflection α over legs d1, d2: ν = α √(2 d1 d2/(λ (d1 + d2))).
    const double nu = bend * std::sqrt(wave_number / pi * before_m * after_m / (before_m + after_m));
    const double loss_db = -20.0 * std::log10(std::abs(fresnel_tail(nu)) / std::sqrt(2.0));
    EXPECT_NEAR(-20.0 * std::log10(std::abs(diffracted)), loss_db, 0.1) << nu;
  }
}

TEST(DiffractionCoefficient, IsReciprocalForLossyFaces) {
  const Complex concrete = wall_permittivity(WallMaterial::concrete, gigahertz(3.5));
  const Complex brick = wall_permittivity(WallMaterial::brick, gigahertz(3.5));
  const RandomSequence random(41, 0, 0);
  for (std::uint32_t i = 0; i < 500; ++i) {
    const double exterior = random.uniform(5 * i, 1.1, 2.0) * pi;
    const double a = random.uniform(5 * i + 1, 0.0, exterior);
    const double b = random.uniform(5 * i + 2, 0.0, exterior);
    const WedgeRay there{exterior, a, b, random.uniform(5 * i + 3, 0.3, 1.0), random.uniform(5 * i + 4, 0.5, 200.0), wave_number};
    WedgeRay back = there;
    std::swap(back.incidence_rad, back.departure_rad);
    const auto one = diffraction_coefficient(there, zero_face_reflection(there, concrete), last_face_reflection(there, brick));
    const auto other = diffraction_coefficient(back, zero_face_reflection(back, concrete), last_face_reflection(back, brick));
    EXPECT_NEAR(std::abs(one.soft - other.soft), 0.0, 1e-9 * std::abs(one.soft) + 1e-15);
    EXPECT_NEAR(std::abs(one.hard - other.hard), 0.0, 1e-9 * std::abs(one.hard) + 1e-15);
  }
}

TEST(DiffractionCoefficient, FacesNumberedFromTheOtherSideGiveTheSame) {
  const Complex concrete = wall_permittivity(WallMaterial::concrete, gigahertz(3.5));
  const WedgeRay one{1.5 * pi, 0.7, 4.1, 0.9, 35.0, wave_number};
  const WedgeRay other{1.5 * pi, 1.5 * pi - 0.7, 1.5 * pi - 4.1, 0.9, 35.0, wave_number};
  const auto first = diffraction_coefficient(one, zero_face_reflection(one, concrete), absorber);
  const auto second = diffraction_coefficient(other, absorber, last_face_reflection(other, concrete));
  EXPECT_NEAR(std::abs(first.hard - second.hard), 0.0, 1e-12);
  EXPECT_NEAR(std::abs(first.soft - second.soft), 0.0, 1e-12);
}

}  // namespace
}  // namespace parktwin::radio::reference
