#include "viz/osg/window/sheet_canvas.h"

#include <cmath>
#include <map>
#include <memory>

namespace parktwin::viz::window {
namespace {

void draw_line(Canvas& canvas, const Line& line) {
  const double right = line.to.x - line.from.x;
  const double up = line.to.y - line.from.y;
  const double span = std::hypot(right, up);
  if (span < 1e-9) return;
  const double half = line.width / 2.0;
  const double aside_x = -up / span * half;
  const double aside_y = right / span * half;
  canvas.fill({{line.from.x - aside_x, line.from.y - aside_y},
               {line.to.x - aside_x, line.to.y - aside_y},
               {line.to.x + aside_x, line.to.y + aside_y},
               {line.from.x + aside_x, line.from.y + aside_y}},
              {line.colour});
}

}  // namespace

void draw(Canvas& canvas, const Sheet& sheet) {
  for (const auto& shape : sheet.shapes) {
    if (const auto* filled = std::get_if<Filled>(&shape)) {
      const PixelBox& area = filled->area;
      canvas.fill_box({area.left, area.bottom, area.width, area.height}, filled->colour, filled->radius);
    }
    if (const auto* line = std::get_if<Line>(&shape)) draw_line(canvas, *line);
  }
  for (const Written& text : sheet.texts) canvas.write(text.text, {text.at.x, text.at.y}, {text.size, text.colour, Align::left, false});
}

TextWidth canvas_text_width() {
  struct Known {
    Canvas canvas{1, 1};
    std::map<std::pair<std::string, double>, double> widths;
  };
  return [known = std::make_shared<Known>()](const std::string& text, double size) {
    const auto [at, fresh] = known->widths.try_emplace({text, size}, 0.0);
    if (fresh) at->second = known->canvas.text_width(text, size);
    return at->second;
  };
}

}  // namespace parktwin::viz::window
