#include "engine/simulators/radio/ground_keys.h"

#include <gtest/gtest.h>

#include <set>

#include "engine/core/random.h"
#include "engine/simulators/radio/site_geometry.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;
using test::Draft;

const GridFrame frame = frame_covering({{0, 0}, {600, 400}}, 2.0);
const SightPoint antenna{.position = {151.0, 203.0}, .elevation_m = 25.0};

ContentHash key_of(const Draft& draft, const SightPoint& from, Metres reach) {
  const Park park = draft.park();
  return GroundKeys(park, make_obstacles(park, frame)).key(from, Metres(1.5), reach);
}

Tree tree(const std::string& id, Point at) {
  Tree result;
  result.id = id;
  result.position = at;
  result.height = Metres(9.0);
  result.crown_diameter = Metres(6.0);
  return result;
}

TEST(GroundKeys, WhatIsOutOfReachDoesNotCount) {
  const Draft base = test::two_site_draft();
  const auto key = key_of(base, antenna, Metres(150.0));
  Draft far = base;
  far.buildings[2].height = Metres(70.0);
  far.buildings.insert(far.buildings.begin(), building("NEW", box(470.0, 300.0, 20.0, 20.0), 12.0));
  far.trees = {tree("T", {500.0, 30.0})};
  far.buildings[1].id = "another name";
  EXPECT_EQ(key_of(far, antenna, Metres(150.0)), key);
  EXPECT_NE(key_of(far, antenna, Metres(400.0)), key_of(base, antenna, Metres(400.0)));
}

TEST(GroundKeys, EveryThingWithinReachCounts) {
  const Draft base = test::two_site_draft();
  std::set<ContentHash> keys{key_of(base, antenna, Metres(150.0))};
  std::size_t changes = 0;
  const auto changed = [&](auto&& change) {
    Draft draft = base;
    change(draft);
    keys.insert(key_of(draft, antenna, Metres(150.0)));
    ++changes;
  };
  changed([](Draft& d) { d.buildings[0].height = Metres(31.0); });
  changed([](Draft& d) { d.buildings[0].floors = 9; });  // no matter today
  changed([](Draft& d) { d.buildings[0].material = WallMaterial::metal; });
  changed([](Draft& d) { d.buildings[0].footprint = box(201.0, 100.0, 60.0, 40.0); });
  changed([](Draft& d) { d.buildings[0].footprint.holes = {{{210, 110}, {220, 110}, {220, 120}, {210, 120}}}; });
  changed([](Draft& d) { std::swap(d.buildings[0], d.buildings[3]); });
  changed([](Draft& d) { d.buildings.pop_back(); });
  changed([](Draft& d) { d.trees = {tree("T", {160.0, 220.0})}; });
  changed([](Draft& d) { d.terrain.elevation_m = Grid<float>(frame, 3.0F); });
  changed([](Draft& d) { d.buildings.push_back(building("FAR", box(900.0, 100.0, 20.0, 20.0), 5.0)); });  // the extent
  EXPECT_EQ(keys.size(), changes + 1);
}

TEST(GroundKeys, ABuildingThatDoesNotBlockIsKnownByItsPlace) {
  const Draft base = test::two_site_draft();
  SightPoint inside{.position = {220.0, 120.0}, .elevation_m = 10.0, .ignored = 0};
  const auto key = key_of(base, inside, Metres(150.0));
  Draft shifted = base;
  shifted.buildings.insert(shifted.buildings.begin(), building("NEW", box(470.0, 300.0, 20.0, 20.0), 12.0));
  inside.ignored = 1;
  EXPECT_EQ(key_of(shifted, inside, Metres(150.0)), key);
  inside.ignored = no_building;
  EXPECT_NE(key_of(base, inside, Metres(150.0)), key);
}

// The promise itself: a random park and the same with something changed far or near; whenever the keys agree, so do all bits.
TEST(GroundKeys, EqualKeysMeanEqualGeometries) {
  std::size_t equal = 0;
  std::size_t other = 0;
  for (std::uint32_t trial = 0; trial < 120; ++trial) {
    const RandomSequence random(471, 0, trial);
    const auto draw = [&](std::uint32_t number, double low, double high) { return random.uniform(number, low, high); };
    Draft draft;
    for (std::uint32_t i = 0; i < 14; ++i) {
      const auto footprint = box(draw(8 * i, 0, 560), draw(8 * i + 1, 0, 360), draw(8 * i + 2, 5, 60), draw(8 * i + 3, 5, 60));
      draft.buildings.push_back(building("B-" + std::to_string(i), footprint, draw(8 * i + 4, 4, 45)));
    }
    for (std::uint32_t i = 0; i < 10; ++i) {
      draft.trees.push_back(tree("T-" + std::to_string(i), {draw(200 + 2 * i, 0, 600), draw(201 + 2 * i, 0, 400)}));
    }
    Draft changed = draft;
    const auto which = random.below(300, 14);
    if (trial % 4 == 0) {
      changed.buildings.erase(changed.buildings.begin() + which);
    } else if (trial % 4 == 1) {
      changed.buildings[which].height = Metres(draw(301, 4, 80));
    } else if (trial % 4 == 2) {
      changed.buildings.insert(changed.buildings.begin() + which,
                               building("NEW", box(draw(302, 0, 560), draw(303, 0, 360), draw(304, 2, 40), draw(305, 2, 40)), 30.0));
    } else {
      changed.trees.erase(changed.trees.begin() + which % 10);
    }
    const SightPoint mast{.position = {draw(310, 0, 600), draw(311, 0, 400)}, .elevation_m = draw(312, 3, 50)};
    const Metres reach(draw(313, 60, 200));
    const Obstacles before = make_obstacles(draft.park(), frame);
    const Obstacles after = make_obstacles(changed.park(), frame);
    if (GroundKeys(draft.park(), before).key(mast, Metres(1.5), reach) != GroundKeys(changed.park(), after).key(mast, Metres(1.5), reach)) {
      ++other;
      continue;
    }
    ++equal;
    EXPECT_TRUE(trace_site(before, mast, Metres(1.5), reach) == trace_site(after, mast, Metres(1.5), reach)) << trial;
  }
  EXPECT_GT(equal, 40U);
  EXPECT_GT(other, 20U);
}

}  // namespace
}  // namespace parktwin::radio
