#pragma once
// What a wall or the ground does to a plane wave, ITU-R P.2040-3 (08/2023): permittivity of building materials (table 3, rows up to
// 100 GHz; edition 4 adds rows above), Fresnel reflection at a half space of the material (eq. 37), and reflection and transmission of a
// slab with air on both sides, all inner reflections summed with their phase (eq. 43, 44). Smooth faces, one layer, no magnetic materials,
// infinite extent. Time runs as e^(jωt): losses make the imaginary part of the permittivity negative. Outside a material's
// `valid_frequencies_ghz` the power laws are extrapolated.
#include <array>
#include <complex>

#include "engine/core/describe.h"
#include "engine/core/units.h"
#include "engine/simulators/radio/valid_range.h"

namespace parktwin::radio {

enum class Material {
  concrete,
  brick,
  plasterboard,
  wood,
  glass,
  ceiling_board,
  chipboard,
  plywood,
  marble,
  floorboard,
  metal,
  very_dry_ground,
  medium_dry_ground,
  wet_ground
};

constexpr auto names_of(Material) {
  return std::to_array<EnumName<Material>>({{Material::concrete, "concrete"},
                                            {Material::brick, "brick"},
                                            {Material::plasterboard, "plasterboard"},
                                            {Material::wood, "wood"},
                                            {Material::glass, "glass"},
                                            {Material::ceiling_board, "ceiling_board"},
                                            {Material::chipboard, "chipboard"},
                                            {Material::plywood, "plywood"},
                                            {Material::marble, "marble"},
                                            {Material::floorboard, "floorboard"},
                                            {Material::metal, "metal"},
                                            {Material::very_dry_ground, "very_dry_ground"},
                                            {Material::medium_dry_ground, "medium_dry_ground"},
                                            {Material::wet_ground, "wet_ground"}});
}

/// In GHz.
[[nodiscard]] ValidRange valid_frequencies_ghz(Material material);

/// η = ε′ − jσ/(2πfε₀), relative to vacuum. Precondition: frequency positive.
[[nodiscard]] std::complex<double> complex_permittivity(Material material, Hertz frequency);

/// Electric field across (TE) or in (TM) the plane of incidence. On a vertical wall a vertically polarised wave is mostly TE.
enum class Polarization { te, tm };

/// Field reflected by a half space of relative permittivity `eta`. `cos_incidence`: between ray and normal, in (0, 1].
[[nodiscard]] std::complex<double> reflection(std::complex<double> eta, double cos_incidence, Polarization polarization);

struct SlabFields {
  std::complex<double> reflected;    ///< at the near face
  std::complex<double> transmitted;  ///< at the far face
};

/// Fields per incident field. Precondition: thickness not negative, wavelength (in air) positive.
[[nodiscard]] SlabFields slab(std::complex<double> eta, double thickness_m, double wavelength_m, double cos_incidence,
                              Polarization polarization);

}  // namespace parktwin::radio
