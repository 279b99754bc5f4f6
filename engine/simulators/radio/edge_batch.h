#pragma once
// The arithmetic of the last edges of many devices at once, and how edges are kept in 16 and 8 bits. Formulas: profile_string.h.
#include <array>
#include <cmath>
#include <cstdint>

#include "engine/simulators/radio/fast_math.h"
#include "engine/simulators/radio/profile_string.h"

namespace parktwin::radio {

/// Fresnel parameters at 1 GHz in 16 bits: 0 is no edge, else ν₁ = code/256 − 1 (error 0.002: at most 0.02 dB of loss).
inline constexpr std::uint16_t hidden_bit = 0x8000;  ///< in the first edge's plane: the antenna is out of sight
inline constexpr std::uint16_t parameter_mask = 0x7FFF;
inline constexpr float parameter_step = 1.0F / 256.0F;
inline constexpr float departure_step = 1.0F / 4096.0F;  ///< of slope; reaches ±8
inline constexpr float spreading_step_db = 0.1F;

[[nodiscard]] constexpr std::uint16_t parameter_code(float parameter) {
  const float code = (parameter + 1.0F) * 256.0F + 0.5F;
  const float bounded = code < 1.0F ? 1.0F : (code > 32767.0F ? 32767.0F : code);
  return static_cast<std::uint16_t>(static_cast<std::int32_t>(bounded));
}
[[nodiscard]] constexpr float parameter_of(std::uint16_t code) { return parameter_step * static_cast<float>(code & parameter_mask) - 1.0F; }

/// ν₁ of a bend between two legs, ground ways and rises in metres; 0 where the bend does not rise above the straight line. Without
/// cancellation: with h the height above that line, across it, Δ = h² (1/(s1+b1) + 1/(s2+b2)), s the legs and b their projections on it.
[[nodiscard]] inline float bend_parameter(float way1, float way2, float rise1, float rise2) {
  constexpr float wavelength_m = 0.299792458F;  // at 1 GHz
  const float slope = (rise1 + rise2) / (way1 + way2);
  const float cosine = 1.0F / std::sqrt(1.0F + slope * slope);
  const float above = (rise1 - slope * way1) * cosine;
  const float bounded = 0.5F * (above + std::abs(above));
  const float sum1 = std::sqrt(way1 * way1 + rise1 * rise1) + (way1 + slope * rise1) * cosine;
  const float sum2 = std::sqrt(way2 * way2 + rise2 * rise2) + (way2 + slope * rise2) * cosine;
  return 2.0F * bounded * std::sqrt((sum1 + sum2) / (sum1 * sum2 * wavelength_m));
}

/// Factor of one more edge in Pb/Pa: it multiplies Pb by (s1+s2) and Pa by s2, and both by the way behind it.
[[nodiscard]] inline float spreading_factor(float before, float here, float next) {
  return (before + here) * (here + next) / (here * (before + here + next));
}

/// Some devices out of sight, as arrays that stay in the nearest cache.
class EdgeBatch {
 public:
  static constexpr std::size_t capacity = 256;

  void clear() { size_ = 0; }
  [[nodiscard]] bool is_full() const { return size_ == capacity; }
  /// `where` is the caller's. Precondition: not full.
  void add(std::size_t where, const LastEdge& edge) {
    cell[size_] = where;
    way1_[size_] = edge.way1_m;
    way2_[size_] = edge.way2_m;
    rise1_[size_] = edge.rise1_m;
    rise2_[size_] = edge.rise2_m;
    before_[size_] = edge.before_m;
    ratio_[size_] = edge.ratio;
    greater_[size_] = edge.greater;
    other_[size_] = edge.other;
    departure_slope_[size_] = edge.departure_slope;
    ++size_;
  }
  /// Fills the codes below.
  void compute();

  [[nodiscard]] std::size_t size() const { return size_; }
  template <class T>
  using Column = std::array<T, capacity>;
  Column<std::size_t> cell;
  Column<std::uint16_t> first, second, third;  ///< parameter codes from the antenna outwards; first with its hidden bit
  Column<std::uint8_t> spreading;
  Column<std::int16_t> departure;

 private:
  std::size_t size_ = 0;
  Column<float> way1_, way2_, rise1_, rise2_, before_, ratio_, greater_, other_, departure_slope_;
  Column<std::int32_t> last_;
};

}  // namespace parktwin::radio
