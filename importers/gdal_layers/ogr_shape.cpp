#include "importers/gdal_layers/ogr_shape.h"

#include <fmt/format.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace parktwin::importers {
namespace {

constexpr double furthest_projected_m = 1e8;  // false eastings with zone numbers stay below 6.5e7

}  // namespace

void ShapeReader::open_and_orient(Ring& ring, bool counter_clockwise) {
  const std::size_t given = ring.size();
  const bool closed = given > 1 && ring.front() == ring.back();
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
  while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  repeated_vertices_ += given - ring.size() - (closed ? 1 : 0);
  const double turn = signed_area(ring);
  if ((turn > 0.0) == counter_clockwise) return;
  turned_rings_ += turn != 0.0 ? 1 : 0;
  std::reverse(ring.begin() + (ring.empty() ? 0 : 1), ring.end());
}

std::optional<std::string> ShapeReader::place(std::vector<Point>& points) {
  x_.resize(points.size());
  y_.resize(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point p = points[i];
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return fmt::format("found the coordinates ({}, {}), expected finite numbers", p.x, p.y);
    if (geographic_ && (std::abs(p.x) > 180.0 || std::abs(p.y) > 90.0)) {
      return fmt::format("found longitude {} and latitude {}, which are not on the Earth", p.x, p.y);
    }
    if (!geographic_ && std::max(std::abs(p.x), std::abs(p.y)) > furthest_projected_m) {
      return fmt::format("found easting {} and northing {}, which are not on the Earth", p.x, p.y);
    }
    const Point true_place = shifted_ == ChineseMap::none ? p : to_wgs84(shifted_, p);
    x_[i] = true_place.x;
    y_[i] = true_place.y;
  }
  if (transformation_ != nullptr && !points.empty()) {
    const bool good = transformation_->Transform(static_cast<int>(points.size()), x_.data(), y_.data()) != 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!good || !std::isfinite(x_[i]) || !std::isfinite(y_[i])) {
        return fmt::format("the coordinates ({}, {}) cannot be transformed to the CRS of the park", points[i].x, points[i].y);
      }
    }
  }
  for (std::size_t i = 0; i < points.size(); ++i) points[i] = to_centimetre({x_[i] - origin_.x, y_[i] - origin_.y});
  return std::nullopt;
}

std::optional<std::string> ShapeReader::read_points(const OGRSimpleCurve& curve, std::vector<Point>& points) {
  points.resize(static_cast<std::size_t>(curve.getNumPoints()));
  for (int i = 0; i < curve.getNumPoints(); ++i) points[static_cast<std::size_t>(i)] = {curve.getX(i), curve.getY(i)};
  return place(points);
}

std::optional<std::string> ShapeReader::read_polygon(const OGRGeometry& geometry, Polygon& polygon) {
  const OGRPolygon& source = *geometry.toPolygon();
  if (source.getExteriorRing() == nullptr) return std::nullopt;
  if (auto fault = read_points(*source.getExteriorRing(), polygon.outer)) return fault;
  open_and_orient(polygon.outer, true);
  for (int i = 0; i < source.getNumInteriorRings(); ++i) {
    if (source.getInteriorRing(i)->IsEmpty()) continue;
    Ring& hole = polygon.holes.emplace_back();
    if (auto fault = read_points(*source.getInteriorRing(i), hole)) return fault;
    open_and_orient(hole, false);
  }
  return std::nullopt;
}

std::optional<std::string> ShapeReader::read(const OGRGeometry& geometry, Shape& shape) {
  if (geometry.IsEmpty()) return std::nullopt;
  if (geometry.hasCurveGeometry()) {
    const std::unique_ptr<OGRGeometry> chords(geometry.getLinearGeometry());
    return read(*chords, shape);
  }
  const auto type = wkbFlatten(geometry.getGeometryType());
  if (type == wkbPoint) {
    const OGRPoint& point = *geometry.toPoint();
    std::vector<Point> one{{point.getX(), point.getY()}};
    auto fault = place(one);
    shape.points.push_back(one.front());
    return fault;
  }
  if (type == wkbLineString) {
    return read_points(*geometry.toLineString(), shape.lines.emplace_back().points);
  }
  if (type == wkbPolygon) return read_polygon(geometry, shape.area.polygons.emplace_back());
  if (type == wkbTriangle) return "found a triangle of a surface mesh, expected a polygon";
  if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
    for (const OGRGeometry* part : geometry.toGeometryCollection()) {
      if (auto fault = read(*part, shape)) return fault;
    }
    return std::nullopt;
  }
  return fmt::format("found a geometry of type {}, expected points, lines or polygons", geometry.getGeometryName());
}

}  // namespace parktwin::importers
