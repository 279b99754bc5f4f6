#pragma once
// The image draped over the ground for each layer. Fixed ranges and colours, so that pictures of different runs compare.
#include <array>
#include <optional>
#include <string_view>

#include "engine/park/park.h"
#include "engine/run/results.h"
#include "viz/scene/colour_scale.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

namespace map_colour {
inline constexpr float opacity = 0.84F;
[[nodiscard]] Colour unserved();   ///< vivid magenta: not on the viridis scale
[[nodiscard]] Colour no_signal();  ///< inside the park, no cell reaches it
[[nodiscard]] Colour by_radio();
[[nodiscard]] Colour by_wired();
}  // namespace map_colour

/// What the continuous scale of a layer spans, and in which unit; none for layers whose colours are names.
struct LayerScale {
  ValueRange range;
  std::string_view unit;
};
[[nodiscard]] std::optional<LayerScale> scale_of(Layer layer);
/// Pixel of a value at `step` of 0 … scale_steps - 1 on a layer's scale.
inline constexpr std::size_t scale_steps = 256;
[[nodiscard]] std::array<std::uint8_t, 4> scale_pixel(std::size_t step);

/// None for Layer::none and for results without a radio map. On the frame of the radio map; outside the park transparent.
[[nodiscard]] std::optional<Drape> map_drape(const Park& park, const Results& results, Layer layer);

}  // namespace parktwin::viz
