#include "engine/simulators/radio/sight_levels.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/small_scene.h"

namespace parktwin::radio {
namespace {

test::Draft open_draft() {
  test::Draft draft;
  draft.sites = {test::site("S-1", {100.3, 200.7}, 25.0)};
  draft.cells = {test::cell("C-1", 0, 80.0)};
  draft.cells[0].mechanical_downtilt = Degrees(3.0);
  return draft;
}

// On open ground all is in sight: the level at a height is that of a map of devices at that height.
TEST(SightLevels, AreThoseOfTheMapInSightAtAnyHeight) {
  for (const auto mode : {PropagationMode::deterministic, PropagationMode::site_general}) {
    Options options;
    options.mode = mode;
    options.resolution = Metres(4.0);
    const test::SmallScene small(open_draft(), options);
    const SightLevels sight(small.scene);
    for (const double height_m : {1.5, 4.5, 9.0}) {
      Options at_height = options;
      at_height.receiver_height = Metres(height_m);
      const auto result = test::simulated(small.park, at_height);
      for (std::size_t cell = 0; cell < result.rsrp_dbm.values.size(); cell += 7) {
        // The tables of the pattern are interpolated another way near straight down.
        ASSERT_NEAR(sight.level_dbm(0, cell, height_m), result.rsrp_dbm.values[cell], 0.02) << cell << " at " << height_m;
      }
    }
  }
}

TEST(SightLevels, WallsAndDepthCountIndoors) {
  test::Draft draft = open_draft();
  draft.buildings = {test::building("B", test::box(300.0, 180.0, 60.0, 40.0), 12.0, WallMaterial::standard_glass)};
  const test::SmallScene with(draft, {});
  const test::SmallScene without(open_draft(), {});
  const std::size_t cell = with.obstacles.surface.frame.index(155, 99);
  // As in radio_test.cpp: 12.70 dB of wall and 11 m of depth at 0.5 dB/m.
  EXPECT_NEAR(SightLevels(without.scene).level_dbm(0, cell, 4.5) - SightLevels(with.scene).level_dbm(0, cell, 4.5), 12.6975 + 5.5, 1e-2);
}

}  // namespace
}  // namespace parktwin::radio
