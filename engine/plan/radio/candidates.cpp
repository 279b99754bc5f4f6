#include "engine/plan/radio/candidates.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace parktwin::plan {
namespace {

/// A point of the roof: the centroid, or of a bent building the middle of the widest line across it at the centroid's height.
std::optional<Point> roof_point(const Polygon& footprint) {
  const Point centre = to_centimetres(centroid(footprint));
  if (contains(footprint, centre)) return centre;
  const Box box = bounds(footprint);
  constexpr int steps = 64;
  double best = 0.0;
  double begin = box.low.x;
  std::optional<Point> found;
  for (int i = 0; i <= steps; ++i) {
    const double x = box.low.x + (box.high.x - box.low.x) * i / steps;
    if (contains(footprint, {x, centre.y})) {
      if (x - begin <= best) continue;
      best = x - begin;
      found = to_centimetres({0.5 * (begin + x), centre.y});
    } else {
      begin = x;
    }
  }
  return found && contains(footprint, *found) ? found : std::nullopt;
}

bool is_built_over(const Park& park, Point point) {
  return std::any_of(park.buildings->begin(), park.buildings->end(), [&](const Building& building) {
    const Box box = bounds(building.footprint);
    return point.x >= box.low.x && point.x <= box.high.x && point.y >= box.low.y && point.y <= box.high.y &&
           contains(building.footprint, point);
  });
}

void add_roofs(const Park& park, const PlanOptions& options, std::vector<Candidate>& places) {
  for (std::size_t i = 0; i < park.buildings->size(); ++i) {
    const Building& building = park.buildings->records()[i];
    if (building.footprint.outer.size() < 3 || building.use == BuildingUse::tank) continue;
    const auto point = roof_point(building.footprint);
    if (point && contains(park.site->boundary, *point)) places.push_back({*point, Id<Building>(i), options.roof_mast_height});
  }
}

void add_poles(const Park& park, const PlanOptions& options, std::vector<Candidate>& places) {
  for (const Road& road : *park.roads) {
    const double whole = length(road.path);
    for (double along = 0.5 * options.pole_spacing.value(); along < whole; along += options.pole_spacing.value()) {
      const Point on_road = point_along(road.path, along);
      const Point ahead = point_along(road.path, std::min(whole, along + 1.0));
      const double step = distance(on_road, ahead);
      if (step <= 0.0) continue;
      // Beside the carriageway: half the road's width to the right.
      const double aside = 0.5 * road.width.value() / step;
      const Point point = to_centimetres({on_road.x + aside * (ahead.y - on_road.y), on_road.y - aside * (ahead.x - on_road.x)});
      if (contains(park.site->boundary, point) && !is_built_over(park, point)) places.push_back({point, {}, options.pole_height});
    }
  }
}

}  // namespace

std::vector<Candidate> find_candidates(const Park& park, const std::vector<Point>& standing, const PlanOptions& options) {
  std::vector<Candidate> places;
  add_roofs(park, options, places);
  add_poles(park, options, places);
  std::vector<double> away(places.size(), std::numeric_limits<double>::infinity());
  const auto keep_away_from = [&](Point point) {
    for (std::size_t i = 0; i < places.size(); ++i) away[i] = std::min(away[i], distance(places[i].position, point));
  };
  for (const Point point : standing) keep_away_from(point);
  std::vector<Candidate> chosen;
  while (chosen.size() < static_cast<std::size_t>(options.candidate_sites)) {
    const auto furthest = std::max_element(away.begin(), away.end());
    if (furthest == away.end() || *furthest <= 0.0 || *furthest < options.least_spacing.value()) break;
    chosen.push_back(places[static_cast<std::size_t>(furthest - away.begin())]);
    keep_away_from(chosen.back().position);
  }
  return chosen;
}

}  // namespace parktwin::plan
