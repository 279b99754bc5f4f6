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

  /// Precondition: at < capacity.
  void put(std::size_t at, const LastEdge& edge) {
    way1_[at] = edge.way1_m;
    way2_[at] = edge.way2_m;
    rise1_[at] = edge.rise1_m;
    rise2_[at] = edge.rise2_m;
    before_[at] = edge.before_m;
    ratio_[at] = edge.ratio;
    greater_[at] = edge.greater;
    other_[at] = edge.other;
    departure_slope_[at] = edge.departure_slope;
  }
  /// Fills the codes below, of the first `count`.
  void compute(std::size_t count);

  /// The members of LastEdge, to be filled by vectors.
  struct Legs {
    float *way1, *way2, *rise1, *rise2, *before, *ratio, *greater, *other, *departure_slope;
  };
  [[nodiscard]] Legs legs() {
    return {way1_.data(),  way2_.data(),    rise1_.data(), rise2_.data(),          before_.data(),
            ratio_.data(), greater_.data(), other_.data(), departure_slope_.data()};
  }
  template <class T>
  using Column = std::array<T, capacity>;
  Column<std::uint16_t> first, second, third;  ///< parameter codes from the antenna outwards; first with its hidden bit
  Column<std::uint8_t> spreading;
  Column<std::int16_t> departure;

 private:
  Column<float> way1_, way2_, rise1_, rise2_, before_, ratio_, greater_, other_, departure_slope_;
  Column<std::int32_t> last_;
};

}  // namespace parktwin::radio
