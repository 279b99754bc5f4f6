#pragma once
// Maps of what one run has more or less than another: blue where it is higher, orange where it is lower, pale where nothing changed. The
// page's twin has the same colours and, for received power, the same range.
#include <optional>

#include "engine/run/results.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

/// Difference at which the colour is deepest, in the layer's unit; none for layers whose colours are names.
[[nodiscard]] std::optional<double> difference_range(Layer layer);

/// `share`: difference over the range.
[[nodiscard]] std::array<std::uint8_t, 4> difference_pixel(double share);

/// Clear where either run has no value. None when the layer has no differences or the maps do not lie on the same cells.
[[nodiscard]] std::optional<Drape> difference_drape(const Results& from, const Results& to, Layer layer);

/// Precondition: the layer has differences.
[[nodiscard]] Legend difference_legend(Layer layer, Language language);

}  // namespace parktwin::viz
