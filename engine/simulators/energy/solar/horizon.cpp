#include "engine/simulators/energy/solar/horizon.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace parktwin::energy::solar {
namespace {

constexpr double per_degree = std::numbers::pi / 180.0;
constexpr double direction_deg = 360.0 / horizon_directions;

/// Distance along a ray of unit direction to the nearest wall; infinite: none.
double nearest_wall_m(Point from, Point along, const std::vector<Point>& outline) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point a = outline[i];
    const Point b = outline[(i + 1) % outline.size()];
    const Point wall = {b.x - a.x, b.y - a.y};
    const double turn = along.x * wall.y - along.y * wall.x;
    if (turn == 0.0) continue;
    const Point to = {a.x - from.x, a.y - from.y};
    const double distance = (to.x * wall.y - to.y * wall.x) / turn;
    const double place = (to.x * along.y - to.y * along.x) / turn;
    if (distance > 0.0 && place >= 0.0 && place <= 1.0) nearest = std::min(nearest, distance);
  }
  return nearest;
}

}  // namespace

bool Horizon::sees(const SunPosition& sun) const {
  const auto direction = static_cast<std::size_t>(sun.azimuth_deg / direction_deg) % horizon_directions;
  return 90.0 - sun.zenith_deg > elevation_deg[direction];
}

double Horizon::sky_view() const {
  double sum = 0.0;
  for (const double elevation : elevation_deg) sum += std::cos(elevation * per_degree) * std::cos(elevation * per_degree);
  return sum / horizon_directions;
}

Horizon horizon_at(Point point, double eye_m, const std::vector<Prism>& obstacles, double north_deg) {
  Horizon horizon;
  for (std::size_t i = 0; i < horizon_directions; ++i) {
    const double angle = ((static_cast<double>(i) + 0.5) * direction_deg - north_deg) * per_degree;
    const Point along = {std::sin(angle), std::cos(angle)};
    double steepest = 0.0;
    for (const auto& prism : obstacles) {
      const double above = prism.top_m - eye_m;
      if (above > 0.0) steepest = std::max(steepest, above / nearest_wall_m(point, along, prism.outline));
    }
    horizon.elevation_deg[i] = std::atan(steepest) / per_degree;
  }
  return horizon;
}

double sunlit_share(const std::vector<Horizon>& points, const SunPosition& sun) {
  const auto lit = std::count_if(points.begin(), points.end(), [&](const Horizon& horizon) { return horizon.sees(sun); });
  return static_cast<double>(lit) / static_cast<double>(points.size());
}

std::vector<Point> spread_points(const Polygon& polygon, std::size_t wanted) {
  const Box box = bounds(polygon);
  const double width = box.high.x - box.low.x;
  const double height = box.high.y - box.low.y;
  // Cells of the box as large as a wanted point's share of the polygon.
  const double side = std::sqrt(area(polygon) / static_cast<double>(std::max<std::size_t>(1, wanted)));
  const auto cells = [side](double length) { return std::max(1.0, std::round(length / side)); };
  std::vector<Point> points;
  for (double row = 0.5; row < cells(height); row += 1.0) {
    for (double column = 0.5; column < cells(width); column += 1.0) {
      const Point p = {box.low.x + width * column / cells(width), box.low.y + height * row / cells(height)};
      if (contains(polygon, p)) points.push_back(p);
    }
  }
  if (points.empty()) points.push_back(polygon.outer.front());
  return points;
}

}  // namespace parktwin::energy::solar
