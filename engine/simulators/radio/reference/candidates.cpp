#include "engine/simulators/radio/reference/candidates.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace parktwin::radio::reference {
namespace {

constexpr double hopeless = 1e-6;  // of the free-space amplitude: 120 dB below, never looked at

Interaction wall_touch(std::size_t wall) {
  Interaction interaction;
  interaction.wall = wall;
  return interaction;
}

Interaction ground_touch() {
  Interaction interaction;
  interaction.touch = Touch::ground;
  return interaction;
}

Interaction edge_touch(const Wedge& wedge) {
  Interaction interaction;
  interaction.touch = Touch::edge;
  interaction.wedge = wedge;
  return interaction;
}

class Listing {
 public:
  Listing(const ParkMesh& mesh, const Ends& ends, const PathLimits& limits)
      : mesh_(mesh),
        ends_(ends),
        limits_(limits),
        longest_m_(length(ends.receiver - ends.transmitter) + limits.maximum_detour.value()),
        weakest_(hopeless * wavelength_m(limits.frequency) / (4.0 * std::numbers::pi * length(ends.receiver - ends.transmitter))) {}

  void try_way(PathKind kind, std::vector<Interaction> way, bool shadow_only = false) {
    if (!place_points(mesh_, ends_, way)) return;
    if (way_length(ends_, way) > longest_m_) return;
    const Ray ray = trace_field(mesh_, ends_, way, limits_.frequency);
    if (shadow_only && !ray.bends_only_around) return;
    if (std::abs(ray.gain) < weakest_) return;
    found_.push_back({kind, std::move(way), ray});
  }

  [[nodiscard]] bool within_detour(Point place, double slack_m) const {
    return distance(place, plan(ends_.transmitter)) + distance(place, plan(ends_.receiver)) - slack_m <= longest_m_;
  }

  void reflections();
  void two_walls(const EndSights& sights);
  void single_edges();
  void edges_with_walls(const EndSights& sights);
  void two_edges(const EndSights& sights);
  std::vector<Candidate> take() { return std::move(found_); }

 private:
  [[nodiscard]] std::vector<Wedge> wedges_of(const Surroundings& seen) const {
    std::vector<Wedge> wedges;
    for (const std::size_t corner : seen.corners) wedges.push_back(corner_wedge(mesh_, corner, limits_.frequency));
    for (const std::size_t wall : seen.roofs) wedges.push_back(roof_wedge(mesh_, wall, limits_.frequency));
    return wedges;
  }
  void edge_alone(PathKind kind, const Wedge& wedge) {
    try_way(kind, {edge_touch(wedge)});
    if (limits_.maximum_reflections < 1) return;
    try_way(PathKind::edge_and_ground, {ground_touch(), edge_touch(wedge)});
    try_way(PathKind::edge_and_ground, {edge_touch(wedge), ground_touch()});
  }

  const ParkMesh& mesh_;
  const Ends& ends_;
  const PathLimits& limits_;
  double longest_m_;
  double weakest_;
  std::vector<Candidate> found_;
};

void Listing::reflections() {
  try_way(PathKind::ground, {ground_touch()});
  for (std::size_t i = 0; i < mesh_.walls.size(); ++i) {
    const Wall& wall = mesh_.walls[i];
    if (!within_detour({0.5 * (wall.from.x + wall.to.x), 0.5 * (wall.from.y + wall.to.y)}, wall.length_m)) continue;
    try_way(PathKind::wall, {wall_touch(i)});
    if (limits_.maximum_reflections < 2) continue;
    try_way(PathKind::wall_and_ground, {wall_touch(i), ground_touch()});
    try_way(PathKind::wall_and_ground, {ground_touch(), wall_touch(i)});
  }
}

void Listing::two_walls(const EndSights& sights) {
  for (const std::size_t first : sights.transmitter.walls) {
    for (const std::size_t second : sights.receiver.walls) {
      if (first != second) try_way(PathKind::two_walls, {wall_touch(first), wall_touch(second)});
    }
  }
}

void Listing::single_edges() {
  for (std::size_t i = 0; i < mesh_.corners.size(); ++i) {
    if (within_detour(mesh_.corners[i].position, 0.0)) edge_alone(PathKind::corner, corner_wedge(mesh_, i, limits_.frequency));
  }
  for (std::size_t i = 0; i < mesh_.walls.size(); ++i) {
    const Wall& wall = mesh_.walls[i];
    if (!within_detour({0.5 * (wall.from.x + wall.to.x), 0.5 * (wall.from.y + wall.to.y)}, wall.length_m)) continue;
    edge_alone(PathKind::roof_edge, roof_wedge(mesh_, i, limits_.frequency));
  }
}

void Listing::edges_with_walls(const EndSights& sights) {
  for (const auto& wedge : wedges_of(sights.receiver)) {
    for (const std::size_t wall : sights.transmitter.walls) try_way(PathKind::edge_and_wall, {wall_touch(wall), edge_touch(wedge)});
  }
  for (const auto& wedge : wedges_of(sights.transmitter)) {
    for (const std::size_t wall : sights.receiver.walls) try_way(PathKind::edge_and_wall, {edge_touch(wedge), wall_touch(wall)});
  }
}

void Listing::two_edges(const EndSights& sights) {
  const auto last = wedges_of(sights.receiver);
  for (const auto& first : wedges_of(sights.transmitter)) {
    for (const auto& second : last) {
      if (first.origin == second.origin && first.along == second.along) continue;
      try_way(PathKind::two_edges, {edge_touch(first), edge_touch(second)}, true);
    }
  }
}

}  // namespace

std::vector<Candidate> list_candidates(const ParkMesh& mesh, const Ends& ends, const EndSights& sights, const PathLimits& limits) {
  Listing listing(mesh, ends, limits);
  listing.try_way(PathKind::direct, {});
  if (limits.maximum_reflections >= 1) listing.reflections();
  if (limits.maximum_reflections >= 2) listing.two_walls(sights);
  if (limits.maximum_diffractions >= 1) listing.single_edges();
  if (limits.maximum_diffractions >= 1 && limits.maximum_reflections >= 1) listing.edges_with_walls(sights);
  if (limits.maximum_diffractions >= 2) listing.two_edges(sights);
  return listing.take();
}

}  // namespace parktwin::radio::reference
