#include "engine/core/yaml_described.h"

#include <cmath>

namespace parktwin::yaml {
namespace {

bool read_points(const YAML::Node& node, std::vector<Point>& points, const Field& field, const std::string& file, Problems& problems) {
  if (!node.IsSequence()) return refuse(node, field, "a list of points [x, y]", file, problems);
  points.clear();
  bool good = true;
  for (const auto& entry : node) {
    Point point;
    good = read(entry, point, field, file, problems) && good;
    points.push_back(point);
  }
  return good;
}

bool read_ring(const YAML::Node& node, Ring& ring, bool counter_clockwise, const Field& field, const std::string& file,
               Problems& problems) {
  if (!read_points(node, ring, field, file, problems)) return false;
  if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  if (ring.size() < 3) return refuse(node, field, "a ring of at least three different points", file, problems);
  const double area = signed_area(ring);
  if (!(std::abs(area) > 0.0) || !std::isfinite(area)) return refuse(node, field, "a ring that encloses an area", file, problems);
  if ((area > 0.0) != counter_clockwise) std::reverse(ring.begin(), ring.end());
  return true;
}

/// Levels of lists above the first scalar: 1 for a point, 3 for the rings of a polygon, 4 for a list of polygons.
int depth(const YAML::Node& node) {
  int levels = 0;
  for (YAML::Node inner = node; inner.IsSequence() && inner.size() > 0 && levels < 5; ++levels) {
    inner.reset(inner[0]);
  }
  return levels;
}

}  // namespace

bool read(const YAML::Node& node, Point& value, const Field& field, const std::string& file, Problems& problems) {
  if (!node.IsSequence() || node.size() != 2) return refuse(node, field, "a point [x, y] in metres", file, problems);
  const Field coordinate{.name = field.name, .unit = "m", .meaning = field.meaning};
  Point point;
  const bool has_x = read(node[0], point.x, coordinate, file, problems);
  const bool has_y = read(node[1], point.y, coordinate, file, problems);
  if (has_x && has_y) value = point;
  return has_x && has_y;
}

bool read(const YAML::Node& node, LineString& value, const Field& field, const std::string& file, Problems& problems) {
  LineString line;
  if (!read_points(node, line.points, field, file, problems)) return false;
  if (line.points.size() < 2) return refuse(node, field, "a line of at least two points", file, problems);
  value = std::move(line);
  return true;
}

bool read(const YAML::Node& node, Polygon& value, const Field& field, const std::string& file, Problems& problems) {
  if (!node.IsSequence() || node.size() == 0 || depth(node) < 3) {
    return refuse(node, field, "a list of rings [[[x, y], …], …], the outer one first", file, problems);
  }
  Polygon polygon;
  bool good = read_ring(node[0], polygon.outer, true, field, file, problems);
  for (std::size_t i = 1; i < node.size(); ++i) {
    Ring hole;
    good = read_ring(node[i], hole, false, field, file, problems) && good;
    polygon.holes.push_back(std::move(hole));
  }
  if (good) value = std::move(polygon);
  return good;
}

bool read(const YAML::Node& node, MultiPolygon& value, const Field& field, const std::string& file, Problems& problems) {
  MultiPolygon shape;
  bool good = true;
  if (depth(node) < 4) {
    shape.polygons.emplace_back();
    good = read(node, shape.polygons.back(), field, file, problems);
  } else {
    for (const auto& entry : node) {
      shape.polygons.emplace_back();
      good = read(entry, shape.polygons.back(), field, file, problems) && good;
    }
  }
  if (good) value = std::move(shape);
  return good;
}

}  // namespace parktwin::yaml
