#pragma once
// Colours of maps and things. The continuous scale is viridis (van der Walt and Smith, matplotlib 1.5, CC0): perceptually uniform,
// monotone in lightness, readable with colour-vision deficiency and in grey print.
#include <cstdint>

#include "viz/scene/scene.h"

namespace parktwin::viz {

/// Values a map shows; beyond the ends the colour stays that of the end.
struct ValueRange {
  double low = 0.0;
  double high = 1.0;
  [[nodiscard]] double position(double value) const { return (value - low) / (high - low); }
};

inline constexpr ValueRange rsrp_range{
    -120.0, -50.0};  ///< dBm: what a dense urban 5G network spans; -105 dBm, the usual threshold, lies well inside
inline constexpr ValueRange sinr_range{-10.0, 30.0};        ///< dB
inline constexpr ValueRange rsrq_range{-20.0, -5.0};        ///< dB
inline constexpr ValueRange throughput_range{0.0, 1000.0};  ///< Mbit/s

/// Colour at `position` of [0, 1], clamped.
[[nodiscard]] Colour scale_colour(double position);
/// Colours that differ well between neighbours in the index.
[[nodiscard]] Colour distinct_colour(std::size_t index);
/// 0xRRGGBB.
[[nodiscard]] Colour rgb(std::uint32_t code, float alpha = 1.0F);
/// a at share 0, b at share 1; alpha too.
[[nodiscard]] Colour mix(const Colour& a, const Colour& b, float share);
/// Darker below 1, lighter above; alpha kept.
[[nodiscard]] Colour shade(const Colour& colour, float factor);
[[nodiscard]] std::array<std::uint8_t, 4> to_bytes(const Colour& colour);

}  // namespace parktwin::viz
