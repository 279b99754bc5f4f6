#include "engine/simulators/radio/reference/roof_string.h"

#include <algorithm>
#include <cmath>

namespace parktwin::radio::reference {
namespace {

constexpr std::size_t terrain = static_cast<std::size_t>(-1);
constexpr double nearest_m = 0.05;  // to an end, or to the point before
constexpr double straight_rad = 1e-9;
constexpr double terrain_step = 0.125;  // of a cell

struct ProfilePoint {
  double along_m;
  double elevation_m;
  std::size_t wall;
};

// Along the plan from a, where the wall crosses the way; negative when it does not.
double crossing_m(const Wall& wall, Point a, Point heading, double run) {
  const auto aside = [&](Point p) { return heading.x * (p.y - a.y) - heading.y * (p.x - a.x); };
  const double from = aside(wall.from);
  const double to = aside(wall.to);
  if ((from > 0.0) == (to > 0.0)) return -1.0;
  const double t = from / (from - to);
  const Point at{wall.from.x + (wall.to.x - wall.from.x) * t, wall.from.y + (wall.to.y - wall.from.y) * t};
  const double along = (at.x - a.x) * heading.x + (at.y - a.y) * heading.y;
  return along > nearest_m && along < run - nearest_m ? along : -1.0;
}

std::vector<ProfilePoint> profile(const ParkMesh& mesh, Point a, Point heading, double run) {
  std::vector<ProfilePoint> points;
  for (std::size_t i = 0; i < mesh.walls.size(); ++i) {
    const double along = crossing_m(mesh.walls[i], a, heading, run);
    if (along > 0.0) points.push_back({along, mesh.walls[i].roof_m, i});
  }
  if (!mesh.terrain.elevation_m.empty()) {
    const auto steps = static_cast<int>(run / (terrain_step * mesh.terrain.elevation_m.frame.cell_size)) + 1;
    for (int i = 1; i < steps; ++i) {
      const double along = run * i / steps;
      points.push_back({along, ground_elevation_m(mesh.terrain, {a.x + heading.x * along, a.y + heading.y * along}), terrain});
    }
  }
  std::sort(points.begin(), points.end(), [](const ProfilePoint& p, const ProfilePoint& q) {
    return p.along_m != q.along_m ? p.along_m < q.along_m : p.elevation_m < q.elevation_m;
  });
  return points;
}

double climb(const ProfilePoint& p, const ProfilePoint& q) { return std::atan2(q.elevation_m - p.elevation_m, q.along_m - p.along_m); }

// Upper hull between two ends; points that do not bend it are left out.
std::vector<ProfilePoint> tight(const std::vector<ProfilePoint>& points, const ProfilePoint& first, const ProfilePoint& last) {
  std::vector<ProfilePoint> hull = {first};
  const auto add = [&](const ProfilePoint& point) {
    while (hull.size() > 1 && climb(hull[hull.size() - 2], hull.back()) - climb(hull.back(), point) < straight_rad) hull.pop_back();
    hull.push_back(point);
  };
  for (const auto& point : points) add(point);
  add(last);
  return {hull.begin() + 1, hull.end() - 1};
}

}  // namespace

RoofString roof_string(const ParkMesh& mesh, const Ends& ends, Hertz frequency) {
  const Point a = plan(ends.transmitter);
  const Point b = plan(ends.receiver);
  const double run = distance(a, b);
  RoofString result;
  if (run <= 2.0 * nearest_m) return result;
  const Point heading{(b.x - a.x) / run, (b.y - a.y) / run};
  const auto bends = tight(profile(mesh, a, heading, run), {0.0, ends.transmitter.z, terrain}, {run, ends.receiver.z, terrain});
  for (std::size_t i = 0; i < bends.size(); ++i) {
    const auto& bend = bends[i];
    if (i > 0 && bend.along_m - bends[i - 1].along_m < nearest_m) continue;
    Interaction interaction;
    interaction.touch = Touch::edge;
    interaction.point = {a.x + heading.x * bend.along_m, a.y + heading.y * bend.along_m, bend.elevation_m};
    interaction.wedge = bend.wall == terrain ? cut_terrain_wedge(interaction.point, heading)
                                             : cut_roof_wedge(mesh, bend.wall, interaction.point, heading, frequency);
    result.way.push_back(interaction);
    result.walls.push_back(bend.wall);
  }
  if (std::find(result.walls.begin(), result.walls.end(), terrain) != result.walls.end()) result.walls.clear();
  return result;
}

}  // namespace parktwin::radio::reference
