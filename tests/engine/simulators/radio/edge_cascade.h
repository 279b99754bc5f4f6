#pragma once
// What the engine's strings and sweeps are held against: diffraction loss over a whole terrain and building profile, ITU-R P.526-15, in
// excess of free space. Exact and slow: it sees every point.
//   stretched_string     section 4.4.1: the points a string stretched over the profile would touch
//   cascade_loss_db      section 4.4.1 with cylinders of radius zero: a knife edge at every point of the string
//   bullington_loss_db   section 4.5.1: one equivalent edge where the two horizons meet
// Distances along the ground, small angles (see knife_edge.h). The Earth is flat here: where it matters, add the bulge d(D − d)/(2 aₑ) to
// the elevations (at most 15 mm on 1 km). Ignored: what lies below the string between its edges, and the merging of neighbouring samples
// of one rounded top into one obstacle, so the cascade overestimates a smooth hill sampled finely; Bullington does not.
#include <cstddef>
#include <span>
#include <vector>

namespace parktwin::radio {

struct ProfilePoint {
  double distance_m = 0.0;  ///< from the transmitter, along the ground
  double elevation_m = 0.0;
};

/// Precondition of all functions: points strictly between the terminals in ascending distance, wavelength and distance positive.
struct ProfilePath {
  std::span<const ProfilePoint> points;  ///< between the terminals, may be empty
  double transmitter_elevation_m = 0.0;
  double receiver_elevation_m = 0.0;
  double distance_m = 0.0;
  double wavelength_m = 0.0;
};

/// Indices of the corners of the upper convex hull between the terminals, ascending; empty when nothing rises above the line of sight.
/// A corner rises more than a micrometre above the line between its neighbours, so points of one straight roof are left out.
[[nodiscard]] std::vector<std::size_t> stretched_string(const ProfilePath& path);

/// Σ J(νᵢ) − 20 lg C_N over the string, each νᵢ from an edge and its two neighbours. The spreading term is 10 lg((a+b)(b+c)/(b(a+b+c)))
/// for two edges (section 4.3) and never negative for any number. Without a string: the edge of the greatest ν alone (grazing).
/// Jumps by about 6 dB where a point joins or leaves the string, hence not monotone in the height of one of several obstacles.
[[nodiscard]] double cascade_loss_db(const ProfilePath& path);

/// Grows with every obstacle's height.
[[nodiscard]] double bullington_loss_db(const ProfilePath& path);

}  // namespace parktwin::radio
