#include "importers/synthetic/plan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {

PlanFrame::PlanFrame(double angle_deg, const Ring& extent, Point low)
    : angle_deg_(angle_deg),
      cosine_(std::cos(angle_deg * std::numbers::pi / 180.0)),
      sine_(std::sin(angle_deg * std::numbers::pi / 180.0)) {
  Point least{1e300, 1e300};
  for (const Point p : extent) {
    least.x = std::min(least.x, cosine_ * p.x - sine_ * p.y);
    least.y = std::min(least.y, sine_ * p.x + cosine_ * p.y);
  }
  shift_ = {low.x - least.x, low.y - least.y};
}

Point PlanFrame::operator()(Point p) const {
  return {centimetres(cosine_ * p.x - sine_ * p.y + shift_.x), centimetres(sine_ * p.x + cosine_ * p.y + shift_.y)};
}

Ring PlanFrame::operator()(const Ring& ring) const {
  Ring turned;
  for (const Point p : ring) {
    const Point q = (*this)(p);
    if (turned.empty() || !(turned.back() == q)) turned.push_back(q);
  }
  while (turned.size() > 1 && turned.front() == turned.back()) turned.pop_back();
  return turned;
}

LineString PlanFrame::operator()(const LineString& line) const {
  LineString turned;
  for (const Point p : line.points) {
    const Point q = (*this)(p);
    if (turned.points.empty() || !(turned.points.back() == q)) turned.points.push_back(q);
  }
  if (turned.points.size() == 1) turned.points.push_back(turned.points.front());
  return turned;
}

Polygon PlanFrame::operator()(const Polygon& polygon) const {
  Polygon turned{(*this)(polygon.outer), {}};
  for (const auto& hole : polygon.holes) turned.holes.push_back((*this)(hole));
  return turned;
}

MultiPolygon PlanFrame::operator()(const MultiPolygon& shape) const {
  MultiPolygon turned;
  for (const auto& polygon : shape.polygons) turned.polygons.push_back((*this)(polygon));
  return turned;
}

double PlanFrame::azimuth(double plan_azimuth_deg) const {
  double turned = std::fmod(plan_azimuth_deg - angle_deg_, 360.0);
  if (turned < 0.0) turned += 360.0;
  return turned >= 359.995 ? 0.0 : centimetres(turned);
}

}  // namespace parktwin::importers::synthetic
