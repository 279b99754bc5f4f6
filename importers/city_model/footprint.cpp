#include "importers/city_model/footprint.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "importers/gdal_layers/shape_algebra.h"

namespace parktwin::importers {
namespace {

constexpr double half_upright = 0.70710678118654752;  // vertical part of a unit normal at 45 degrees
constexpr double upright = 0.01;                      // walls lean less than about half a degree

/// Newell's normal: its vertical part over its length (Sutherland, Sproull and Schumacker 1974). About the first corner, so that large
/// eastings do not eat the digits.
double upward(const std::vector<Corner>& ring) {
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;
  const Corner& origin = ring.front();
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Corner& a = ring[i];
    const Corner& b = ring[(i + 1) % ring.size()];
    x += (a.place.y - b.place.y) * (a.z + b.z - 2.0 * origin.z);
    y += (a.z - b.z) * (a.place.x + b.place.x - 2.0 * origin.place.x);
    z += (a.place.x - b.place.x) * (a.place.y + b.place.y - 2.0 * origin.place.y);
  }
  const double size = std::sqrt(x * x + y * y + z * z);
  return size > 0.0 ? z / size : 0.0;
}

/// Seen from above, with valid rings.
MultiPolygon flat(const CitySurface& surface) {
  MultiPolygon shape;
  auto& polygon = shape.polygons.emplace_back();
  for (const auto& corners : surface.rings) {
    Ring ring;
    ring.reserve(corners.size());
    for (const auto& corner : corners) {
      if (ring.empty() || !(ring.back() == corner.place)) ring.push_back(corner.place);
    }
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    const bool outer = &corners == &surface.rings.front();
    if (ring.size() < 3) {
      if (outer) return {};
      continue;
    }
    if ((signed_area(ring) > 0.0) != outer) std::reverse(ring.begin(), ring.end());
    if (outer) {
      polygon.outer = std::move(ring);
    } else {
      polygon.holes.push_back(std::move(ring));
    }
  }
  auto mending = mend(shape);
  return mending ? std::move(mending->shape) : shape;
}

template <class Take>
std::vector<MultiPolygon> taken(const std::vector<CitySurface>& surfaces, const Take& take) {
  std::vector<MultiPolygon> shapes;
  for (const auto& surface : surfaces) {
    if (!take(surface)) continue;
    auto shape = flat(surface);
    if (!shape.polygons.empty()) shapes.push_back(std::move(shape));
  }
  return shapes;
}

}  // namespace

Footprint footprint_of(const std::vector<CitySurface>& surfaces) {
  Footprint result;
  result.low = std::numeric_limits<double>::max();
  result.high = std::numeric_limits<double>::lowest();
  for (const auto& surface : surfaces) {
    for (const auto& corner : surface.rings.front()) {
      result.low = std::min(result.low, corner.z);
      result.high = std::max(result.high, corner.z);
    }
  }
  auto shapes = taken(surfaces, [](const CitySurface& surface) { return surface.meaning == SurfaceMeaning::ground; });
  if (shapes.empty()) shapes = taken(surfaces, [](const CitySurface& surface) { return upward(surface.rings.front()) < -half_upright; });
  if (shapes.empty())
    shapes = taken(surfaces, [](const CitySurface& surface) { return std::abs(upward(surface.rings.front())) > upright; });
  if (shapes.size() == 1) {
    result.area = to_centimetre(shapes.front());
  } else if (!shapes.empty()) {
    result.area = to_centimetre(united(shapes));
  }
  return result;
}

}  // namespace parktwin::importers
