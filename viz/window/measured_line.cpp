#include "viz/window/measured_line.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "viz/scene/colour_scale.h"
#include "viz/window/wording.h"

namespace parktwin::viz::window {

Sheet measured_line(const PanelStyle& style, const Viewpoint& view, std::span<const Vector> points, int width, int height) {
  Sheet sheet;
  std::vector<PixelPoint> places;
  for (const Vector& point : points) {
    const auto pixel = pixel_of(view, point, width, height);
    if (!pixel || std::abs(pixel->x) > 1e5 || std::abs(pixel->y) > 1e5) return sheet;
    places.push_back({pixel->x, pixel->y});
  }
  if (places.size() == 2) {
    sheet.shapes.emplace_back(Line{places[0], places[1], 6.0 * style.unit, rgb(0xFFFFFF)});
    sheet.shapes.emplace_back(Line{places[0], places[1], 3.0 * style.unit, rgb(0xC2185B)});
  }
  for (const PixelPoint& place : places) {
    const double radius = 6.0 * style.unit;
    const double rim = radius + 2.0 * style.unit;
    sheet.shapes.emplace_back(Filled{{place.x - rim, place.y - rim, 2.0 * rim, 2.0 * rim}, rgb(0xFFFFFF), rim});
    sheet.shapes.emplace_back(Filled{{place.x - radius, place.y - radius, 2.0 * radius, 2.0 * radius}, rgb(0xC2185B), radius});
  }
  return sheet;
}

std::string measurement_text(const Measurement& measurement, Language language) {
  const auto sign = [](double value) { return value < 0.0 ? "−" : "+"; };
  return fmt::format("{} {:.1f} m · {} {}{:.1f} m · {} {:.1f} m · {} {}{:.1f}°", word::horizontal.in(language), measurement.horizontal_m,
                     word::height.in(language), sign(measurement.height_m), std::abs(measurement.height_m), word::straight.in(language),
                     measurement.straight_m, word::slope.in(language), sign(measurement.slope_deg), std::abs(measurement.slope_deg));
}

}  // namespace parktwin::viz::window
