#include "engine/simulators/radio/land_change.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/core/random.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;
using test::Draft;

const GridFrame frame = frame_covering({{0, 0}, {600, 400}}, 2.0);

struct World {
  Park park;
  Obstacles obstacles;
  GroundKeys keys;
  explicit World(const Draft& draft) : park(draft.park()), obstacles(make_obstacles(park, frame)), keys(park, obstacles) {}
  [[nodiscard]] Land land() const { return {obstacles, keys}; }
};

std::optional<LandChange> change_of(const Draft& before, const Draft& now) {
  const World one(before);
  const World other(now);
  return change_between(one.land(), other.land());
}

std::vector<std::int32_t> paired(const std::vector<int>& before, const std::vector<int>& now) {
  return partners(before, now, [](int a, int b) { return a == b; });
}

TEST(LandChange, PartnersSkipWhatCameAndWent) {
  EXPECT_EQ(paired({1, 2, 3}, {1, 2, 3}), (std::vector<std::int32_t>{0, 1, 2}));
  EXPECT_EQ(paired({1, 2, 3}, {1, 9, 3}), (std::vector<std::int32_t>{0, -1, 2}));
  EXPECT_EQ(paired({1, 2, 3}, {2, 3}), (std::vector<std::int32_t>{1, 2}));
  EXPECT_EQ(paired({1, 2, 3}, {9, 8, 1, 2, 3}), (std::vector<std::int32_t>{-1, -1, 0, 1, 2}));
  EXPECT_EQ(paired({1, 2, 3, 4, 5}, {1, 6, 7, 8, 4, 5}), (std::vector<std::int32_t>{0, -1, -1, -1, 3, 4}));
  EXPECT_EQ(paired({}, {1}), (std::vector<std::int32_t>{-1}));
  EXPECT_TRUE(paired({1}, {}).empty());
}

TEST(LandChange, PartnersAreEqualAndKeepTheirOrder) {
  for (std::uint32_t trial = 0; trial < 200; ++trial) {
    const RandomSequence random(17, 0, trial);
    std::vector<int> before;
    std::vector<int> now;
    for (std::uint32_t i = 0; i < 40; ++i) before.push_back(static_cast<int>(random.below(i, 30)));
    for (std::uint32_t i = 0; i < 40; ++i) {
      if (random.below(100 + i, 8) != 0) now.push_back(before[i]);
      if (random.below(200 + i, 8) == 0) now.push_back(static_cast<int>(random.below(300 + i, 30)));
    }
    const auto found = paired(before, now);
    ASSERT_EQ(found.size(), now.size());
    std::int32_t last = -1;
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (found[i] < 0) continue;
      ASSERT_GT(found[i], last);
      last = found[i];
      ASSERT_EQ(before[static_cast<std::size_t>(last)], now[i]);
    }
  }
}

TEST(LandChange, ARaisedHouse) {
  const Draft base = test::two_site_draft();
  Draft raised = base;
  raised.buildings[1].height = Metres(15.0);
  const auto change = change_of(base, raised);
  ASSERT_TRUE(change.has_value());
  ASSERT_EQ(change->built.size(), 1U);
  EXPECT_EQ(change->built[0].low.x, 300.0);
  EXPECT_EQ(change->built[0].high.y, 260.0);
  EXPECT_EQ(change->walls.size(), 4U);
  EXPECT_EQ(change->corners.size(), 4U);
  EXPECT_EQ(change->number_then, (std::vector<std::int32_t>{0, -1, 2, 3}));
  EXPECT_TRUE(change->crowns.empty());
}

TEST(LandChange, ANewHouseShiftsTheNumbersAndAMovedOneHasTwoPlaces) {
  const Draft base = test::two_site_draft();
  Draft added = base;
  added.buildings.insert(added.buildings.begin(), building("NEW", box(100.0, 20.0, 20.0, 20.0), 9.0));
  const auto came = change_of(base, added);
  ASSERT_TRUE(came.has_value());
  EXPECT_EQ(came->built.size(), 1U);
  EXPECT_TRUE(came->walls.empty());
  EXPECT_EQ(came->number_then, (std::vector<std::int32_t>{-1, 0, 1, 2, 3}));
  Draft moved = base;
  for (auto& point : moved.buildings[0].footprint.outer) point.y += 100.0;
  const auto change = change_of(base, moved);
  ASSERT_TRUE(change.has_value());
  EXPECT_EQ(change->built.size(), 2U);
  for (auto& point : moved.buildings[0].footprint.outer) point.y -= 80.0;  // 20 m from where it stood: one place
  EXPECT_EQ(change_of(base, moved)->built.size(), 1U);
}

TEST(LandChange, TreesOfEitherLand) {
  Draft base = test::two_site_draft();
  for (int i = 0; i < 3; ++i) {
    Tree tree;
    tree.id = std::to_string(i);
    tree.position = {100.0 + 10.0 * i, 50.0};
    tree.height = Metres(9.0);
    tree.crown_diameter = Metres(6.0);
    base.trees.push_back(tree);
  }
  Draft grown = base;
  grown.trees[1].height = Metres(12.0);
  const auto change = change_of(base, grown);
  ASSERT_TRUE(change.has_value());
  EXPECT_TRUE(change->built.empty());
  ASSERT_EQ(change->crowns.size(), 2U);
  EXPECT_NE(change->crowns[0].top_m, change->crowns[1].top_m);
}

TEST(LandChange, AnotherGroundIsAnotherLand) {
  const Draft base = test::two_site_draft();
  Draft hill = base;
  hill.terrain.elevation_m = Grid<float>(frame, 3.0F);
  EXPECT_FALSE(change_of(base, hill).has_value());
  Draft wide = base;
  wide.buildings.push_back(building("FAR", box(1900.0, 100.0, 20.0, 20.0), 5.0));  // the exact rays' extent
  EXPECT_FALSE(change_of(base, wide).has_value());
}

}  // namespace
}  // namespace parktwin::radio
