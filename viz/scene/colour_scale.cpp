#include "viz/scene/colour_scale.h"

#include <algorithm>
#include <cmath>

namespace parktwin::viz {
namespace {

// Viridis at ten equal steps, as published with matplotlib and the R package viridis.
constexpr std::array<std::uint32_t, 10> viridis{0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E,
                                                0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725};

// HSL to RGB after Smith, "Color gamut transform pairs", SIGGRAPH 1978; hue in turns.
Colour from_hsl(float hue, float saturation, float lightness) {
  const auto channel = [&](float offset) {
    const float k = std::fmod(offset + hue * 12.0F, 12.0F);
    const float a = saturation * std::min(lightness, 1.0F - lightness);
    return lightness - a * std::max(-1.0F, std::min({k - 3.0F, 9.0F - k, 1.0F}));
  };
  return {channel(0.0F), channel(8.0F), channel(4.0F), 1.0F};
}

}  // namespace

Colour scale_colour(double position) {
  const double place = std::clamp(position, 0.0, 1.0) * (viridis.size() - 1);
  const auto step = std::min(static_cast<std::size_t>(place), viridis.size() - 2);
  return mix(rgb(viridis[step]), rgb(viridis[step + 1]), static_cast<float>(place - static_cast<double>(step)));
}

Colour distinct_colour(std::size_t index) {
  const auto turns = static_cast<double>(index) * 0.61803398875;  // golden section: no two close indices share a hue
  const auto hue = static_cast<float>(turns - std::floor(turns));
  constexpr std::array<float, 3> lightness{0.56F, 0.70F, 0.44F};
  constexpr std::array<float, 2> saturation{0.62F, 0.45F};
  return from_hsl(hue, saturation[index / 3 % 2], lightness[index % 3]);
}

Colour rgb(std::uint32_t code, float alpha) {
  const auto channel = [code](std::uint32_t shift) { return static_cast<float>((code >> shift) & 0xFFU) / 255.0F; };
  return {channel(16), channel(8), channel(0), alpha};
}

Colour mix(const Colour& a, const Colour& b, float share) {
  return {std::lerp(a.red, b.red, share), std::lerp(a.green, b.green, share), std::lerp(a.blue, b.blue, share),
          std::lerp(a.alpha, b.alpha, share)};
}

Colour shade(const Colour& colour, float factor) {
  const auto scaled = [factor](float channel) { return std::clamp(channel * factor, 0.0F, 1.0F); };
  return {scaled(colour.red), scaled(colour.green), scaled(colour.blue), colour.alpha};
}

std::array<std::uint8_t, 4> to_bytes(const Colour& colour) {
  const auto byte = [](float channel) { return static_cast<std::uint8_t>(std::lround(std::clamp(channel, 0.0F, 1.0F) * 255.0F)); };
  return {byte(colour.red), byte(colour.green), byte(colour.blue), byte(colour.alpha)};
}

}  // namespace parktwin::viz
