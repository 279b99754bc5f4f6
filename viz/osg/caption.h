#pragma once
// The panel at the lower edge that tells what a view shows: a heading and a text of a few lines, wrapped at spaces and between Chinese
// characters, to the right of the legend.
#include <string>
#include <vector>

#include "viz/osg/canvas.h"
#include "viz/osg/render.h"

namespace parktwin::viz {

/// No line wider than `width`, unless a single word is. No line begins with a closing punctuation mark.
[[nodiscard]] std::vector<std::string> wrapped(const Canvas& canvas, const std::string& text, double size, double width);

struct Caption {
  std::string heading;
  std::vector<std::string> lines;
  PixelBox box;
  [[nodiscard]] bool empty() const { return heading.empty() && lines.empty(); }
};

/// Right of `left`, pixels.
[[nodiscard]] Caption caption_of(const Canvas& canvas, const RenderOptions& options, double left);

void draw_caption(Canvas& canvas, const Caption& caption, const RenderOptions& options);

}  // namespace parktwin::viz
