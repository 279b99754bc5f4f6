#include "engine/simulators/radio/reference/wedge.h"

#include <cmath>
#include <numbers>

namespace parktwin::radio::reference {
namespace {

using std::numbers::pi;

constexpr double beside_m = 0.1;  // a neighbour nearer than this goes on where the wall ends

Vector3 turned(const Wedge& wedge, double angle_rad) {
  return wedge.zero_tangent * std::cos(angle_rad) + wedge.zero_normal * std::sin(angle_rad);
}

}  // namespace

Vector3 Wedge::open_side() const { return turned(*this, 0.5 * exterior_angle_rad); }

double Wedge::angle_of(Vector3 direction) const {
  const double angle = std::atan2(dot(direction, zero_normal), dot(direction, zero_tangent));
  return angle < 0.0 ? angle + 2.0 * pi : angle;
}

Wedge corner_wedge(const ParkMesh& mesh, std::size_t corner, Hertz frequency) {
  const Corner& place = mesh.corners[corner];
  const Wall& after = mesh.walls[place.after];
  const Wall& before = mesh.walls[place.before];
  Wedge wedge;
  wedge.origin = at_height(place.position, 0.0);
  wedge.along = {0.0, 0.0, 1.0};
  wedge.begin_m = std::min(after.foot_m, before.foot_m);
  wedge.end_m = after.roof_m;
  wedge.zero_tangent = at_height({(after.to.x - after.from.x) / after.length_m, (after.to.y - after.from.y) / after.length_m}, 0.0);
  wedge.zero_normal = at_height(after.outward, 0.0);
  wedge.exterior_angle_rad = place.exterior_angle_rad;
  wedge.zero_permittivity = wall_permittivity(after.material, frequency);
  wedge.last_permittivity = wall_permittivity(before.material, frequency);
  wedge.building = after.building;
  return wedge;
}

Wedge roof_wedge(const ParkMesh& mesh, std::size_t wall, Hertz frequency) {
  const Wall& place = mesh.walls[wall];
  Wedge wedge;
  wedge.origin = at_height(place.from, place.roof_m);
  wedge.along = at_height({(place.to.x - place.from.x) / place.length_m, (place.to.y - place.from.y) / place.length_m}, 0.0);
  wedge.end_m = place.length_m;
  wedge.zero_tangent = {0.0, 0.0, -1.0};
  wedge.zero_normal = at_height(place.outward, 0.0);
  wedge.exterior_angle_rad = 1.5 * pi;
  wedge.zero_permittivity = wall_permittivity(place.material, frequency);
  wedge.last_permittivity = wedge.zero_permittivity;
  wedge.building = place.building;
  wedge.is_roof = true;
  return wedge;
}

Wedge cut_roof_wedge(const ParkMesh& mesh, std::size_t wall, Vector3 point, Point heading, Hertz frequency) {
  Wedge wedge = roof_wedge(mesh, wall, frequency);
  const double facing = mesh.walls[wall].outward.x * heading.x + mesh.walls[wall].outward.y * heading.y < 0.0 ? -1.0 : 1.0;
  wedge.origin = point;
  wedge.along = {-heading.y, heading.x, 0.0};
  wedge.end_m = 0.0;
  wedge.zero_normal = at_height(heading, 0.0) * facing;
  return wedge;
}

Wedge cut_terrain_wedge(Vector3 point, Point heading) {
  Wedge wedge;
  wedge.origin = point;
  wedge.along = {-heading.y, heading.x, 0.0};
  wedge.zero_tangent = {0.0, 0.0, -1.0};
  wedge.zero_normal = at_height(heading, 0.0);
  wedge.exterior_angle_rad = 2.0 * pi;
  wedge.zero_absorbs = true;
  wedge.last_absorbs = true;
  return wedge;
}

double shortest_way_at(const Wedge& wedge, Vector3 a, Vector3 b) {
  const double along_a = dot(a - wedge.origin, wedge.along);
  const double along_b = dot(b - wedge.origin, wedge.along);
  const double away_a = length(a - wedge.at(along_a));
  const double away_b = length(b - wedge.at(along_b));
  const double away = away_a + away_b;
  return away > 0.0 ? (along_a * away_b + along_b * away_a) / away : 0.5 * (along_a + along_b);
}

bool stands_free(const ParkMesh& mesh, const Wedge& wedge, double metres) {
  const Vector3 point = wedge.at(metres);
  const auto covered = [&](Vector3 step, double elevation_m) {
    const auto roof = mesh.roof_over(plan(point + step * beside_m));
    return roof && *roof > elevation_m - beside_m;
  };
  if (wedge.building < 0) return true;
  if (wedge.is_roof) return !covered(wedge.zero_normal, point.z);
  const double last = wedge.exterior_angle_rad;
  return !covered(turned(wedge, 0.25 * pi), point.z) && !covered(turned(wedge, 0.5 * last), point.z) &&
         !covered(turned(wedge, last - 0.25 * pi), point.z);
}

}  // namespace parktwin::radio::reference
