#include "engine/core/grid.h"

#include <algorithm>

namespace parktwin {
namespace {

void add_crossings(const Ring& ring, double y, std::vector<double>& crossings) {
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const Point a = ring[i];
    const Point b = ring[j];
    if ((a.y > y) != (b.y > y)) crossings.push_back((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x);
  }
}

}  // namespace

GridFrame frame_covering(const Box& box, double cell_size) {
  PARKTWIN_CHECK(cell_size > 0.0, "cell size must be positive");
  GridFrame frame;
  frame.cell_size = cell_size;
  const double west = std::floor(box.low.x / cell_size);
  const double south = std::floor(box.low.y / cell_size);
  frame.origin = {west * cell_size, south * cell_size};
  frame.columns = std::max(1, static_cast<std::int32_t>(std::ceil(box.high.x / cell_size) - west));
  frame.rows = std::max(1, static_cast<std::int32_t>(std::ceil(box.high.y / cell_size) - south));
  return frame;
}

void for_each_run(const GridFrame& frame, const Polygon& polygon,
                  const std::function<void(std::int32_t, std::int32_t, std::int32_t)>& visit) {
  if (polygon.outer.size() < 3) return;
  const Box box = bounds(polygon);
  const std::int32_t first = std::max(0, frame.row_of(box.low.y));
  const std::int32_t last = std::min(frame.rows - 1, frame.row_of(box.high.y));
  std::vector<double> crossings;
  for (std::int32_t row = first; row <= last; ++row) {
    crossings.clear();
    const double y = frame.centre(0, row).y;
    add_crossings(polygon.outer, y, crossings);
    for (const auto& hole : polygon.holes) {
      if (!hole.empty()) add_crossings(hole, y, crossings);
    }
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const auto column = [&](double x) { return static_cast<std::int32_t>(std::ceil((x - frame.origin.x) / frame.cell_size - 0.5)); };
      const std::int32_t begin = std::clamp(column(crossings[i]), 0, frame.columns);
      const std::int32_t end = std::clamp(column(crossings[i + 1]), 0, frame.columns);
      if (begin < end) visit(row, begin, end);
    }
  }
}

void for_each_run(const GridFrame& frame, const MultiPolygon& shape,
                  const std::function<void(std::int32_t, std::int32_t, std::int32_t)>& visit) {
  for (const auto& polygon : shape.polygons) for_each_run(frame, polygon, visit);
}

double sample(const Grid<float>& grid, Point point) {
  PARKTWIN_CHECK(!grid.empty(), "sample of an empty grid");
  const auto& frame = grid.frame;
  const double x = std::clamp((point.x - frame.origin.x) / frame.cell_size - 0.5, 0.0, frame.columns - 1.0);
  const double y = std::clamp((point.y - frame.origin.y) / frame.cell_size - 0.5, 0.0, frame.rows - 1.0);
  const auto west = std::min(static_cast<std::int32_t>(x), std::max(0, frame.columns - 2));
  const auto south = std::min(static_cast<std::int32_t>(y), std::max(0, frame.rows - 2));
  const std::int32_t east = std::min(west + 1, frame.columns - 1);
  const std::int32_t north = std::min(south + 1, frame.rows - 1);
  const double u = x - west;
  const double v = y - south;
  const double lower = grid.at(west, south) * (1.0 - u) + grid.at(east, south) * u;
  const double upper = grid.at(west, north) * (1.0 - u) + grid.at(east, north) * u;
  return lower * (1.0 - v) + upper * v;
}

}  // namespace parktwin
