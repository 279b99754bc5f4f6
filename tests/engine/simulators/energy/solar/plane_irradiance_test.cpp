#include "engine/simulators/energy/solar/plane_irradiance.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"

namespace parktwin::energy::solar {
namespace {

struct Case {
  Plane plane;
  double zenith, azimuth;
  Irradiance light;
  double isotropic, circumsolar, horizon, beam, ground, air_mass;
};

// pvlib 0.16.1: perez with allsitescomposite1990 and return_components, extraterrestrial 1366.1 W/m², air mass kastenyoung1989, albedo 0.2.
constexpr Case cases[] = {
    {{10, 187.7},
     30,
     150,
     {800, 700, 194},
     55.14733827269718,
     147.30844912274873,
     6.146311862335819,
     645.0960559861585,
     1.2153797590233584,
     1.1539922333636758},
    {{30, 180},
     60,
     240,
     {300, 250, 175},
     113.17558799377636,
     69.75674894718513,
     4.856896150899147,
     162.37976320958228,
     4.019237886466839,
     1.9942928525292494},
    {{10, 187.7},
     70,
     110,
     {120, 0, 120},
     111.20454418606498,
     8.630995783300161,
     -1.427740300161801,
     0.0,
     0.18230696385350376,
     2.9031466488030997},
    {{90, 90},
     80,
     100,
     {150, 400, 80},
     30.427184303023655,
     106.93069295080014,
     6.10123120202733,
     387.93852415716183,
     15.0,
     5.5860358798512},
    {{20, 200},
     45,
     170,
     {650, 100, 579},
     325.5133830928424,
     300.7738062582091,
     -0.44792966548529717,
     87.39067326140393,
     3.919979648915952,
     1.4125952520262743},
    {{10, 180},
     88,
     100,
     {10, 50, 8},
     5.776606487362959,
     1.6128257759430882,
     0.24305050754621535,
     3.225230786145484,
     0.01519224698779198,
     19.433245107572006},
};

TEST(PlaneIrradiance, GivesThePerezModelAsPvlibDoes) {
  for (const auto& c : cases) {
    const PlaneIrradiance on = on_plane(c.plane, {c.zenith, c.azimuth, 1.0}, c.light);
    EXPECT_NEAR(on.isotropic_w_per_m2, c.isotropic, 1e-9);
    EXPECT_NEAR(on.circumsolar_w_per_m2, c.circumsolar, 1e-9);
    EXPECT_NEAR(on.horizon_w_per_m2, c.horizon, 1e-9);
    EXPECT_NEAR(on.beam_w_per_m2, c.beam, 1e-9);
    EXPECT_NEAR(on.ground_w_per_m2, c.ground, 1e-9);
    EXPECT_NEAR(relative_air_mass(c.zenith), c.air_mass, 1e-9);
  }
}

TEST(PlaneIrradiance, ALevelPlaneGetsWhatComesDown) {
  const RandomSequence random(3, 1, 1);
  for (std::uint32_t k = 0; k < 200; ++k) {
    const double zenith = random.uniform(4 * k, 1.0, 84.0);  // beyond 85° the model caps the circumsolar part
    const Irradiance light = {0.0, random.uniform(4 * k + 1, 0.0, 900.0), random.uniform(4 * k + 2, 1.0, 500.0)};
    const PlaneIrradiance on = on_plane({0.0, random.uniform(4 * k + 3, 0.0, 360.0)}, {zenith, 180.0, 1.0}, light);
    EXPECT_NEAR(on.total(), light.direct_normal_w_per_m2 * std::cos(zenith * 0.017453292519943295) + light.diffuse_horizontal_w_per_m2,
                1e-9);
  }
}

TEST(PlaneIrradiance, IsNeverNegative) {
  const RandomSequence random(4, 1, 1);
  for (std::uint32_t k = 0; k < 2000; ++k) {
    const Irradiance light = {0.0, random.uniform(6 * k, 0.0, 1000.0), random.uniform(6 * k + 1, 0.0, 600.0)};
    const SunPosition sun = {random.uniform(6 * k + 2, 0.0, 100.0), random.uniform(6 * k + 3, 0.0, 360.0), 1.0};
    EXPECT_GE(on_plane({random.uniform(6 * k + 4, 0.0, 90.0), random.uniform(6 * k + 5, 0.0, 360.0)}, sun, light).total(), -1e-12);
  }
}

TEST(PlaneIrradiance, NightGivesNoBeamAndTwilightOnlySky) {
  const PlaneIrradiance night = on_plane({90.0, 180.0}, {95.0, 180.0, 1.0}, {5.0, 20.0, 5.0});
  EXPECT_EQ(night.beam_w_per_m2, 0.0);
  EXPECT_EQ(night.circumsolar_w_per_m2, 0.0);
  EXPECT_NEAR(night.isotropic_w_per_m2, 2.5, 1e-12);
  EXPECT_EQ(on_plane({10.0, 180.0}, {120.0, 180.0, 1.0}, {}).total(), 0.0);
}

TEST(PlaneIrradiance, SunlightFallsWithTheSquareOfDistance) {
  EXPECT_NEAR(extraterrestrial_w_per_m2({0.0, 0.0, 1.0}), 1366.1, 1e-12);
  EXPECT_NEAR(extraterrestrial_w_per_m2({0.0, 0.0, 0.983}), 1366.1 / 0.966289, 1e-9);
}

}  // namespace
}  // namespace parktwin::energy::solar
