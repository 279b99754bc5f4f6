#pragma once
// The image draped over the ground for each layer. Fixed ranges and colours, so that pictures of different runs compare.
#include <optional>

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

/// None for Layer::none and for results without a radio map. On the frame of the radio map; outside the park transparent.
[[nodiscard]] std::optional<Drape> map_drape(const Park& park, const Results& results, Layer layer);

}  // namespace parktwin::viz
