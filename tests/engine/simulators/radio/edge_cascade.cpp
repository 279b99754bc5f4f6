#include "tests/engine/simulators/radio/edge_cascade.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/check.h"
#include "engine/simulators/radio/knife_edge.h"

namespace parktwin::radio {
namespace {

constexpr double least_rise_m = 1e-6;  // far below the accuracy of elevations, far above their rounding
constexpr double nothing_in_the_way = -std::numeric_limits<double>::infinity();

void check(const ProfilePath& path) {
  PARKTWIN_CHECK(path.distance_m > 0.0 && path.wavelength_m > 0.0, "a profile path needs a distance and a wavelength");
  double before_m = 0.0;
  for (const auto& point : path.points) {
    PARKTWIN_CHECK(point.distance_m > before_m, "the points of a profile path ascend from the transmitter");
    before_m = point.distance_m;
  }
  PARKTWIN_CHECK(before_m < path.distance_m, "the points of a profile path lie before the receiver");
}

ProfilePoint transmitter(const ProfilePath& path) { return {0.0, path.transmitter_elevation_m}; }
ProfilePoint receiver(const ProfilePath& path) { return {path.distance_m, path.receiver_elevation_m}; }

// Of `edge` above the line from `before` to `after`.
double height_above_m(const ProfilePoint& before, const ProfilePoint& edge, const ProfilePoint& after) {
  const double near_m = edge.distance_m - before.distance_m;
  const double far_m = after.distance_m - edge.distance_m;
  return edge.elevation_m - (before.elevation_m * far_m + after.elevation_m * near_m) / (near_m + far_m);
}

double edge_parameter(const ProfilePoint& before, const ProfilePoint& edge, const ProfilePoint& after, double wavelength_m) {
  return fresnel_parameter(height_above_m(before, edge, after), edge.distance_m - before.distance_m, after.distance_m - edge.distance_m,
                           wavelength_m);
}

double highest_parameter(const ProfilePath& path) {
  double highest = nothing_in_the_way;
  for (const auto& point : path.points) {
    highest = std::max(highest, edge_parameter(transmitter(path), point, receiver(path), path.wavelength_m));
  }
  return highest;
}

// −20 lg C_N, C_N = √(Pa/Pb), section 4.4.1: with the distances l₀ … l_N between neighbours and their sum D,
// Pb/Pa = Π(lᵢ₋₁ + lᵢ) over the edges / (D Π lᵢ over the gaps between edges).
double spreading_loss_db(std::span<const ProfilePoint> edges, const ProfilePath& path) {
  double sum = -std::log10(path.distance_m);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const double before_m = i == 0 ? 0.0 : edges[i - 1].distance_m;
    const double after_m = i + 1 == edges.size() ? path.distance_m : edges[i + 1].distance_m;
    sum += std::log10(after_m - before_m);
    if (i > 0) sum -= std::log10(edges[i].distance_m - before_m);
  }
  return std::max(0.0, 10.0 * sum);  // below 0 by rounding only
}

}  // namespace

std::vector<std::size_t> stretched_string(const ProfilePath& path) {
  check(path);
  std::vector<std::size_t> corners;
  const auto before_last = [&] { return corners.size() < 2 ? transmitter(path) : path.points[corners[corners.size() - 2]]; };
  const auto drop_below = [&](const ProfilePoint& next) {
    while (!corners.empty() && height_above_m(before_last(), path.points[corners.back()], next) <= least_rise_m) corners.pop_back();
  };
  for (std::size_t i = 0; i < path.points.size(); ++i) {
    drop_below(path.points[i]);
    corners.push_back(i);
  }
  drop_below(receiver(path));
  return corners;
}

double cascade_loss_db(const ProfilePath& path) {
  const std::vector<std::size_t> corners = stretched_string(path);
  if (corners.empty()) return knife_edge_loss_db(highest_parameter(path));
  std::vector<ProfilePoint> edges;
  edges.reserve(corners.size());
  for (const std::size_t corner : corners) edges.push_back(path.points[corner]);
  double loss_db = spreading_loss_db(edges, path);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const ProfilePoint before = i == 0 ? transmitter(path) : edges[i - 1];
    const ProfilePoint after = i + 1 == edges.size() ? receiver(path) : edges[i + 1];
    loss_db += knife_edge_loss_db(edge_parameter(before, edges[i], after, path.wavelength_m));
  }
  return loss_db;
}

double bullington_loss_db(const ProfilePath& path) {
  check(path);
  const double direct = (path.receiver_elevation_m - path.transmitter_elevation_m) / path.distance_m;
  double rise_from_transmitter = nothing_in_the_way;  // steepest slope above the direct line
  double rise_from_receiver = nothing_in_the_way;
  for (const auto& point : path.points) {
    const double to_receiver_m = path.distance_m - point.distance_m;
    rise_from_transmitter = std::max(rise_from_transmitter, (point.elevation_m - path.transmitter_elevation_m) / point.distance_m - direct);
    rise_from_receiver = std::max(rise_from_receiver, (point.elevation_m - path.receiver_elevation_m) / to_receiver_m + direct);
  }
  // Where the two horizon lines meet ν = √(2 D α₁ α₂/λ), eq. 29.
  const double parameter = rise_from_transmitter > 0.0 && rise_from_receiver > 0.0
                               ? std::sqrt(2.0 * path.distance_m * rise_from_transmitter * rise_from_receiver / path.wavelength_m)
                               : highest_parameter(path);
  const double edge_db = knife_edge_loss_db(parameter);
  return edge_db + (1.0 - std::exp(-edge_db / 6.0)) * (10.0 + 0.02 * path.distance_m * 1e-3);
}

}  // namespace parktwin::radio
