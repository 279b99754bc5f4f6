#include "importers/synthetic/waters.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "importers/gdal_layers/shape_algebra.h"
#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double canal_width_m = 32.0;
constexpr double channel_width_m = 20.0;

Ring blob(Point centre, double half_x, double half_y, const Rect& within, double roughness, Draws& draws) {
  const double phases[3] = {draws.between(0.0, 6.28), draws.between(0.0, 6.28), draws.between(0.0, 6.28)};
  constexpr int points = 72;
  Ring ring;
  for (int i = 0; i < points; ++i) {
    const double angle = 2.0 * std::numbers::pi * i / points;
    const double radius = 1.0 + roughness * (0.5 * std::sin(2.0 * angle + phases[0]) + 0.35 * std::sin(3.0 * angle + phases[1]) +
                                             0.2 * std::sin(5.0 * angle + phases[2]));
    const double flat = 1.0 / std::pow(std::pow(std::abs(std::cos(angle)), 2.6) + std::pow(std::abs(std::sin(angle)), 2.6), 1.0 / 2.6);
    ring.push_back({std::clamp(centre.x + half_x * radius * flat * std::cos(angle), within.x0, within.x1),
                    std::clamp(centre.y + half_y * radius * flat * std::sin(angle), within.y0, within.y1)});
  }
  return ring;
}

MultiPolygon canal_course(const StreetGrid& grid, Draws& draws) {
  const Rect corridor = grid.corridor();
  const double phase = draws.between(0.0, 6.28);
  LineString course;
  const double from = corridor.y0 - 260.0;
  const double to = corridor.y1 + 60.0;
  const int pieces = static_cast<int>((to - from) / 40.0);
  for (int i = 0; i <= pieces; ++i) {
    const double y = from + (to - from) * i / pieces;
    course.points.push_back({corridor.centre().x + 18.0 * std::sin(y / 310.0 + phase), y});
  }
  return strip(course, canal_width_m);
}

MultiPolygon arterial_strips(const StreetGrid& grid) {
  std::vector<MultiPolygon> strips;
  for (const auto& street : arterials(grid)) {
    for (const auto& rect : street.surface) strips.push_back({{rect.polygon()}});
  }
  return united(strips);
}

}  // namespace

Waters draw_waters(const StreetGrid& grid, const std::vector<Superblock>& blocks, std::uint64_t seed) {
  Draws draws(seed, Topic::water);
  Waters waters;
  const MultiPolygon inside{{{grid.boundary, {}}}};
  if (grid.river_width > 0.0) {
    waters.river = common(strip(grid.river, grid.river_width), inside);
    if (!grid.motorway.points.empty()) waters.river = without(waters.river, strip(grid.motorway, motorway_width_m));
  }
  MultiPolygon canal;
  if (grid.canal_line) canal = canal_course(grid, draws);
  for (const auto& block : blocks) {
    if (block.quarter != Quarter::lake) continue;
    const Rect& area = block.area;
    MultiPolygon lake{{{blob(area.centre(), 0.4 * area.width(), 0.39 * area.height(), area.shrunk(16.0), 0.3, draws), {}}}};
    if (area.width() > 400.0) {
      const Point at{area.x0 + 0.33 * area.width(), area.centre().y};
      lake = without(lake, {{{blob(at, 46.0, 30.0, area, 0.25, draws), {}}}});
    }
    if (grid.canal_line && *grid.canal_line == block.column + 1) {
      const double y = area.centre().y - 0.12 * area.height();
      const LineString channel{{area.centre(), {area.x1 - 60.0, y - 14.0}, {grid.corridor().centre().x, y}}};
      lake = united({lake, common(strip(channel, channel_width_m), {{area.polygon()}})});
      canal = united({canal, common(strip(channel, channel_width_m), {{grid.corridor().polygon()}})});
    }
    waters.lake = lake;
  }
  waters.canal = opened(without(without(common(canal, inside), arterial_strips(grid)), waters.river), 0.6);
  return waters;
}

}  // namespace parktwin::importers::synthetic
