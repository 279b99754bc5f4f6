#include "engine/storage/flat_geometry.h"

#include <algorithm>

namespace parktwin::storage {
namespace {

void add_ring(FlatGeometry& flat, const std::vector<Point>& points) {
  for (const Point& point : points) flat.add(point);
  flat.rings.push_back(flat.xy.size() / 2);
}

std::vector<Point> ring(const FlatGeometry& flat, std::size_t index) {
  std::vector<Point> points(flat.rings[index + 1] - flat.rings[index]);
  for (std::size_t i = 0; i < points.size(); ++i) flat.get(flat.rings[index] + i, points[i]);
  return points;
}

}  // namespace

void FlatGeometry::add(const Point& point) {
  xy.push_back(point.x);
  xy.push_back(point.y);
}

void FlatGeometry::add(const LineString& line) { add_ring(*this, line.points); }

void FlatGeometry::add(const Polygon& polygon) {
  add_ring(*this, polygon.outer);
  for (const Ring& hole : polygon.holes) add_ring(*this, hole);
  polygons.push_back(rings.size() - 1);
}

void FlatGeometry::add(const MultiPolygon& shape) {
  for (const Polygon& polygon : shape.polygons) add(polygon);
  shapes.push_back(polygons.size() - 1);
}

void FlatGeometry::get(std::size_t index, Point& point) const { point = {xy[2 * index], xy[2 * index + 1]}; }

void FlatGeometry::get(std::size_t index, LineString& line) const { line.points = ring(*this, index); }

void FlatGeometry::get(std::size_t index, Polygon& polygon) const {
  polygon = {};
  for (std::size_t i = polygons[index]; i < polygons[index + 1]; ++i) {
    if (i == polygons[index]) {
      polygon.outer = ring(*this, i);
    } else {
      polygon.holes.push_back(ring(*this, i));
    }
  }
}

void FlatGeometry::get(std::size_t index, MultiPolygon& shape) const {
  shape.polygons.resize(shapes[index + 1] - shapes[index]);
  for (std::size_t i = 0; i < shape.polygons.size(); ++i) get(shapes[index] + i, shape.polygons[i]);
}

bool offsets_fit(const Offsets& offsets, std::size_t count) {
  return !offsets.empty() && offsets.front() == 0 && offsets.back() == count && std::is_sorted(offsets.begin(), offsets.end());
}

}  // namespace parktwin::storage
