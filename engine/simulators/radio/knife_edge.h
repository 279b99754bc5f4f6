#pragma once
// Loss over one sharp edge across the path, ITU-R P.526-15 section 4.1: the Fresnel parameter ν of the geometry (eq. 26) and the
// approximation J(ν) of the loss (eq. 31), which stays within 0.13 dB of the exact loss (eq. 30) for −0.78 < ν ≤ 10.
// Distances run along the ground and heights are vertical, as the recommendation takes them for rays within about 5° of the horizontal;
// for a line between the ends inclined by φ the ν of the true geometry is smaller by cos^1.5 φ (for large ν 0.5 dB at 15°, 1.9 dB at 30°).
// An infinitely wide screen is assumed; ripples of the lit zone (ν ≤ −0.78, within 1.4 dB) are taken as 0.
#include <algorithm>
#include <cmath>

namespace parktwin::radio {

/// ν, negative below the line between the ends. `height_m` above that line; distances from the edge to either end, positive.
[[nodiscard]] double fresnel_parameter(double height_m, double near_m, double far_m, double wavelength_m);

/// J(ν), never negative.
[[nodiscard]] double knife_edge_loss_db(double fresnel_parameter);

/// The same as a share of power, at most 1, without a logarithm: −6.9 dB over the square of √((ν−0.1)²+1) + ν − 0.1.
[[nodiscard]] inline float knife_edge_power(float fresnel_parameter) {
  const float x = fresnel_parameter - 0.1F;
  const float root = std::sqrt(x * x + 1.0F) + x;
  return std::min(1.0F, 0.20417379F / (root * root));
}

}  // namespace parktwin::radio
