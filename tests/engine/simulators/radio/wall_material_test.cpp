#include "engine/simulators/radio/wall_material.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

using Complex = std::complex<double>;

constexpr double speed_of_light_m_s = 299792458.0;

double wavelength_m(double f_ghz) { return speed_of_light_m_s / (f_ghz * 1e9); }
double loss_db(Complex field) { return -20.0 * std::log10(std::abs(field)); }
Polarization either(std::uint32_t number) { return number % 2 == 0 ? Polarization::te : Polarization::tm; }

double conductivity_s_m(Material material, double f_ghz) {
  return -complex_permittivity(material, gigahertz(f_ghz)).imag() * 2.0 * std::numbers::pi * f_ghz * 1e9 * 8.8541878128e-12;
}

// The characteristic matrix of the layer (Born & Wolf section 1.6.2), with admittances for the field along the faces.
SlabFields slab_by_matrix(Complex eta, double thickness_m, double wave_m, double cos_incidence, Polarization polarization) {
  const Complex inner = std::sqrt(eta - (1.0 - cos_incidence * cos_incidence));
  const bool te = polarization == Polarization::te;
  const Complex y = te ? inner : eta / inner;
  const double y0 = te ? cos_incidence : 1.0 / cos_incidence;
  const Complex q = 2.0 * std::numbers::pi * thickness_m / wave_m * inner;
  const Complex a = std::cos(q);
  const Complex b = Complex(0.0, 1.0) * std::sin(q) / y;
  const Complex c = Complex(0.0, 1.0) * std::sin(q) * y;
  const Complex sum = (a + b * y0) * y0 + (c + a * y0);
  const Complex reflected = ((a + b * y0) * y0 - (c + a * y0)) / sum;
  return {te ? reflected : -reflected, 2.0 * y0 / sum};  // eq. 37 counts the magnetic field for TM
}

// Published: wood at 9 GHz, ε′ 1.99 and σ 0.049528 S/m (The MathWorks, buildingMaterialPermittivity); the rest from table 3 by hand.
TEST(WallMaterial, PermittivityOfTheTable) {
  EXPECT_NEAR(complex_permittivity(Material::wood, gigahertz(9.0)).real(), 1.99, 1e-12);
  EXPECT_NEAR(conductivity_s_m(Material::wood, 9.0), 0.049528, 1e-6);
  // Concrete, 3.5 GHz: σ = 0.0462·3.5^0.7822 = 0.123087; σ/(2π·3.5e9·8.85419e-12) = 0.632143.
  EXPECT_NEAR(conductivity_s_m(Material::concrete, 3.5), 0.123087, 1e-6);
  EXPECT_NEAR(std::abs(complex_permittivity(Material::concrete, gigahertz(3.5)) - Complex(5.24, -0.632143)), 0.0, 1e-6);
  // Wet ground, 2 GHz: ε′ = 30·2^−0.4 = 22.7357, σ = 0.15·2^1.3 = 0.369343.
  EXPECT_NEAR(complex_permittivity(Material::wet_ground, gigahertz(2.0)).real(), 22.7357, 1e-4);
  EXPECT_NEAR(conductivity_s_m(Material::wet_ground, 2.0), 0.369343, 1e-6);
}

TEST(WallMaterial, EveryMaterialHasARangeAndLosesPower) {
  for (const auto& entry : names_of(Material{})) {
    const ValidRange range = valid_frequencies_ghz(entry.value);
    EXPECT_GT(range.least, 0.0) << entry.name;
    EXPECT_GT(range.most, range.least) << entry.name;
    const Complex eta = complex_permittivity(entry.value, gigahertz(range.most));
    EXPECT_GE(eta.real(), 1.0) << entry.name;
    EXPECT_LT(eta.imag(), 0.0) << entry.name;
  }
  EXPECT_EQ(valid_frequencies_ghz(Material::brick).most, 40.0);
  EXPECT_EQ(valid_frequencies_ghz(Material::floorboard).least, 50.0);
}

TEST(WallMaterial, ReflectionByHand) {
  // ε = 4, no losses, straight on: (1 − 2)/(1 + 2).
  EXPECT_NEAR(std::abs(reflection(4.0, 1.0, Polarization::te) + 1.0 / 3.0), 0.0, 1e-12);
  EXPECT_NEAR(std::abs(reflection(4.0, 1.0, Polarization::tm) - 1.0 / 3.0), 0.0, 1e-12);
  // 60°: √(4 − 3/4) = 1.802776; TE (0.5 − 1.802776)/2.302776 = −0.565741, TM (2 − 1.802776)/3.802776 = 0.051863.
  EXPECT_NEAR(reflection(4.0, 0.5, Polarization::te).real(), -0.565741, 1e-6);
  EXPECT_NEAR(reflection(4.0, 0.5, Polarization::tm).real(), 0.051863, 1e-6);
  // Brewster's angle, tan θ = √ε: no TM.
  EXPECT_NEAR(std::abs(reflection(4.0, 1.0 / std::sqrt(5.0), Polarization::tm)), 0.0, 1e-12);
}

// Loss through and off walls, from the characteristic matrix, computed apart from this code; concrete of 20 cm at 3.5 GHz also equals the
// 5 + 4f = 19 dB of TR 38.901 table 7.4.3-1.
TEST(WallMaterial, SlabsOfBuildings) {
  struct Case {
    Material material;
    double f_ghz, thickness_m, incidence_deg;
    Polarization polarization;
    double reflected_db, transmitted_db;
  };
  constexpr Case cases[] = {{Material::concrete, 3.5, 0.2, 0.0, Polarization::te, 8.0407, 19.0206},
                            {Material::concrete, 26.0, 0.2, 0.0, Polarization::te, 8.1112, 85.8397},
                            {Material::brick, 3.5, 0.12, 0.0, Polarization::tm, 6.5775, 4.3262},
                            {Material::glass, 3.5, 0.006, 0.0, Polarization::te, 3.3367, 2.8433},
                            {Material::glass, 28.0, 0.006, 60.0, Polarization::te, 1.5119, 7.7756},
                            {Material::glass, 28.0, 0.006, 60.0, Polarization::tm, 12.9276, 1.5576},
                            {Material::plasterboard, 5.0, 0.0125, 45.0, Polarization::te, 4.7304, 2.3713},
                            {Material::plasterboard, 5.0, 0.0125, 45.0, Polarization::tm, 13.0719, 0.7465}};
  for (const auto& known : cases) {
    const auto fields = slab(complex_permittivity(known.material, gigahertz(known.f_ghz)), known.thickness_m, wavelength_m(known.f_ghz),
                             std::cos(known.incidence_deg * std::numbers::pi / 180.0), known.polarization);
    EXPECT_NEAR(loss_db(fields.reflected), known.reflected_db, 1e-3);
    EXPECT_NEAR(loss_db(fields.transmitted), known.transmitted_db, 1e-3);
  }
}

TEST(WallMaterial, SlabEqualsTheCharacteristicMatrix) {
  const RandomSequence random(21, 0, 0);
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const Complex eta(random.uniform(5 * i, 1.1, 12.0), -random.uniform(5 * i + 1, 0.0, 2.0));
    const double thickness_m = random.uniform(5 * i + 2, 0.0, 0.3);
    const double wave_m = random.uniform(5 * i + 3, 0.02, 0.4);
    const double cos_incidence = random.uniform(5 * i + 4, 0.02, 1.0);
    const auto ours = slab(eta, thickness_m, wave_m, cos_incidence, either(i));
    const auto matrix = slab_by_matrix(eta, thickness_m, wave_m, cos_incidence, either(i));
    EXPECT_NEAR(std::abs(ours.reflected - matrix.reflected), 0.0, 1e-9) << i;
    EXPECT_NEAR(std::abs(ours.transmitted - matrix.transmitted), 0.0, 1e-9) << i;
  }
}

TEST(WallMaterial, PowerIsKeptWithoutLossesAndLostWithThem) {
  const RandomSequence random(22, 0, 0);
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const double epsilon = random.uniform(4 * i, 1.0, 12.0);
    const double thickness_m = random.uniform(4 * i + 1, 0.001, 0.4);
    const double cos_incidence = random.uniform(4 * i + 2, 0.01, 1.0);
    const auto clear = slab(epsilon, thickness_m, 0.1, cos_incidence, either(i));
    EXPECT_NEAR(std::norm(clear.reflected) + std::norm(clear.transmitted), 1.0, 1e-9) << i;
    const auto lossy = slab(Complex(epsilon, -random.uniform(4 * i + 3, 0.01, 5.0)), thickness_m, 0.1, cos_incidence, either(i));
    EXPECT_LT(std::norm(lossy.reflected) + std::norm(lossy.transmitted), 1.0) << i;
  }
}

TEST(WallMaterial, NeverMoreThanArrived) {
  for (const auto& entry : names_of(Material{})) {
    for (double f_ghz = 0.1; f_ghz < 100.0; f_ghz *= 1.7) {
      const Complex eta = complex_permittivity(entry.value, gigahertz(f_ghz));
      for (double cos_incidence = 0.001; cos_incidence <= 1.0; cos_incidence += 0.037) {
        for (const auto polarization : {Polarization::te, Polarization::tm}) {
          const auto fields = slab(eta, 0.15, wavelength_m(f_ghz), cos_incidence, polarization);
          EXPECT_LE(std::abs(reflection(eta, cos_incidence, polarization)), 1.0) << entry.name;
          EXPECT_LE(std::abs(fields.reflected), 1.0 + 1e-12) << entry.name;
          EXPECT_LE(std::abs(fields.transmitted), 1.0 + 1e-12) << entry.name;
        }
      }
    }
  }
}

TEST(WallMaterial, HalfWavesPassAndThickWallsAreHalfSpaces) {
  const double cos_incidence = 0.7;
  const double inner = std::sqrt(6.0 - (1.0 - cos_incidence * cos_incidence));
  for (const auto polarization : {Polarization::te, Polarization::tm}) {
    for (int halves = 1; halves < 5; ++halves) {
      const auto fields = slab(6.0, halves * 0.1 / (2.0 * inner), 0.1, cos_incidence, polarization);
      EXPECT_NEAR(std::abs(fields.transmitted), 1.0, 1e-12);
      EXPECT_NEAR(std::abs(fields.reflected), 0.0, 1e-12);
    }
    const auto none = slab(6.0, 0.0, 0.1, cos_incidence, polarization);
    EXPECT_NEAR(std::abs(none.transmitted - 1.0), 0.0, 1e-12);
    const Complex lossy(6.0, -1.0);
    const auto thick = slab(lossy, 10.0, 0.1, cos_incidence, polarization);
    EXPECT_NEAR(std::abs(thick.reflected - reflection(lossy, cos_incidence, polarization)), 0.0, 1e-12);
    EXPECT_LT(std::abs(slab(complex_permittivity(Material::metal, gigahertz(3.5)), 0.001, 0.0857, 1.0, polarization).transmitted), 1e-12);
  }
}

}  // namespace
}  // namespace parktwin::radio
