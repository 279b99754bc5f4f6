#include "engine/simulators/radio/wall_material.h"

#include <cmath>
#include <numbers>

#include "engine/core/check.h"

namespace parktwin::radio {
namespace {

constexpr double vacuum_permittivity_f_m = 8.8541878128e-12;  // CODATA 2018

struct MaterialRow {
  double a = 1.0;  // ε′ = a·f^b, f in GHz
  double b = 0.0;
  double c = 0.0;  // σ = c·f^d in S/m
  double d = 0.0;
  ValidRange frequency_ghz;
};

MaterialRow row_of(Material material) {
  switch (material) {
    case Material::concrete:
      return {5.24, 0.0, 0.0462, 0.7822, {1.0, 100.0}};
    case Material::brick:
      return {3.91, 0.0, 0.0238, 0.16, {1.0, 40.0}};
    case Material::plasterboard:
      return {2.73, 0.0, 0.0085, 0.9395, {1.0, 100.0}};
    case Material::wood:
      return {1.99, 0.0, 0.0047, 1.0718, {0.001, 100.0}};
    case Material::glass:
      return {6.31, 0.0, 0.0036, 1.3394, {0.1, 100.0}};
    case Material::ceiling_board:
      return {1.48, 0.0, 0.0011, 1.0750, {1.0, 100.0}};
    case Material::chipboard:
      return {2.58, 0.0, 0.0217, 0.7800, {1.0, 100.0}};
    case Material::plywood:
      return {2.71, 0.0, 0.33, 0.0, {1.0, 40.0}};
    case Material::marble:
      return {7.074, 0.0, 0.0055, 0.9262, {1.0, 60.0}};
    case Material::floorboard:
      return {3.66, 0.0, 0.0044, 1.3515, {50.0, 100.0}};
    case Material::metal:
      return {1.0, 0.0, 1e7, 0.0, {1.0, 100.0}};
    case Material::very_dry_ground:
      return {3.0, 0.0, 0.00015, 2.52, {1.0, 10.0}};
    case Material::medium_dry_ground:
      return {15.0, -0.1, 0.035, 1.63, {1.0, 10.0}};
    case Material::wet_ground:
      return {30.0, -0.4, 0.15, 1.30, {1.0, 10.0}};
  }
  broken_promise(__FILE__, __LINE__, "unknown material");
}

// √(η − sin²θ): the wave number across the slab, relative to air.
std::complex<double> inner_wave_number(std::complex<double> eta, double cos_incidence) {
  return std::sqrt(eta - (1.0 - cos_incidence * cos_incidence));
}

}  // namespace

ValidRange valid_frequencies_ghz(Material material) { return row_of(material).frequency_ghz; }

std::complex<double> complex_permittivity(Material material, Hertz frequency) {
  const double f_ghz = frequency.value() * 1e-9;
  const MaterialRow row = row_of(material);
  const double conductivity_s_m = row.c * std::pow(f_ghz, row.d);
  return {row.a * std::pow(f_ghz, row.b), -conductivity_s_m / (2.0 * std::numbers::pi * frequency.value() * vacuum_permittivity_f_m)};
}

std::complex<double> reflection(std::complex<double> eta, double cos_incidence, Polarization polarization) {
  const std::complex<double> inner = inner_wave_number(eta, cos_incidence);
  const std::complex<double> outer = polarization == Polarization::te ? std::complex<double>(cos_incidence) : eta * cos_incidence;
  return (outer - inner) / (outer + inner);  // eq. 37
}

SlabFields slab(std::complex<double> eta, double thickness_m, double wavelength_m, double cos_incidence, Polarization polarization) {
  const std::complex<double> face = reflection(eta, cos_incidence, polarization);
  // q of eq. 44 and e^(−jq), one passage through the slab.
  const std::complex<double> q = 2.0 * std::numbers::pi * thickness_m / wavelength_m * inner_wave_number(eta, cos_incidence);
  const std::complex<double> passage = std::exp(std::complex<double>(0.0, -1.0) * q);
  const std::complex<double> echoes = 1.0 - face * face * passage * passage;
  return {face * (1.0 - passage * passage) / echoes, (1.0 - face * face) * passage / echoes};  // eq. 43
}

}  // namespace parktwin::radio
