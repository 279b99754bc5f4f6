#include "viz/window/picking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "viz/scene/colour_scale.h"

namespace parktwin::viz::window {
namespace {

Vector position_of(const Mesh& mesh, std::uint32_t vertex) {
  const auto& at = mesh.vertices[vertex].position;
  return {at[0], at[1], at[2]};
}

/// Distance along the ray; none when it passes beside the triangle.
std::optional<double> meets(const Ray& ray, const Vector& a, const Vector& b, const Vector& c) {
  const Vector first = b - a;
  const Vector second = c - a;
  const Vector p = cross(ray.direction, second);
  const double determinant = dot(first, p);
  if (std::abs(determinant) < 1e-12) return std::nullopt;
  const Vector away = ray.from - a;
  const double u = dot(away, p) / determinant;
  if (u < 0.0 || u > 1.0) return std::nullopt;
  const Vector q = cross(away, first);
  const double v = dot(ray.direction, q) / determinant;
  if (v < 0.0 || u + v > 1.0) return std::nullopt;
  const double along = dot(second, q) / determinant;
  return along > 1e-6 ? std::optional(along) : std::nullopt;
}

std::string record_at(const Mesh& mesh, std::uint32_t triangle) {
  const auto after = std::upper_bound(mesh.groups.begin(), mesh.groups.end(), triangle,
                                      [](std::uint32_t value, const Mesh::Group& group) { return value < group.first_triangle; });
  return after == mesh.groups.begin() ? std::string() : std::prev(after)->record;
}

}  // namespace

bool can_be_picked(const Mesh& mesh) {
  return mesh.name != "shadows" && mesh.name != "facades" && mesh.name != "zone_outlines" && mesh.name != "road_markings" &&
         mesh.name != "boundary";
}

Colour mark_colour() { return rgb(0x00A5C8, 0.78F); }

std::optional<Hit> pick(std::span<const Mesh* const> meshes, const Ray& ray) {
  std::optional<Hit> nearest;
  for (const Mesh* mesh : meshes) {
    const auto triangles = static_cast<std::uint32_t>(mesh->triangles.size() / 3);
    std::optional<std::uint32_t> best;
    double distance = nearest ? nearest->distance : std::numeric_limits<double>::max();
    for (std::uint32_t i = 0; i < triangles; ++i) {
      const auto along = meets(ray, position_of(*mesh, mesh->triangles[3 * i]), position_of(*mesh, mesh->triangles[3 * i + 1]),
                               position_of(*mesh, mesh->triangles[3 * i + 2]));
      if (!along || *along >= distance) continue;
      distance = *along;
      best = i;
    }
    if (best) nearest = Hit{mesh->name, record_at(*mesh, *best), ray.from + ray.direction * distance, distance};
  }
  return nearest;
}

Mesh marked(const Mesh& mesh, const std::string& record, const Colour& colour) {
  Mesh mark;
  mark.name = "mark";
  mark.shaded = false;
  for (std::size_t group = 0; group < mesh.groups.size(); ++group) {
    if (mesh.groups[group].record != record) continue;
    const std::size_t end = group + 1 < mesh.groups.size() ? 3 * std::size_t{mesh.groups[group + 1].first_triangle} : mesh.triangles.size();
    for (std::size_t corner = 3 * std::size_t{mesh.groups[group].first_triangle}; corner < end; ++corner) {
      mark.triangles.push_back(static_cast<std::uint32_t>(mark.vertices.size()));
      mark.vertices.push_back(mesh.vertices[mesh.triangles[corner]]);
      mark.colours.push_back(colour);
    }
  }
  return mark;
}

}  // namespace parktwin::viz::window
