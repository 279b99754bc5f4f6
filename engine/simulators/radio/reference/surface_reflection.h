#pragma once
// How walls and ground reflect: complex permittivity by material and Fresnel's coefficients of a half-space.
// Permittivity: ITU-R P.2040-3 (08/2023) table 3: a·f^b, conductivity c·f^d, f in GHz, valid 1–100 GHz (brick to
// 40 GHz, ground to 10 GHz). Coefficients: Fresnel's, for time convention e^(jωt). Walls count as made of what covers most of their
// surface (the shares of entry_loss.h): concrete behind standard glass; coated glass like metal, for its coating. Ground is medium dry.
// Thickness, windows, roughness and scattering are ignored.
#include <complex>

#include "engine/core/units.h"
#include "engine/park/building.h"

namespace parktwin::radio::reference {

using Complex = std::complex<double>;

/// Relative, ε' − jε''. Precondition: frequency positive.
[[nodiscard]] Complex wall_permittivity(WallMaterial material, Hertz frequency);
[[nodiscard]] Complex ground_permittivity(Hertz frequency);

struct Reflection {
  Complex soft;  ///< electric field across the plane of incidence (TE)
  Complex hard;  ///< electric field in it (TM); +1 for a perfect conductor
};

/// Precondition: 0 ≤ sine of the grazing angle ≤ 1.
[[nodiscard]] Reflection fresnel_reflection(Complex permittivity, double sine_of_grazing);

}  // namespace parktwin::radio::reference
