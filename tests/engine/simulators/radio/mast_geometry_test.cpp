#include "engine/simulators/radio/mast_geometry.h"

#include <gtest/gtest.h>

#include "engine/simulators/radio/hall_levels.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

// The hall's site, and one at the very same point that counts as outdoors.
TEST(MastGeometry, TracedOrOfTheHallAndKept) {
  auto draft = test::hall_draft();
  draft.sites.push_back(test::site("S-2", draft.sites[0].position, 8.0));
  draft.cells.push_back(test::small_cell("C-2", 1));
  const Park park = draft.park();
  const Obstacles obstacles = make_obstacles(park, frame_covering({{0, 0}, {600, 400}}, 4.0));
  const std::vector<std::uint8_t> connected(2, 1);
  PatternCache patterns;
  const Options options;
  Scene scene = make_scene(park, options, obstacles,
                           list_transmitters(park, obstacles.surface, connected, options.receiver_height, patterns), 1, nullptr);
  ASSERT_EQ(scene.transmitters.masts[0].point.elevation_m, scene.transmitters.masts[1].point.elevation_m);
  GeometryCache cache;
  Progress progress;
  const GroundKeys ground(park, obstacles);
  put_geometries(scene, ground, cache, progress);
  const auto first = scene.geometries;
  const auto& masts = scene.transmitters.masts;
  EXPECT_EQ(*first[0], hall_geometry(obstacles, *masts[0].hall, masts[0].point, options.receiver_height));
  EXPECT_EQ(*first[1], trace_site(obstacles, masts[1].point, options.receiver_height, options.maximum_distance));
  EXPECT_EQ(cache.size(), 2U);
  put_geometries(scene, ground, cache, progress);
  EXPECT_EQ(scene.geometries, first);  // the same objects
  draft.buildings[0].height = draft.buildings[0].height + Metres(1.0);
  const GroundKeys other_ground(draft.park(), obstacles);
  put_geometries(scene, other_ground, cache, progress);
  EXPECT_NE(scene.geometries[0], first[0]);
  EXPECT_NE(scene.geometries[1], first[1]);
}

TEST(MastGeometry, TwoSitesInOnePlaceAreTracedOnce) {
  auto draft = test::two_site_draft();
  draft.sites[1].position = draft.sites[0].position;
  draft.sites[1].height = draft.sites[0].height;
  const Park park = draft.park();
  const Obstacles obstacles = make_obstacles(park, frame_covering({{0, 0}, {600, 400}}, 4.0));
  const std::vector<std::uint8_t> connected(2, 1);
  PatternCache patterns;
  const Options options;
  Scene scene = make_scene(park, options, obstacles,
                           list_transmitters(park, obstacles.surface, connected, options.receiver_height, patterns), 1, nullptr);
  GeometryCache cache;
  Progress progress;
  put_geometries(scene, GroundKeys(park, obstacles), cache, progress);
  ASSERT_EQ(scene.geometries.size(), 2U);
  EXPECT_EQ(scene.geometries[0], scene.geometries[1]);
  EXPECT_EQ(cache.size(), 1U);
}

}  // namespace
}  // namespace parktwin::radio
