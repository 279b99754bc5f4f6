#pragma once
// Puts the desk's sheet on a canvas, and lends the desk the canvas's measure of texts.
#include "viz/osg/canvas.h"
#include "viz/window/sheet.h"

namespace parktwin::viz::window {

void draw(Canvas& canvas, const Sheet& sheet);

/// Widths as Canvas writes texts; each is measured once. Throws std::runtime_error when the font is missing.
[[nodiscard]] TextWidth canvas_text_width();

}  // namespace parktwin::viz::window
