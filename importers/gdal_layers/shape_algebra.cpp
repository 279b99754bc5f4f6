#include "importers/gdal_layers/shape_algebra.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <memory>

#include "engine/core/check.h"
#include "importers/gdal_layers/gdal_session.h"
#include "importers/gdal_layers/reference_system.h"

namespace parktwin::importers {
namespace {

constexpr double least_part_m2 = 1.0;
using Geometry = std::unique_ptr<OGRGeometry>;

std::unique_ptr<OGRLinearRing> ogr_ring(const Ring& ring) {
  auto out = std::make_unique<OGRLinearRing>();
  for (const Point p : ring) out->addPoint(p.x, p.y);
  out->closeRings();
  return out;
}

std::unique_ptr<OGRMultiPolygon> to_ogr(const MultiPolygon& shape) {
  auto out = std::make_unique<OGRMultiPolygon>();
  for (const auto& polygon : shape.polygons) {
    auto part = std::make_unique<OGRPolygon>();
    part->addRingDirectly(ogr_ring(polygon.outer).release());
    for (const auto& hole : polygon.holes) part->addRingDirectly(ogr_ring(hole).release());
    out->addGeometryDirectly(part.release());
  }
  return out;
}

Ring from_ring(const OGRLinearRing& ring, bool counter_clockwise) {
  Ring out;
  for (int i = 0; i + 1 < ring.getNumPoints(); ++i) out.push_back({ring.getX(i), ring.getY(i)});
  if ((signed_area(out) > 0.0) != counter_clockwise) std::reverse(out.begin(), out.end());
  return out;
}

void collect(const OGRGeometry& geometry, MultiPolygon& out) {
  const auto type = wkbFlatten(geometry.getGeometryType());
  if (type == wkbPolygon) {
    const auto* polygon = geometry.toPolygon();
    if (polygon->IsEmpty() || polygon->get_Area() < least_part_m2) return;
    Polygon part{from_ring(*polygon->getExteriorRing(), true), {}};
    for (int i = 0; i < polygon->getNumInteriorRings(); ++i) {
      const auto* hole = polygon->getInteriorRing(i);
      if (hole->get_Area() >= least_part_m2) part.holes.push_back(from_ring(*hole, false));
    }
    out.polygons.push_back(std::move(part));
  } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
    for (const auto* part : *geometry.toGeometryCollection()) collect(*part, out);
  }
}

MultiPolygon from_ogr(const Geometry& geometry) {
  PARKTWIN_CHECK(geometry != nullptr, "an overlay of valid shapes failed");
  MultiPolygon out;
  collect(*geometry, out);
  return out;
}

void round_ring(Ring& ring) {
  for (auto& point : ring) point = to_centimetre(point);
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
  while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
}

void round_rings(Polygon& polygon) {
  round_ring(polygon.outer);
  for (auto& hole : polygon.holes) round_ring(hole);
  std::erase_if(polygon.holes, [](const Ring& hole) { return hole.size() < 3 || signed_area(hole) == 0.0; });
}

}  // namespace

MultiPolygon united(const std::vector<MultiPolygon>& shapes) {
  OGRMultiPolygon all;
  for (const auto& shape : shapes) {
    const auto parts = to_ogr(shape);
    for (const auto* part : *parts) all.addGeometry(part);
  }
  if (all.IsEmpty()) return {};
  return from_ogr(Geometry(all.UnionCascaded()));
}

MultiPolygon without(const MultiPolygon& shape, const MultiPolygon& removed) {
  if (shape.polygons.empty() || removed.polygons.empty()) return shape;
  return from_ogr(Geometry(to_ogr(shape)->Difference(to_ogr(removed).get())));
}

MultiPolygon common(const MultiPolygon& a, const MultiPolygon& b) {
  if (a.polygons.empty() || b.polygons.empty()) return {};
  return from_ogr(Geometry(to_ogr(a)->Intersection(to_ogr(b).get())));
}

MultiPolygon strip(const LineString& line, double width) {
  OGRLineString course;
  for (const Point p : line.points) course.addPoint(p.x, p.y);
  return from_ogr(Geometry(course.Buffer(0.5 * width, 4)));
}

MultiPolygon opened(const MultiPolygon& shape, double by) {
  if (shape.polygons.empty()) return shape;
  const Geometry narrowed(to_ogr(shape)->Buffer(-by, 4));
  PARKTWIN_CHECK(narrowed != nullptr, "a buffer of a valid shape failed");
  return from_ogr(Geometry(narrowed->Buffer(by, 4)));
}

MultiPolygon closed(const MultiPolygon& shape, double by) {
  if (shape.polygons.empty() || by <= 0.0) return shape;
  const Geometry widened(to_ogr(shape)->Buffer(by, 8));
  PARKTWIN_CHECK(widened != nullptr, "a buffer of a valid shape failed");
  return from_ogr(Geometry(widened->Buffer(-by, 8)));
}

MultiPolygon mended(const MultiPolygon& shape) {
  const GdalSession session;  // GEOS says where an outline crosses itself; that is what is mended here
  if (shape.polygons.empty()) return shape;
  return from_ogr(Geometry(to_ogr(shape)->Buffer(0.0)));
}

MultiPolygon to_centimetre(const MultiPolygon& shape) {
  constexpr double finest_detail = 0.05;  // m: closer points are one after rounding
  constexpr int most_rounds = 4;
  const GdalSession session;
  if (shape.polygons.empty()) return shape;
  MultiPolygon result = from_ogr(Geometry(to_ogr(shape)->SimplifyPreserveTopology(finest_detail)));
  for (int round = 1; round <= most_rounds; ++round) {
    for (auto& polygon : result.polygons) round_rings(polygon);
    if (valid_shape(result)) break;
    result = from_ogr(Geometry(to_ogr(result)->Buffer((round - 1) * finest_detail)));
  }
  return result;
}

std::vector<LineString> inside(const LineString& line, const MultiPolygon& shape) {
  OGRLineString course;
  for (const Point p : line.points) course.addPoint(p.x, p.y);
  const Geometry cut(course.Intersection(to_ogr(shape).get()));
  std::vector<LineString> parts;
  if (!cut) return parts;
  const auto take = [&parts](const OGRGeometry& part) {
    if (wkbFlatten(part.getGeometryType()) != wkbLineString) return;
    LineString piece;
    const auto* points = part.toLineString();
    for (int i = 0; i < points->getNumPoints(); ++i) piece.points.push_back(to_centimetre(Point{points->getX(i), points->getY(i)}));
    piece.points.erase(std::unique(piece.points.begin(), piece.points.end()), piece.points.end());
    if (piece.points.size() > 1) parts.push_back(std::move(piece));
  };
  take(*cut);
  if (OGR_GT_IsSubClassOf(wkbFlatten(cut->getGeometryType()), wkbGeometryCollection)) {
    for (const auto* part : *cut->toGeometryCollection()) take(*part);
  }
  return parts;
}

MultiPolygon hull(const std::vector<Point>& points, double widened_by) {
  OGRMultiPoint all;
  for (const Point p : points) {
    OGRPoint point(p.x, p.y);
    all.addGeometry(&point);
  }
  const Geometry convex(all.ConvexHull());
  PARKTWIN_CHECK(convex != nullptr, "the hull of finite points failed");
  return to_centimetre(from_ogr(Geometry(convex->Buffer(widened_by, 8))));
}

std::optional<Mending> mend(const MultiPolygon& shape) {
  GdalSession session;
  const auto geometry = to_ogr(shape);
  if (geometry->IsValid()) return std::nullopt;
  Mending result;
  const auto warnings = session.take_warnings();
  result.reason = warnings.empty() ? "invalid" : warnings.front();
  result.area_before_m2 = area(shape);
  if (const Geometry valid(geometry->MakeValid()); valid) result.shape = to_centimetre(from_ogr(valid));
  result.area_after_m2 = area(result.shape);
  return result;
}

bool valid_shape(const MultiPolygon& shape) {
  const GdalSession session;  // what GEOS has to say about an invalid one is not for the screen
  const auto geometry = to_ogr(shape);
  return std::all_of(geometry->begin(), geometry->end(), [](const OGRPolygon* part) { return part->IsValid() != 0; });
}

}  // namespace parktwin::importers
