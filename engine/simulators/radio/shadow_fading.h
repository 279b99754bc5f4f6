#pragma once
// Shadow fading of 3GPP TR 38.901 v16.1.0: standard deviations of table 7.4.1-1 (outdoors) and table 7.5-6 (outdoor to indoor), correlation
// distances of table 7.5-6, autocorrelation exp(−Δd/d_cor) (eq. 7.4-5, horizontal). All cells of a site share its field. Environments of
// ITU-R P.1411-13 have the σ of their rows outdoors; what it does not give is taken as of UMa (above the roofs) or UMi (below).
// The field is a sum of 64 plane waves whose wave numbers follow the exponential correlation's spectrum in the plane,
// S(k) ∝ (1 + (k·d_cor)²)^(−3/2), so it depends on the place alone, not on raster or order. Wave numbers above 50/d_cor (2 % of the
// variance) are left out: the field is smooth over a fiftieth of the correlation distance.
#include <array>
#include <cstdint>
#include <span>

#include "engine/simulators/radio/path_loss.h"

namespace parktwin::radio {

/// σSF outdoors, or into buildings without the wall's own deviation. In sight of a rural macro cell: up to its breakpoint.
[[nodiscard]] Decibel shadowing_deviation(Environment environment, bool line_of_sight, bool indoor);
/// With the wall's: √(σSF² + σP²), for an indoor device.
[[nodiscard]] Decibel combined_deviation(Decibel shadowing, Decibel wall);
[[nodiscard]] Metres correlation_distance(Environment environment, bool line_of_sight, bool indoor);

/// A Gaussian field of mean 0 and variance 1 over the plane, coordinates in correlation distances from the site.
class ShadowField {
 public:
  /// `entity` separates sites.
  ShadowField(std::uint64_t seed, std::uint32_t entity);
  /// values[i] = field at (x[i], y[i]); absolute error of the single-precision phases below 2e-3. Precondition: equal lengths.
  void evaluate(std::span<const float> x, std::span<const float> y, std::span<float> values) const;
  [[nodiscard]] double at(double x, double y) const;

 private:
  static constexpr std::size_t waves = 64;
  std::array<float, waves> turns_x_{};  // turns per correlation distance
  std::array<float, waves> turns_y_{};
  std::array<float, waves> phase_{};
};

/// The deviation of one building's walls from the median in units of σP: one draw per building, the same for every site.
[[nodiscard]] double wall_deviate(std::uint64_t seed, std::uint32_t entity);

}  // namespace parktwin::radio
