#include "engine/simulators/radio/reference/surroundings.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parktwin::radio::reference {
namespace {

constexpr double sample_spacing_m = 4.0;
constexpr double off_surface_m = 5e-3;
constexpr std::array<double, 3> wall_levels = {0.15, 0.55, 0.95};  // of the height above the foot
constexpr std::array<double, 5> corner_levels = {0.1, 0.3, 0.5, 0.7, 0.95};

// Segments to samples, and whose samples they are.
struct Samples {
  std::vector<Segment> segments;
  std::vector<std::size_t> owners;
  void add(Vector3 from, Vector3 to, std::size_t owner) {
    segments.push_back({from, to});
    owners.push_back(owner);
  }
  [[nodiscard]] std::vector<std::size_t> seen(const RayScene& scene) const {
    const auto blocked = scene.occluded(segments);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < blocked.size(); ++i) {
      if (blocked[i] == 0 && (found.empty() || found.back() != owners[i])) found.push_back(owners[i]);
    }
    return found;
  }
};

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

double above_foot(const Wall& wall, double share) { return wall.foot_m + (wall.roof_m - wall.foot_m) * share; }

double distance_to(const Wall& wall, Point point) { return distance(LineString{{wall.from, wall.to}}, point); }

}  // namespace

Surroundings look_around(const ParkMesh& mesh, const RayScene& scene, Vector3 point, Metres reach) {
  Samples walls;
  Samples roofs;
  Samples corners;
  for (std::size_t i = 0; i < mesh.walls.size(); ++i) {
    const Wall& wall = mesh.walls[i];
    if (distance_to(wall, plan(point)) > reach.value()) continue;
    const bool faces = (point.x - wall.from.x) * wall.outward.x + (point.y - wall.from.y) * wall.outward.y > 0.0;
    const int count = static_cast<int>(wall.length_m / sample_spacing_m) + 1;
    for (int k = 0; k < count; ++k) {
      const Vector3 off = at_height(wall.outward, 0.0) * off_surface_m;
      const Point place = between(wall.from, wall.to, (k + 0.5) / count);
      roofs.add(point, at_height(place, wall.roof_m + off_surface_m) + off, i);
      if (!faces) continue;
      for (const double level : wall_levels) walls.add(point, at_height(place, above_foot(wall, level)) + off, i);
    }
  }
  for (std::size_t i = 0; i < mesh.corners.size(); ++i) {
    const Corner& corner = mesh.corners[i];
    if (distance(corner.position, plan(point)) > reach.value()) continue;
    const Wall& after = mesh.walls[corner.after];
    const Wall& before = mesh.walls[corner.before];
    const Vector3 off = unit({after.outward.x + before.outward.x, after.outward.y + before.outward.y, 0.0}) * off_surface_m;
    for (const double level : corner_levels) corners.add(point, at_height(corner.position, above_foot(after, level)) + off, i);
  }
  return {walls.seen(scene), corners.seen(scene), roofs.seen(scene)};
}

}  // namespace parktwin::radio::reference
