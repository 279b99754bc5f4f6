#include "engine/simulators/radio/reference/surface_reflection.h"

#include <cmath>
#include <numbers>

namespace parktwin::radio::reference {
namespace {

constexpr double vacuum_permittivity = 8.8541878128e-12;  // F/m

struct MaterialLaw {
  double a;
  double b;
  double c;
  double d;
};

// ITU-R P.2040-3 table 3.
constexpr MaterialLaw concrete{5.24, 0.0, 0.0462, 0.7822};
constexpr MaterialLaw brick{3.91, 0.0, 0.0238, 0.16};
constexpr MaterialLaw metal{1.0, 0.0, 1e7, 0.0};
constexpr MaterialLaw medium_dry_ground{15.0, -0.1, 0.035, 1.63};

Complex permittivity_of(const MaterialLaw& law, Hertz frequency) {
  const double f_ghz = frequency.value() * 1e-9;
  const double conductivity = law.c * std::pow(f_ghz, law.d);
  return {law.a * std::pow(f_ghz, law.b), -conductivity / (2.0 * std::numbers::pi * frequency.value() * vacuum_permittivity)};
}

}  // namespace

Complex wall_permittivity(WallMaterial material, Hertz frequency) {
  switch (material) {
    case WallMaterial::concrete:
    case WallMaterial::standard_glass:
      return permittivity_of(concrete, frequency);
    case WallMaterial::brick:
      return permittivity_of(brick, frequency);
    case WallMaterial::metal:
    case WallMaterial::coated_glass:
      break;
  }
  return permittivity_of(metal, frequency);
}

Complex ground_permittivity(Hertz frequency) { return permittivity_of(medium_dry_ground, frequency); }

Reflection fresnel_reflection(Complex permittivity, double sine_of_grazing) {
  const Complex root = std::sqrt(permittivity - (1.0 - sine_of_grazing * sine_of_grazing));
  return {(sine_of_grazing - root) / (sine_of_grazing + root),
          (permittivity * sine_of_grazing - root) / (permittivity * sine_of_grazing + root)};
}

}  // namespace parktwin::radio::reference
