#include "engine/simulators/radio/reference/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/radio/reference/blocks.h"

namespace parktwin::radio::reference {
namespace {

std::size_t count_of(const std::vector<Candidate>& candidates, PathKind kind) {
  return static_cast<std::size_t>(std::count_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.kind == kind; }));
}

struct World {
  ParkMesh mesh = make_park_mesh({}, test::quarter());
  RayScene scene{mesh};
  Ends ends{{-20, 40, 12}, {130, 5, 1.5}};
  Surroundings from = look_around(mesh, scene, ends.transmitter, Metres(300));
  Surroundings to = look_around(mesh, scene, ends.receiver, Metres(300));
  [[nodiscard]] std::vector<Candidate> list(const PathLimits& limits) const { return list_candidates(mesh, ends, {from, to}, limits); }
};

TEST(Candidates, LimitsSwitchKindsOff) {
  const World world;
  const auto all = world.list({});
  EXPECT_EQ(count_of(all, PathKind::direct), 1U);
  EXPECT_EQ(count_of(all, PathKind::ground), 1U);
  for (const auto kind : {PathKind::corner, PathKind::roof_edge, PathKind::two_edges, PathKind::edge_and_wall, PathKind::edge_and_ground}) {
    EXPECT_GT(count_of(all, kind), 0U) << static_cast<int>(kind);
  }
  const auto direct_only = world.list({.maximum_reflections = 0, .maximum_diffractions = 0});
  ASSERT_EQ(direct_only.size(), 1U);
  const auto bent = world.list({.maximum_reflections = 0, .maximum_diffractions = 1});
  EXPECT_EQ(bent.size(), 1U + count_of(all, PathKind::corner) + count_of(all, PathKind::roof_edge));
  const auto shorter = world.list({.maximum_detour = Metres(5.0)});
  EXPECT_LT(shorter.size(), all.size());
  for (const auto& candidate : shorter) EXPECT_LE(candidate.ray.length_m, length(world.ends.receiver - world.ends.transmitter) + 5.0);
}

// Every wall by plain mirroring, each written out here.
TEST(Candidates, FirstOrderReflectionsAreThoseOfEveryWallByItself) {
  const World world;
  std::size_t expected = 0;
  for (const auto& wall : world.mesh.walls) {
    const auto height = [&](Vector3 p) { return (p.x - wall.from.x) * wall.outward.x + (p.y - wall.from.y) * wall.outward.y; };
    const double a = height(world.ends.transmitter);
    const double b = height(world.ends.receiver);
    if (a <= 0.0 || b <= 0.0) continue;
    const Vector3 point = world.ends.transmitter * (b / (a + b)) + world.ends.receiver * (a / (a + b)) -
                          at_height(wall.outward, 0.0) * (2.0 * a * b / (a + b));
    const double along = ((point.x - wall.from.x) * (wall.to.x - wall.from.x) + (point.y - wall.from.y) * (wall.to.y - wall.from.y)) /
                         (wall.length_m * wall.length_m);
    expected += along >= 0.0 && along <= 1.0 && point.z >= wall.foot_m && point.z <= wall.roof_m ? 1 : 0;
  }
  const auto found = count_of(world.list({}), PathKind::wall);
  EXPECT_EQ(found, expected);
  EXPECT_GT(found, 0U);
}

TEST(Candidates, TwoEdgesOnlyBendAround) {
  const World world;
  for (const auto& candidate : world.list({})) {
    if (candidate.kind == PathKind::two_edges) {
      EXPECT_TRUE(candidate.ray.bends_only_around);
    }
  }
}

}  // namespace
}  // namespace parktwin::radio::reference
