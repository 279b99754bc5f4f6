#include "engine/simulators/radio/fan_region.h"

#include <algorithm>
#include <cmath>

namespace parktwin::radio {
namespace {

constexpr double margin_cells = 2.0;  // a ray beside a cell's centre, and the cell around a point

double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
double dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }

// How far one metre within the fan leads along an axis at most.
double lead(const Fan& fan, Point axis) {
  if (cross(fan.right, axis) >= 0.0 && cross(axis, fan.left) >= 0.0) return 1.0;
  const double right = dot(fan.right, axis) / std::hypot(fan.right.x, fan.right.y);
  const double left = dot(fan.left, axis) / std::hypot(fan.left.x, fan.left.y);
  return std::max({right, left, 0.0});
}

struct Opening {
  Point one;
  Point other;
};

Opening opening_of(const Fan& fan) {
  if (!fan.has_wall) return {fan.origin, fan.origin};
  return {{fan.origin.x + fan.right.x, fan.origin.y + fan.right.y}, {fan.origin.x + fan.left.x, fan.origin.y + fan.left.y}};
}

Box grown(Point a, Point b, double metres) {
  return {{std::min(a.x, b.x) - metres, std::min(a.y, b.y) - metres}, {std::max(a.x, b.x) + metres, std::max(a.y, b.y) + metres}};
}

}  // namespace

Box region_of(const Fan& fan, double cell_m) {
  const Opening opening = opening_of(fan);
  Box box = grown(opening.one, opening.other, margin_cells * cell_m);
  box.high.x += fan.reach_m * lead(fan, {1.0, 0.0});
  box.high.y += fan.reach_m * lead(fan, {0.0, 1.0});
  box.low.x -= fan.reach_m * lead(fan, {-1.0, 0.0});
  box.low.y -= fan.reach_m * lead(fan, {0.0, -1.0});
  return box;
}

Box start_of(const Fan& fan, double cell_m) {
  if (!fan.has_wall) return grown(fan.wall_point, fan.wall_point, margin_cells * cell_m);
  const Opening opening = opening_of(fan);
  return grown(opening.one, opening.other, margin_cells * cell_m);
}

}  // namespace parktwin::radio
