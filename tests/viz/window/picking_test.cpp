#include "viz/window/picking.h"

#include <gtest/gtest.h>

#include <array>

namespace parktwin::viz::window {
namespace {

/// Level squares of 10 m, one record each, at heights 0, 10, 20 … and side by side to the east.
Mesh steps(int count) {
  Mesh mesh;
  mesh.name = "buildings";
  for (int i = 0; i < count; ++i) {
    mesh.groups.push_back({static_cast<std::uint32_t>(mesh.triangles.size() / 3), "B-" + std::to_string(i)});
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    const float x = 10.0F * static_cast<float>(i);
    for (const auto& [dx, dy] : {std::pair{0.0F, 0.0F}, {10.0F, 0.0F}, {10.0F, 10.0F}, {0.0F, 10.0F}}) {
      mesh.vertices.push_back({{x + dx, dy, x}, {0.0F, 0.0F, 1.0F}});
      mesh.colours.push_back({});
    }
    for (const std::uint32_t corner : {0U, 1U, 2U, 0U, 2U, 3U}) mesh.triangles.push_back(first + corner);
  }
  return mesh;
}

TEST(Picking, FindsTheRecordBelowEveryPoint) {
  const Mesh mesh = steps(5);
  const std::array meshes{&mesh};
  for (int i = 0; i < 5; ++i) {
    for (const double part : {2.0, 8.0}) {
      const auto hit = pick(meshes, {{10.0 * i + part, 3.0, 500.0}, {0.0, 0.0, -1.0}});
      ASSERT_TRUE(hit);
      EXPECT_EQ(hit->record, "B-" + std::to_string(i));
      EXPECT_NEAR(hit->at.z, 10.0 * i, 1e-9);
      EXPECT_NEAR(hit->distance, 500.0 - 10.0 * i, 1e-9);
    }
  }
  EXPECT_FALSE(pick(meshes, {{-1.0, 3.0, 500.0}, {0.0, 0.0, -1.0}}));
}

TEST(Picking, WhatStandsInFrontHidesWhatLiesBehind) {
  const Mesh low = steps(1);
  Mesh high = steps(1);
  high.name = "masts";
  for (Vertex& vertex : high.vertices) vertex.position[2] = 50.0F;
  const std::array<const Mesh*, 2> meshes{&low, &high};
  EXPECT_EQ(pick(meshes, {{5.0, 5.0, 100.0}, {0.0, 0.0, -1.0}})->mesh, "masts");
  EXPECT_EQ(pick(meshes, {{5.0, 5.0, -100.0}, {0.0, 0.0, 1.0}})->mesh, "buildings");
}

TEST(Picking, ShadowsAndOutlinesCannotBeMeant) {
  Mesh mesh;
  for (const char* name : {"shadows", "zone_outlines", "boundary"}) {
    mesh.name = name;
    EXPECT_FALSE(can_be_picked(mesh)) << name;
  }
  mesh.name = "masts";
  EXPECT_TRUE(can_be_picked(mesh));
}

TEST(Picking, AMarkHoldsTheTrianglesOfItsRecordAlone) {
  const Mesh mesh = steps(4);
  const Mesh mark = marked(mesh, "B-2", mark_colour());
  ASSERT_EQ(mark.triangles.size(), 6U);
  for (const std::uint32_t corner : mark.triangles) EXPECT_FLOAT_EQ(mark.vertices[corner].position[2], 20.0F);
  EXPECT_EQ(mark.colours.size(), mark.vertices.size());
  EXPECT_TRUE(marked(mesh, "B-9", mark_colour()).triangles.empty());
}

}  // namespace
}  // namespace parktwin::viz::window
