#pragma once
// What stands around a point and hides sun and sky from it: the elevation of the horizon in 72 directions, from prisms with flat tops such
// as buildings. Rays at the middle of each 5 degrees find the nearest wall of each prism; what is lower than the point hides nothing.
// Several points of one roof together say which share of it the beam reaches. Light reflected by walls is left out.
#include <array>
#include <vector>

#include "engine/core/geometry.h"
#include "engine/simulators/energy/solar/sun_position.h"

namespace parktwin::energy::solar {

struct Prism {
  std::vector<Point> outline;  ///< closed of itself
  double top_m = 0.0;
};

inline constexpr std::size_t horizon_directions = 72;

struct Horizon {
  std::array<double, horizon_directions> elevation_deg{};  ///< direction i looks to (i + 0.5) · 5 degrees, clockwise from north

  [[nodiscard]] bool sees(const SunPosition& sun) const;
  /// Share of the light of an evenly bright sky that reaches a level surface: mean of cos² of the horizon's elevation.
  [[nodiscard]] double sky_view() const;
};

/// `north_deg`: azimuth of the axis y. A prism around the point itself must not be among the obstacles.
[[nodiscard]] Horizon horizon_at(Point point, double eye_m, const std::vector<Prism>& obstacles, double north_deg = 0.0);

/// Share of points from which the sun is seen. Precondition: not empty.
[[nodiscard]] double sunlit_share(const std::vector<Horizon>& points, const SunPosition& sun);

/// Points spread evenly over the polygon, about `wanted` of them, at least one.
[[nodiscard]] std::vector<Point> spread_points(const Polygon& polygon, std::size_t wanted);

}  // namespace parktwin::energy::solar
