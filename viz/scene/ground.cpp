#include "viz/scene/ground.h"

#include <algorithm>
#include <cmath>

namespace parktwin::viz {
namespace {

using Piece = std::vector<Point>;

/// Sutherland and Hodgman (CACM 17(1), 1974) for one half plane a x + b y >= c.
Piece clip(std::span<const Point> polygon, double a, double b, double c) {
  Piece kept;
  kept.reserve(polygon.size() + 1);
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point p = polygon[i];
    const Point q = polygon[(i + 1) % polygon.size()];
    const double side_p = a * p.x + b * p.y - c;
    const double side_q = a * q.x + b * q.y - c;
    if (side_p >= 0.0) kept.push_back(p);
    if ((side_p > 0.0 && side_q < 0.0) || (side_p < 0.0 && side_q > 0.0)) {
      const double t = side_p / (side_p - side_q);
      kept.push_back({p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)});
    }
  }
  return kept;
}

std::pair<double, double> extent(std::span<const Point> polygon, double Point::*axis) {
  const auto [low, high] =
      std::minmax_element(polygon.begin(), polygon.end(), [axis](const Point& p, const Point& q) { return p.*axis < q.*axis; });
  return {(*low).*axis, (*high).*axis};
}

}  // namespace

Ground::Ground(const Terrain& terrain, const Box& area, double spacing) : frame_(frame_covering(area, spacing)) {
  const auto across = static_cast<std::size_t>(frame_.columns) + 1;
  const auto along = static_cast<std::size_t>(frame_.rows) + 1;
  heights_.assign(across * along, 0.0F);
  if (terrain.elevation_m.empty()) return;
  for (std::size_t row = 0; row < along; ++row) {
    for (std::size_t column = 0; column < across; ++column) {
      const Point corner{frame_.origin.x + static_cast<double>(column) * spacing, frame_.origin.y + static_cast<double>(row) * spacing};
      heights_[row * across + column] = static_cast<float>(sample(terrain.elevation_m, corner));
    }
  }
  const auto [low, high] = std::minmax_element(heights_.begin(), heights_.end());
  flat_ = *high - *low < 0.01F;
}

double Ground::corner_height(std::int32_t column, std::int32_t row) const {
  PARKTWIN_CHECK(column >= 0 && row >= 0 && column <= frame_.columns && row <= frame_.rows, "corner outside the ground");
  return heights_[static_cast<std::size_t>(row) * (static_cast<std::size_t>(frame_.columns) + 1) + static_cast<std::size_t>(column)];
}

double Ground::height(Point point) const {
  const double x = std::clamp((point.x - frame_.origin.x) / frame_.cell_size, 0.0, static_cast<double>(frame_.columns));
  const double y = std::clamp((point.y - frame_.origin.y) / frame_.cell_size, 0.0, static_cast<double>(frame_.rows));
  const std::int32_t column = std::min(static_cast<std::int32_t>(x), frame_.columns - 1);
  const std::int32_t row = std::min(static_cast<std::int32_t>(y), frame_.rows - 1);
  const double u = x - column;
  const double v = y - row;
  const double south_west = corner_height(column, row);
  const double north_east = corner_height(column + 1, row + 1);
  if (u >= v) {
    const double south_east = corner_height(column + 1, row);
    return south_west + u * (south_east - south_west) + v * (north_east - south_east);
  }
  const double north_west = corner_height(column, row + 1);
  return south_west + v * (north_west - south_west) + u * (north_east - north_west);
}

std::array<float, 3> Ground::normal(Point point) const {
  if (flat_) return {0.0F, 0.0F, 1.0F};
  const double step = frame_.cell_size;
  const double slope_x = (height({point.x + step, point.y}) - height({point.x - step, point.y})) / (2.0 * step);
  const double slope_y = (height({point.x, point.y + step}) - height({point.x, point.y - step})) / (2.0 * step);
  const double length = std::sqrt(slope_x * slope_x + slope_y * slope_y + 1.0);
  return {static_cast<float>(-slope_x / length), static_cast<float>(-slope_y / length), static_cast<float>(1.0 / length)};
}

void Ground::cut(std::span<const Point> convex, const std::function<void(std::span<const Point>)>& visit) const {
  if (convex.size() < 3) return;
  if (flat_) return visit(convex);
  const auto [west, east] = extent(convex, &Point::x);
  const std::int32_t first = std::clamp(frame_.column_of(west), 0, frame_.columns - 1);
  const std::int32_t last = std::clamp(frame_.column_of(east), 0, frame_.columns - 1);
  Piece rest(convex.begin(), convex.end());
  for (std::int32_t column = first; column < last && rest.size() >= 3; ++column) {
    const double x = frame_.origin.x + (column + 1) * frame_.cell_size;
    const Piece piece = clip(rest, -1.0, 0.0, -x);
    if (piece.size() >= 3) cut_row(piece, column, visit);
    rest = clip(rest, 1.0, 0.0, x);
  }
  if (rest.size() >= 3) cut_row(rest, last, visit);
}

void Ground::cut_row(std::span<const Point> column_piece, std::int32_t column,
                     const std::function<void(std::span<const Point>)>& visit) const {
  const auto [south, north] = extent(column_piece, &Point::y);
  const std::int32_t first = std::clamp(frame_.row_of(south), 0, frame_.rows - 1);
  const std::int32_t last = std::clamp(frame_.row_of(north), 0, frame_.rows - 1);
  const double x0 = frame_.origin.x + column * frame_.cell_size;
  Piece rest(column_piece.begin(), column_piece.end());
  for (std::int32_t row = first; row <= last && rest.size() >= 3; ++row) {
    const double y0 = frame_.origin.y + row * frame_.cell_size;
    const double top = y0 + frame_.cell_size;
    const Piece square = row < last ? clip(rest, 0.0, -1.0, -top) : rest;
    for (const double side : {1.0, -1.0}) {
      const Piece piece = clip(square, side, -side, side * (x0 - y0));
      if (piece.size() >= 3) visit(piece);
    }
    if (row < last) rest = clip(rest, 0.0, 1.0, top);
  }
}

}  // namespace parktwin::viz
