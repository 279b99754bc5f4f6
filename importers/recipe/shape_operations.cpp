#include "importers/recipe/shape_operations.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <memory>

#include "engine/core/check.h"
#include "importers/gdal_layers/gdal_session.h"
#include "importers/gdal_layers/reference_system.h"

namespace parktwin::importers {
namespace {

using Geometry = std::unique_ptr<OGRGeometry>;

void fill(OGRLinearRing& ring, const Ring& points) {
  for (const Point p : points) ring.addPoint(p.x, p.y);
  ring.closeRings();
}

Geometry to_ogr(const MultiPolygon& shape) {
  auto result = std::make_unique<OGRMultiPolygon>();
  for (const auto& polygon : shape.polygons) {
    OGRPolygon part;
    OGRLinearRing outer;
    fill(outer, polygon.outer);
    part.addRing(&outer);
    for (const auto& hole : polygon.holes) {
      OGRLinearRing inner;
      fill(inner, hole);
      part.addRing(&inner);
    }
    result->addGeometry(&part);
  }
  return result;
}

Ring to_ring(const OGRLinearRing& ring, bool counter_clockwise) {
  Ring points;
  for (int i = 0; i < ring.getNumPoints(); ++i) {
    const Point p = to_centimetre(Point{ring.getX(i), ring.getY(i)});
    if (points.empty() || !(points.back() == p)) points.push_back(p);
  }
  if (points.size() > 1 && points.front() == points.back()) points.pop_back();
  if ((signed_area(points) > 0.0) != counter_clockwise) std::reverse(points.begin(), points.end());
  return points;
}

void add_polygon(const OGRPolygon& source, MultiPolygon& shape) {
  if (source.getExteriorRing() == nullptr) return;
  Polygon polygon{to_ring(*source.getExteriorRing(), true), {}};
  if (polygon.outer.size() < 3) return;
  for (int i = 0; i < source.getNumInteriorRings(); ++i) {
    auto hole = to_ring(*source.getInteriorRing(i), false);
    if (hole.size() >= 3 && signed_area(hole) != 0.0) polygon.holes.push_back(std::move(hole));
  }
  shape.polygons.push_back(std::move(polygon));
}

MultiPolygon from_ogr(const OGRGeometry& geometry) {
  MultiPolygon shape;
  const auto kind = wkbFlatten(geometry.getGeometryType());
  if (kind == wkbPolygon) {
    add_polygon(*geometry.toPolygon(), shape);
  } else if (kind == wkbMultiPolygon || kind == wkbGeometryCollection) {
    for (const auto* part : *geometry.toGeometryCollection()) {
      if (wkbFlatten(part->getGeometryType()) == wkbPolygon) add_polygon(*part->toPolygon(), shape);
    }
  }
  return shape;
}

Geometry buffer_of(const OGRGeometry& geometry, double metres) {
  Geometry result(geometry.Buffer(metres, 8));
  PARKTWIN_CHECK(result != nullptr, "GEOS gave no buffer");
  return result;
}

/// Rounding to the centimetre can make neighbouring edges cross; a fine simplification takes such slivers away and GEOS mends the rest.
MultiPolygon rounded(const OGRGeometry& geometry) {
  const GdalSession session;              // GEOS says where an outline crosses itself; that is what is mended here
  constexpr double finest_detail = 0.05;  // m
  constexpr int most_rounds = 4;
  Geometry simple(geometry.SimplifyPreserveTopology(finest_detail));
  MultiPolygon shape = from_ogr(simple ? *simple : geometry);
  for (int round = 0; round < most_rounds; ++round) {
    const auto drawn = to_ogr(shape);
    if (drawn->IsValid()) break;
    shape = from_ogr(*buffer_of(*drawn, round * finest_detail));
  }
  return shape;
}

}  // namespace

MultiPolygon buffered(const LineString& line, double metres) {
  OGRLineString source;
  for (const Point p : line.points) source.addPoint(p.x, p.y);
  return rounded(*buffer_of(source, metres));
}

MultiPolygon united(const std::vector<MultiPolygon>& shapes, double closing) {
  OGRGeometryCollection parts;
  for (const auto& shape : shapes) {
    // A zero buffer mends touching rings that a cascaded union would refuse.
    parts.addGeometryDirectly(buffer_of(*to_ogr(shape), 0.0).release());
  }
  if (closing <= 0.0) return rounded(*buffer_of(parts, 0.0));
  return rounded(*buffer_of(*buffer_of(parts, closing), -closing));
}

}  // namespace parktwin::importers
