#pragma once
// How much of a wave passes a string of absorbing edges, exactly within Fresnel's approximation: the repeated Kirchhoff integral over the
// half-planes above all edges (Vogler 1982, Radio Science 17(6), doi:10.1029/RS017i006p01541), relative to the wave along
// the unfolded string. Rotating every path of integration by −π/4 turns it into Gaussians coupled only between neighbours, which are
// summed edge by edge with Gauss-Legendre points; no series, no cancellation, any number of edges.
// Deflections enter as 2 sin(α/2), so that a single edge gives the uniform half-plane term at any angle.
// Edges must bend the ray around themselves (α ≥ 0); edges that a ray clears are not part of a string.
#include <span>

#include "engine/simulators/radio/reference/surface_reflection.h"

namespace parktwin::radio::reference {

struct StringEdge {
  double leg_before_m = 0.0;  ///< along the ray from the edge before, or from the source
  double bend = 0.0;          ///< 2 sin β₀ sin(α/2) for deflection α, not negative
  double side = 1.0;          ///< −1 where the ray passes on the other side of this edge than of the edge before, else 1
};

/// Field behind all edges over the field of a free ray of the same length. Precondition: at least one edge, all legs positive.
/// Relative error below 1e-6 for legs from half a wavelength.
[[nodiscard]] Complex edge_string_factor(std::span<const StringEdge> edges, double last_leg_m, double wave_number_per_m);

/// The same for one edge, in closed form: ½ e^(jx) erfc(e^(jπ/4)√x), x = kL·bend²/2, L = product over sum of the legs.
[[nodiscard]] Complex single_edge_factor(double bend, double distance_m, double wave_number_per_m);

}  // namespace parktwin::radio::reference
