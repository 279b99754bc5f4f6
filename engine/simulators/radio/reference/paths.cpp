#include "engine/simulators/radio/reference/paths.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/simulators/radio/reference/candidates.h"
#include "engine/simulators/radio/reference/roof_string.h"

namespace parktwin::radio::reference {
namespace {

constexpr double off_surface_m = 5e-3;
constexpr double shortest_run_m = 1.0;
constexpr double off_terrain_m = 0.05;  // the mesh stays within 1 cm of the terrain

Vector3 beside(const Interaction& interaction) {
  if (interaction.touch == Touch::edge) return interaction.point + interaction.wedge.open_side() * off_surface_m;
  return interaction.point + interaction.normal * (interaction.touch == Touch::ground ? off_terrain_m : off_surface_m);
}

bool is_clear(const ParkMesh& mesh, const RayScene& scene, const Ends& ends, const std::vector<Interaction>& way) {
  for (const auto& interaction : way) {
    if (interaction.touch != Touch::edge) continue;
    const Wedge& wedge = interaction.wedge;
    if (!stands_free(mesh, wedge, dot(interaction.point - wedge.origin, wedge.along))) return false;
  }
  Vector3 from = ends.transmitter;
  for (const auto& interaction : way) {
    const Vector3 to = beside(interaction);
    if (scene.occluded({from, to})) return false;
    from = to;
  }
  return !scene.occluded({from, ends.receiver});
}

Path path_of(const Candidate& candidate) {
  Path path;
  path.kind = candidate.kind;
  path.ray = candidate.ray;
  for (const auto& interaction : candidate.way) {
    path.points.push_back(interaction.point);
    if (interaction.touch == Touch::wall) path.walls.push_back(interaction.wall);
  }
  return path;
}

bool is_single_roof_edge(const Candidate& candidate, std::size_t wall, const ParkMesh& mesh) {
  return candidate.kind == PathKind::roof_edge &&
         candidate.way.front().wedge.origin == at_height(mesh.walls[wall].from, mesh.walls[wall].roof_m);
}

// The string over the roofs, with its exact points where they exist; nothing where a single exact edge says the same.
std::vector<Candidate> string_candidates(const ParkMesh& mesh, const RayScene& scene, const Ends& ends, const PathLimits& limits,
                                         const std::vector<Candidate>& others) {
  const RoofString string = roof_string(mesh, ends, limits.frequency);
  if (string.way.empty()) return {};
  Candidate candidate;
  candidate.kind = PathKind::roof_string;
  if (string.walls.size() == 1) {
    const auto same = [&](const Candidate& other) {
      return is_single_roof_edge(other, string.walls.front(), mesh) && is_clear(mesh, scene, ends, other.way);
    };
    if (std::any_of(others.begin(), others.end(), same)) return {};
  }
  for (const std::size_t wall : string.walls) {
    Interaction interaction;
    interaction.touch = Touch::edge;
    interaction.wedge = roof_wedge(mesh, wall, limits.frequency);
    candidate.way.push_back(interaction);
  }
  const bool exact = !candidate.way.empty() && place_points(mesh, ends, candidate.way) && is_clear(mesh, scene, ends, candidate.way);
  if (!exact) candidate.way = string.way;
  candidate.ray = trace_field(mesh, ends, candidate.way, limits.frequency);
  return {candidate};
}

// The same edges in the same order, nothing else.
bool same_edges(const std::vector<Interaction>& a, const std::vector<Interaction>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Interaction& p, const Interaction& q) {
    return p.touch == Touch::edge && q.touch == Touch::edge && p.wedge.origin == q.wedge.origin && p.wedge.along == q.wedge.along;
  });
}

}  // namespace

std::vector<Path> find_paths(const ParkMesh& mesh, const RayScene& scene, const Ends& ends, const EndSights& sights,
                             const PathLimits& limits) {
  auto candidates = list_candidates(mesh, ends, sights, limits);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return std::norm(a.ray.gain) > std::norm(b.ray.gain); });
  std::vector<Path> paths;
  double least = 0.0;
  const double ratio = std::pow(10.0, -0.1 * limits.below_strongest.value());
  const auto strings = string_candidates(mesh, scene, ends, limits, candidates);
  for (const auto& string : strings) {
    paths.push_back(path_of(string));
    least = ratio * std::norm(string.ray.gain);
  }
  for (const auto& candidate : candidates) {
    const double power = std::norm(candidate.ray.gain);
    if (power < least) break;
    if (!strings.empty() && same_edges(candidate.way, strings.front().way)) continue;
    if (!is_clear(mesh, scene, ends, candidate.way)) continue;
    least = std::max(least, ratio * power);
    paths.push_back(path_of(candidate));
  }
  // The profile is free but the ray grazes terrain or a roof by less than the mesh is true: nothing else being there, it counts as free.
  if (paths.empty() && strings.empty() && distance(plan(ends.transmitter), plan(ends.receiver)) > shortest_run_m) {
    paths.push_back(path_of({PathKind::direct, {}, trace_field(mesh, ends, {}, limits.frequency)}));
  }
  std::stable_sort(paths.begin(), paths.end(), [](const Path& a, const Path& b) { return std::norm(a.ray.gain) > std::norm(b.ray.gain); });
  std::erase_if(paths, [&](const Path& path) { return std::norm(path.ray.gain) < least; });
  return paths;
}

}  // namespace parktwin::radio::reference
