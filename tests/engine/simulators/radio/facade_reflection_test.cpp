#include "engine/simulators/radio/facade_reflection.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace parktwin::radio {
namespace {

constexpr std::array materials = {WallMaterial::concrete, WallMaterial::brick, WallMaterial::metal, WallMaterial::standard_glass,
                                  WallMaterial::coated_glass};

// |(√ε − 1)/(√ε + 1)|² at normal incidence with the real permittivities of P.2040-3 table 3: concrete 5.24, brick 3.91, glass 6.31.
// Losses of the materials add less than 1 % at 3.5 GHz.
TEST(FacadeReflection, NormalIncidenceByHand) {
  const auto share = [](double permittivity) {
    const double root = std::sqrt(permittivity);
    return (root - 1.0) * (root - 1.0) / ((root + 1.0) * (root + 1.0));
  };
  const double concrete = share(5.24);
  const double brick = share(3.91);
  const double glass = share(6.31);
  EXPECT_NEAR(concrete, 0.1536, 1e-4);
  EXPECT_NEAR(brick, 0.1078, 1e-4);
  EXPECT_NEAR(glass, 0.1853, 1e-4);
  const auto found = [](WallMaterial material) { return facade_reflection(material, gigahertz(3.5), 1.0); };
  EXPECT_NEAR(found(WallMaterial::concrete), 0.9 * concrete + 0.1 * glass, 2e-3);
  EXPECT_NEAR(found(WallMaterial::brick), 0.8 * brick + 0.2 * glass, 2e-3);
  EXPECT_NEAR(found(WallMaterial::standard_glass), 0.7 * concrete + 0.3 * glass, 2e-3);
  EXPECT_NEAR(found(WallMaterial::coated_glass), 0.7 + 0.3 * concrete, 2e-3);
  EXPECT_NEAR(found(WallMaterial::metal), 0.97 + 0.03 * glass, 2e-3);
}

// At 45° TE: |(cos θ − √(ε − sin² θ))/(cos θ + √(ε − sin² θ))|², P.2040-3 eq. 37a.
TEST(FacadeReflection, ObliqueIncidenceByHand) {
  const double cosine = std::sqrt(0.5);
  const auto share = [&](double permittivity) {
    const double root = std::sqrt(permittivity - 0.5);
    return (cosine - root) * (cosine - root) / ((cosine + root) * (cosine + root));
  };
  EXPECT_NEAR(facade_reflection(WallMaterial::concrete, gigahertz(3.5), cosine), 0.9 * share(5.24) + 0.1 * share(6.31), 3e-3);
}

TEST(FacadeReflection, GrowsTowardsGrazingAndStaysAShare) {
  for (const WallMaterial material : materials) {
    for (const double ghz : {0.7, 3.5, 28.0}) {
      double before = 0.0;
      for (double cosine = 1.0; cosine > 0.0; cosine -= 0.01) {
        const double share = facade_reflection(material, gigahertz(ghz), cosine);
        EXPECT_LE(share, 1.0 + 1e-12);
        EXPECT_GE(share, before - 1e-12);
        before = share;
      }
      EXPECT_GT(before, 0.9);
    }
  }
}

TEST(FacadeReflection, MetalReflectsMoreThanStone) {
  const auto found = [](WallMaterial material) { return facade_reflection(material, gigahertz(3.5), 0.8); };
  EXPECT_GT(found(WallMaterial::metal), found(WallMaterial::coated_glass));
  EXPECT_GT(found(WallMaterial::coated_glass), 3.0 * found(WallMaterial::concrete));
  EXPECT_GT(found(WallMaterial::concrete), found(WallMaterial::brick));
}

}  // namespace
}  // namespace parktwin::radio
