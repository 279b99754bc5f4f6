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

// Another height of a house 170 m away, and another house before it in the list: the same bits as without what was known before.
TEST(MastGeometry, FollowsAChangedLand) {
  auto draft = test::two_site_draft();
  const GridFrame frame = frame_covering({{0, 0}, {600, 400}}, 4.0);
  const Park park = draft.park();
  const Obstacles obstacles = make_obstacles(park, frame);
  const GroundKeys keys(park, obstacles);
  const std::vector<std::uint8_t> connected(2, 1);
  PatternCache patterns;
  const Options options;
  const auto scene_of = [&](const Park& of, const Obstacles& with) {
    return make_scene(of, options, with, list_transmitters(of, with.surface, connected, options.receiver_height, patterns), 1, nullptr);
  };
  GeometryCache cache;
  Progress progress;
  Scene scene = scene_of(park, obstacles);
  put_geometries(scene, keys, cache, progress);
  draft.buildings[1].height = Metres(22.0);
  draft.buildings.insert(draft.buildings.begin(), test::building("NEW", test::box(20.0, 20.0, 30.0, 30.0), 9.0));
  const Park changed = draft.park();
  const Obstacles now = make_obstacles(changed, frame);
  const GroundKeys now_keys(changed, now);
  Scene follows = scene_of(changed, now);
  const Land before{obstacles, keys};
  put_geometries(follows, now_keys, cache, progress, &before);
  Scene scratch = scene_of(changed, now);
  GeometryCache empty;
  put_geometries(scratch, now_keys, empty, progress);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_TRUE(*follows.geometries[i] == *scratch.geometries[i]);
    EXPECT_FALSE(*follows.geometries[i] == *scene.geometries[i]);
  }
  // It is made from what was known: a cell behind the mast keeps what that says, true or not.
  const auto& mast = scene.transmitters.masts[0].point;
  SiteGeometry told = *scene.geometries[0];
  const std::size_t west = told.window.index(frame.column_of(mast.position.x - 90.0), frame.row_of(mast.position.y));
  told.vegetation[west] = 77;
  GeometryCache other;
  other.add(keys.key(mast, options.receiver_height, options.maximum_distance), std::make_shared<const SiteGeometry>(told));
  put_geometries(follows, now_keys, other, progress, &before);
  EXPECT_EQ(follows.geometries[0]->vegetation[west], 77);
}

}  // namespace
}  // namespace parktwin::radio
