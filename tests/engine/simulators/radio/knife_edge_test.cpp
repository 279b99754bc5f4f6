#include "engine/simulators/radio/knife_edge.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace parktwin::radio {
namespace {

// ∫ f over [0, end] by Simpson's rule.
template <class F>
double integral(double end, F f) {
  const int steps = 4000;
  const double h = end / steps;
  double sum = f(0.0) + f(end);
  for (int i = 1; i < steps; ++i) sum += (i % 2 == 1 ? 4.0 : 2.0) * f(i * h);
  return sum * h / 3.0;
}

// P.526-15 eq. 30, from the Fresnel integrals C and S.
double exact_loss_db(double nu) {
  const double c = integral(nu, [](double s) { return std::cos(0.5 * std::numbers::pi * s * s); });
  const double s = integral(nu, [](double t) { return std::sin(0.5 * std::numbers::pi * t * t); });
  return -20.0 * std::log10(0.5 * std::hypot(1.0 - c - s, c - s));
}

TEST(KnifeEdge, FresnelParameterByHand) {
  // 3 m above the line, 100 m and 300 m from the ends, λ = 0.1 m: 3·√(20·(0.01 + 0.0033333)) = 3·√0.2666667 = 1.549193.
  EXPECT_NEAR(fresnel_parameter(3.0, 100.0, 300.0, 0.1), 1.549193, 1e-6);
  EXPECT_NEAR(fresnel_parameter(-3.0, 300.0, 100.0, 0.1), -1.549193, 1e-6);
  // One radius of the first Fresnel zone, √(λ d₁d₂/(d₁+d₂)), is ν = √2 everywhere.
  EXPECT_NEAR(fresnel_parameter(std::sqrt(0.05 * 40.0 * 260.0 / 300.0), 40.0, 260.0, 0.05), std::numbers::sqrt2, 1e-12);
}

// Eq. 31 in the margins: J(0) = 6.9 + 20 lg(√1.01 − 0.1), J(1) = 6.9 + 20 lg(√1.81 + 0.9), J(2.4) = 6.9 + 20 lg(√6.29 + 2.3).
TEST(KnifeEdge, ValuesOfTheApproximation) {
  EXPECT_NEAR(knife_edge_loss_db(0.0), 6.0329, 1e-4);
  EXPECT_NEAR(knife_edge_loss_db(1.0), 13.9257, 1e-4);
  EXPECT_NEAR(knife_edge_loss_db(2.4), 20.5393, 1e-4);
  EXPECT_EQ(knife_edge_loss_db(-0.78), 0.0);
  EXPECT_EQ(knife_edge_loss_db(-5.0), 0.0);
}

TEST(KnifeEdge, ExactLossAtTheShadowBoundaryIsHalfTheField) { EXPECT_NEAR(exact_loss_db(0.0), 20.0 * std::log10(2.0), 1e-9); }

TEST(KnifeEdge, PowerIsThatOfTheLoss) {
  for (double parameter = -2.0; parameter <= 12.0; parameter += 0.25) {
    const double power = std::pow(10.0, -0.1 * knife_edge_loss_db(parameter));
    EXPECT_NEAR(static_cast<double>(knife_edge_power(static_cast<float>(parameter))) / power, 1.0, 1e-3) << parameter;
  }
}

TEST(KnifeEdge, CloseToTheFresnelIntegrals) {
  double worst_db = 0.0;
  for (double nu = -0.78; nu <= 10.0; nu += 0.01) {
    worst_db = std::max(worst_db, std::abs(knife_edge_loss_db(nu) - exact_loss_db(nu)));
  }
  EXPECT_LT(worst_db, 0.13);
  EXPECT_GT(worst_db, 0.10);  // what an approximation this simple costs; less would mean the comparison is not with the exact loss
}

TEST(KnifeEdge, RippleOfTheLitZoneStaysSmall) {
  for (double nu = -6.0; nu <= -0.78; nu += 0.01) EXPECT_LT(std::abs(exact_loss_db(nu)), 1.4) << nu;
}

TEST(KnifeEdge, GrowsAndStartsWithoutAJump) {
  double before = knife_edge_loss_db(-1.0);
  for (double nu = -1.0; nu < 50.0; nu += 0.01) {
    EXPECT_GE(knife_edge_loss_db(nu), before);
    before = knife_edge_loss_db(nu);
  }
  EXPECT_LT(knife_edge_loss_db(-0.78 + 1e-9), 0.005);
}

}  // namespace
}  // namespace parktwin::radio
