#include "importers/recipe/map_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace parktwin::importers {
namespace {

constexpr double degree = 3.14159265358979323846 / 180.0;
constexpr double semi_major_m = 6378137.0;  // WGS 84
constexpr double flattening = 1.0 / 298.257223563;
constexpr double half_piece_m = 100.0;

/// Between places a few hundred metres apart.
double ground_m(Point a, Point b) {
  const double e2 = flattening * (2.0 - flattening);
  const double latitude = 0.5 * (a.y + b.y) * degree;
  const double w2 = 1.0 - e2 * std::sin(latitude) * std::sin(latitude);
  const double meridian = semi_major_m * (1.0 - e2) / (w2 * std::sqrt(w2));  // eq. 4-18
  const double normal = semi_major_m / std::sqrt(w2);                        // eq. 4-20
  return std::hypot((b.y - a.y) * degree * meridian, (b.x - a.x) * degree * normal * std::cos(latitude));
}

std::optional<double> scale_along(const std::string& crs, Point middle, Point direction) {
  const auto a = longitude_latitude(crs, {middle.x - half_piece_m * direction.x, middle.y - half_piece_m * direction.y});
  const auto b = longitude_latitude(crs, {middle.x + half_piece_m * direction.x, middle.y + half_piece_m * direction.y});
  if (!a || !b) return std::nullopt;
  const double ground = ground_m(*a, *b);
  if (!(ground > 0.0)) return std::nullopt;
  return 2.0 * half_piece_m / ground;
}

}  // namespace

std::optional<MapScale> map_scale(const std::string& crs, Point easting_northing) {
  const auto east = scale_along(crs, easting_northing, {1.0, 0.0});
  const auto north = scale_along(crs, easting_northing, {0.0, 1.0});
  if (!east || !north) return std::nullopt;
  return MapScale{*east, *north};
}

std::string scale_text(const LocalFrame& frame, const Box& box) {
  double least = 1e9;
  double most = 0.0;
  for (const double x : {box.low.x, 0.5 * (box.low.x + box.high.x), box.high.x}) {
    for (const double y : {box.low.y, 0.5 * (box.low.y + box.high.y), box.high.y}) {
      const auto scale = map_scale(frame.crs, {frame.origin.x + x, frame.origin.y + y});
      if (!scale) return {};
      least = std::min({least, scale->east, scale->north});
      most = std::max({most, scale->east, scale->north});
    }
  }
  const double worst = std::max(std::abs(least - 1.0), std::abs(most - 1.0));
  return fmt::format("lengths on the map of {} are {:.5f} to {:.5f} times those on the ground: {:.2f} m in a kilometre at most", frame.crs,
                     least, most, 1000.0 * worst);
}

}  // namespace parktwin::importers
