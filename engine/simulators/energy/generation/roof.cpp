#include "engine/simulators/energy/generation/roof.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parktwin::energy::generation {
namespace {

constexpr double above_roof_m = 0.5;
/// What stays below hides next to nothing: a sky view of cos² 1° = 0.9997.
const double least_slope = std::tan(std::numbers::pi / 180.0);

double gap_m(const Box& a, const Box& b) {
  const double x = std::max({0.0, a.low.x - b.high.x, b.low.x - a.high.x});
  const double y = std::max({0.0, a.low.y - b.high.y, b.low.y - a.high.y});
  return std::hypot(x, y);
}

}  // namespace

double roof_elevation_m(const Park& park, const Building& building) {
  const auto& ground = park.terrain->elevation_m;
  const double elevation = ground.empty() ? 0.0 : sample(ground, centroid(building.footprint));
  return (std::isfinite(elevation) ? elevation : 0.0) + building.height.value();
}

std::vector<solar::Horizon> roof_horizons(const Park& park, Id<Building> id, std::size_t wanted) {
  const Building& own = (*park.buildings)[id];
  if (own.footprint.outer.empty()) return {};
  const double eye_m = roof_elevation_m(park, own) + above_roof_m;
  const Box place = bounds(own.footprint);
  std::vector<solar::Prism> obstacles;
  for (const auto& other : *park.buildings) {
    if (&other == &own || other.footprint.outer.size() < 3) continue;
    const double top_m = roof_elevation_m(park, other);
    const double above = top_m - eye_m;
    if (above > least_slope * gap_m(place, bounds(other.footprint))) obstacles.push_back({other.footprint.outer, top_m});
  }
  if (obstacles.empty()) return {};
  std::vector<solar::Horizon> horizons;
  for (const Point point : solar::spread_points(own.footprint, wanted)) horizons.push_back(solar::horizon_at(point, eye_m, obstacles));
  return horizons;
}

RoofView roof_view(const Park& park, Id<Building> building) {
  RoofView view;
  view.points = roof_horizons(park, building);
  if (view.points.empty()) return view;
  double sum = 0.0;
  for (const auto& point : view.points) sum += point.sky_view();
  view.sky_view = sum / static_cast<double>(view.points.size());
  return view;
}

}  // namespace parktwin::energy::generation
