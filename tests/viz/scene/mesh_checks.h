#pragma once
// What every mesh must hold, checked by several tests.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "viz/scene/scene.h"

namespace parktwin::viz::testing {

inline std::array<double, 3> cross_of(const Mesh& mesh, std::size_t triangle) {
  const auto& a = mesh.vertices[mesh.triangles[3 * triangle]].position;
  const auto& b = mesh.vertices[mesh.triangles[3 * triangle + 1]].position;
  const auto& c = mesh.vertices[mesh.triangles[3 * triangle + 2]].position;
  const std::array<double, 3> u{b[0] - a[0], b[1] - a[1], b[2] - a[2]};
  const std::array<double, 3> v{c[0] - a[0], c[1] - a[1], c[2] - a[2]};
  return {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
}

/// Indices in range, one colour per vertex, unit normals on the side the corners turn to.
inline void expect_sound(const Mesh& mesh, double unit_tolerance = 1e-3) {
  ASSERT_EQ(mesh.vertices.size(), mesh.colours.size()) << mesh.name;
  ASSERT_EQ(mesh.triangles.size() % 3, 0U) << mesh.name;
  for (std::size_t t = 0; t < mesh.triangles.size() / 3; ++t) {
    const auto cross = cross_of(mesh, t);
    const double size = std::sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
    for (int corner = 0; corner < 3; ++corner) {
      ASSERT_LT(mesh.triangles[3 * t + static_cast<std::size_t>(corner)], mesh.vertices.size()) << mesh.name;
      const auto& n = mesh.vertices[mesh.triangles[3 * t + static_cast<std::size_t>(corner)]].normal;
      EXPECT_NEAR(n[0] * n[0] + n[1] * n[1] + n[2] * n[2], 1.0, unit_tolerance) << mesh.name;
      if (size <= 0.05) continue;
      EXPECT_GT(cross[0] * n[0] + cross[1] * n[1] + cross[2] * n[2], -0.35 * size) << mesh.name << " triangle " << t;
    }
  }
}

inline double flat_area(const Mesh& mesh) {
  double total = 0.0;
  for (std::size_t t = 0; t < mesh.triangles.size() / 3; ++t) total += 0.5 * cross_of(mesh, t)[2];
  return total;
}

inline const Mesh* find_mesh(const std::vector<Mesh>& meshes, const std::string& name) {
  for (const Mesh& mesh : meshes) {
    if (mesh.name == name) return &mesh;
  }
  return nullptr;
}

}  // namespace parktwin::viz::testing
