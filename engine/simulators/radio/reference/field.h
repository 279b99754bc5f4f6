#pragma once
// The field a ray brings: transmitter and receiver are vertically polarised isotropic points, the electric field is carried as a vector
// through every reflection (its parts across and in the plane of incidence) and diffraction (its parts along and across the edge).
// Gain of a way of length r: λ/(4πr) e^(−jkr), times Fresnel's coefficients, times for each edge the wedge coefficient by the lengths
// before and after it. Several edges in a row: that product times the exact factor of the string of absorbing edges over the product of
// the single edges' factors, because uniform coefficients fail where an edge lies in the next one's transition zone (two thin edges side
// by side would count twice). Edges across each other keep the product. A roof along which the ray runs from one edge to the next absorbs.
// Depolarisation by the antennas and fields of the second order (slope diffraction) are ignored.
#include "engine/simulators/radio/reference/route.h"

namespace parktwin::radio::reference {

struct Ray {
  Vector3 departure;  ///< unit, away from the transmitter
  Vector3 arrival;    ///< unit, towards the source as the receiver sees it
  double length_m = 0.0;
  Complex gain;                   ///< of amplitude, between isotropic vertically polarised ends
  bool bends_only_around = true;  ///< every edge turns the ray into its shadow
};

/// Precondition: points placed, all legs longer than zero.
[[nodiscard]] Ray trace_field(const ParkMesh& mesh, const Ends& ends, const std::vector<Interaction>& way, Hertz frequency);

[[nodiscard]] double wavelength_m(Hertz frequency);

}  // namespace parktwin::radio::reference
