#pragma once
// Diffraction at a straight wedge: the uniform coefficient of Kouyoumjian & Pathak 1974 (Proc. IEEE 62(11), doi:10.1109/PROC.1974.9651),
// for time convention e^(jωt); faces that do not reflect perfectly enter by their reflection coefficients (Luebbers 1984, IEEE
// Trans. AP 32(1), doi:10.1109/TAP.1984.1143189). Luebbers takes the angle of incidence at one face and of departure at the other; here
// each face takes the smaller of both, the same wherever source and observer are at different faces or on a reflection boundary, and
// makes the coefficient reciprocal. Angles run from the "zero" face through the open side to the "last" face at n·π.
// Valid beyond about a wavelength from the edge. Ignores slope diffraction: a face in which the ray itself runs must be absorbing.
#include "engine/simulators/radio/reference/surface_reflection.h"

namespace parktwin::radio::reference {

/// F(x) = 2j√x e^(jx) ∫_√x^∞ e^(−jτ²) dτ, x ≥ 0; relative error below 1e-9.
[[nodiscard]] Complex transition_function(double x);

struct WedgeRay {
  double exterior_angle_rad = 0.0;  ///< n·π, in (π, 2π]
  double incidence_rad = 0.0;       ///< φ', towards the source
  double departure_rad = 0.0;       ///< φ, towards the observer
  double sine_of_skew = 1.0;        ///< sin β₀: 1 for rays across the edge
  double distance_m = 0.0;          ///< L = s·s'·sin²β₀/(s + s')
  double wave_number_per_m = 0.0;
};

/// In √m: times √(s'/(s(s + s'))) it gives the diffracted over the incident field.
struct DiffractionCoefficient {
  Complex soft;  ///< electric field along the edge
  Complex hard;  ///< electric field across it
};

/// Of faces that reflect as given. {-1, 1} for a perfect conductor, {0, 0} for an absorber.
[[nodiscard]] DiffractionCoefficient diffraction_coefficient(const WedgeRay& ray, const Reflection& zero_face, const Reflection& last_face);

/// Fresnel's reflection at each face for the smaller of both angles to it.
[[nodiscard]] Reflection zero_face_reflection(const WedgeRay& ray, Complex permittivity);
[[nodiscard]] Reflection last_face_reflection(const WedgeRay& ray, Complex permittivity);

}  // namespace parktwin::radio::reference
