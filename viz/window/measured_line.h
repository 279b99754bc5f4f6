#pragma once
// The points that were clicked to measure, the line between them over the picture, and its figures.
#include <span>
#include <string>

#include "viz/window/measurement.h"
#include "viz/window/panel.h"
#include "viz/window/viewpoint.h"

namespace parktwin::viz::window {

/// Empty when a point lies behind the eye.
[[nodiscard]] Sheet measured_line(const PanelStyle& style, const Viewpoint& view, std::span<const Vector> points, int width, int height);

[[nodiscard]] std::string measurement_text(const Measurement& measurement, Language language);

}  // namespace parktwin::viz::window
