#include "engine/simulators/radio/reference/surface_reflection.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::radio::reference {
namespace {

// ITU-R P.2040-3 table 3 at 3.5 GHz, worked out by hand: σ = 0.0462·3.5^0.7822 = 0.12308 S/m, ε'' = 17.98·σ/f[GHz].
TEST(SurfaceReflection, PermittivityOfP2040) {
  const auto concrete = wall_permittivity(WallMaterial::concrete, gigahertz(3.5));
  EXPECT_NEAR(concrete.real(), 5.24, 1e-12);
  EXPECT_NEAR(concrete.imag(), -17.975 * 0.12308 / 3.5, 1e-3);
  const auto brick = wall_permittivity(WallMaterial::brick, gigahertz(3.5));
  EXPECT_NEAR(brick.real(), 3.91, 1e-12);
  EXPECT_NEAR(brick.imag(), -17.975 * 0.0238 * std::pow(3.5, 0.16) / 3.5, 1e-3);
  const auto ground = ground_permittivity(gigahertz(3.5));
  EXPECT_NEAR(ground.real(), 15.0 * std::pow(3.5, -0.1), 1e-9);
  EXPECT_NEAR(ground.imag(), -17.975 * 0.035 * std::pow(3.5, 1.63) / 3.5, 1e-3);
}

TEST(SurfaceReflection, MetalReflectsAllWithTheSignsOfAConductor) {
  const auto metal = wall_permittivity(WallMaterial::metal, gigahertz(3.5));
  for (const double sine : {0.2, 0.5, 0.9, 1.0}) {
    const auto reflection = fresnel_reflection(metal, sine);
    EXPECT_NEAR(std::abs(reflection.soft + 1.0), 0.0, 2e-3);
    EXPECT_NEAR(std::abs(reflection.hard - 1.0), 0.0, 2e-3);
  }
}

TEST(SurfaceReflection, KnownLimits) {
  const Complex glass(4.0, 0.0);
  // Across: (1 − √ε)/(1 + √ε); Brewster's angle tan θ = √ε, so the sine of grazing is 1/√(1 + ε); grazing: −1 for both.
  EXPECT_NEAR(std::abs(fresnel_reflection(glass, 1.0).soft + 1.0 / 3.0), 0.0, 1e-12);
  EXPECT_NEAR(std::abs(fresnel_reflection(glass, 1.0).hard - 1.0 / 3.0), 0.0, 1e-12);
  EXPECT_NEAR(std::abs(fresnel_reflection(glass, 1.0 / std::sqrt(5.0)).hard), 0.0, 1e-12);
  EXPECT_NEAR(std::abs(fresnel_reflection(glass, 0.0).soft + 1.0), 0.0, 1e-12);
  EXPECT_NEAR(std::abs(fresnel_reflection(glass, 0.0).hard + 1.0), 0.0, 1e-12);
}

}  // namespace
}  // namespace parktwin::radio::reference
