#include "engine/simulators/radio/wedge_trace.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;
using test::Draft;

const GridFrame frame = frame_covering({{0, 0}, {600, 400}}, 2.0);
constexpr Metres device = Metres(1.5);

Tree tree(std::size_t number, Point at, double height_m) {
  Tree result;
  result.id = "T-" + std::to_string(number);
  result.position = at;
  result.height = Metres(height_m);
  result.crown_diameter = Metres(4.0 + static_cast<double>(number % 5));
  return result;
}

// Houses at all angles, some over each other, one with a yard, on hills, with trees among them.
Draft random_draft(std::uint32_t number) {
  const RandomSequence random(91, 0, number);
  Draft draft;
  for (std::uint32_t i = 0; i < 30; ++i) {
    const double x = random.uniform(8 * i, 5, 560);
    const double y = random.uniform(8 * i + 1, 5, 360);
    const double width = random.uniform(8 * i + 2, 1, 50);
    const double depth = random.uniform(8 * i + 3, 3, 50);
    const double lean = i % 3 == 0 ? random.uniform(8 * i + 4, -15, 15) : 0.0;
    auto house =
        building("B-" + std::to_string(i), box(x, y, width, depth), random.uniform(8 * i + 5, 4, 45), static_cast<WallMaterial>(i % 5));
    house.footprint.outer[1].y += lean;
    house.footprint.outer[2].x -= lean;
    if (i == 7) house.footprint = {box(250, 150, 60, 50).outer, {box(265, 160, 25, 25).outer}};
    draft.buildings.push_back(house);
  }
  for (std::uint32_t i = 0; i < 60; ++i) {
    draft.trees.push_back(
        tree(i, {random.uniform(500 + 3 * i, 0, 600), random.uniform(501 + 3 * i, 0, 400)}, random.uniform(502 + 3 * i, 4, 20)));
  }
  if (number % 2 == 1) {
    draft.terrain.elevation_m = Grid<float>({.origin = {-20, -20}, .cell_size = 50.0, .columns = 14, .rows = 10});
    for (std::uint32_t i = 0; i < draft.terrain.elevation_m.values.size(); ++i) {
      draft.terrain.elevation_m.values[i] = static_cast<float>(random.uniform(2000 + i, 0, 15));
    }
  }
  return draft;
}

struct World {
  Park park;
  Obstacles obstacles;
  GroundKeys keys;
  explicit World(const Draft& draft) : park(draft.park()), obstacles(make_obstacles(park, frame)), keys(park, obstacles) {}
  [[nodiscard]] Land land() const { return {obstacles, keys}; }
};

// One building or tree, sometimes two things at once.
void change(Draft& draft, const RandomSequence& random, std::uint32_t kind) {
  auto& buildings = draft.buildings;
  const auto which = random.below(0, static_cast<std::uint32_t>(buildings.size()));
  switch (kind % 7) {
    case 0:
      buildings[which].height = Metres(random.uniform(1, 3, 60));
      break;
    case 1: {
      const auto footprint = box(random.uniform(1, 0, 570), random.uniform(2, 0, 370), random.uniform(3, 1, 40), random.uniform(4, 1, 40));
      buildings.insert(buildings.begin() + which,
                       building("NEW-" + std::to_string(random.below(6, 1U << 30U)), footprint, random.uniform(5, 4, 50)));
      break;
    }
    case 2:
      buildings.erase(buildings.begin() + which);
      break;
    case 3:
      for (auto& point : buildings[which].footprint.outer) point.x += 7.3;
      break;
    case 4:
      buildings[which].material = WallMaterial::metal;
      buildings[which].height = buildings[which].height + Metres(0.4);
      break;
    case 5:
      draft.trees[which].height = Metres(random.uniform(1, 3, 30));
      draft.trees.erase(draft.trees.begin() + (which + 7) % 40);
      break;
    default:
      buildings[which].height = Metres(random.uniform(1, 3, 60));
      buildings.erase(buildings.begin() + (which + 11) % static_cast<std::uint32_t>(buildings.size()));
  }
}

// An antenna drawn at random, numbered as on the land now and as before.
struct Mast {
  SightPoint now;
  SightPoint then;
};

// Every other one does not mind the building that it stands in. Nothing where that building is not what it was.
std::optional<Mast> random_mast(const World& now, const LandChange& change, const RandomSequence& random, std::uint32_t site) {
  Mast mast;
  mast.now.position = {random.uniform(100 + 4 * site, -20, 620), random.uniform(101 + 4 * site, -20, 420)};
  mast.now.elevation_m = random.uniform(102 + 4 * site, 5, 55);
  mast.then = mast.now;
  const std::int32_t column = frame.column_of(mast.now.position.x);
  const std::int32_t row = frame.row_of(mast.now.position.y);
  if (site % 2 == 1 || !frame.holds(column, row)) return mast;
  mast.now.ignored = now.obstacles.surface.at(column, row).building;
  if (mast.now.ignored == no_building) return mast;
  mast.then.ignored = change.number_then[static_cast<std::size_t>(mast.now.ignored)];
  if (mast.then.ignored == no_building) return std::nullopt;
  return mast;
}

TEST(WedgeTrace, RandomChangesGiveTheBitsOfATraceFromScratch) {
  std::size_t traced = 0;
  std::size_t changed = 0;
  std::size_t parts = 0;
  std::size_t below_roofs = 0;
  for (std::uint32_t trial = 0; trial < 112; ++trial) {
    const RandomSequence random(92, 0, trial);
    Draft draft = random_draft(trial % 10);
    const World before(draft);
    change(draft, random, trial);
    const World now(draft);
    const auto difference = change_between(before.land(), now.land());
    if (!difference) continue;  // the extent of the exact rays
    for (std::uint32_t site = 0; site < 3; ++site) {
      const auto mast = random_mast(now, *difference, random, site);
      if (!mast) continue;
      const Metres reach(random.uniform(103 + 4 * site, 120, 450));
      const auto former = trace_site(before.obstacles, mast->then, device, reach);
      const auto scratch = trace_site(now.obstacles, mast->now, device, reach);
      const auto again = trace_site_again(former, *difference, now.obstacles, mast->now, device, reach);
      ASSERT_TRUE(again.geometry == scratch) << "trial " << trial << " site " << site;
      ASSERT_EQ(content_hash_of(again.geometry), content_hash_of(scratch)) << "trial " << trial << " site " << site;
      ++traced;
      changed += former == scratch ? 0 : 1;
      parts += again.judged < scratch.window.size() / 2 ? 1 : 0;
      below_roofs += mast->now.ignored == no_building ? 0 : 1;
    }
  }
  EXPECT_GT(traced, 300U);
  EXPECT_GT(changed, 150U);
  EXPECT_GT(parts, 250U);
  EXPECT_GT(below_roofs, 10U);
}

// One house after the other, each geometry made from the one made before.
TEST(WedgeTrace, ChangesAddUp) {
  Draft draft = random_draft(3);
  const SightPoint antenna{.position = {301.0, 203.0}, .elevation_m = 31.0};
  const Metres reach(400.0);
  auto world = std::make_unique<World>(draft);
  SiteGeometry geometry = trace_site(world->obstacles, antenna, device, reach);
  for (std::uint32_t step = 0; step < 21; ++step) {
    change(draft, RandomSequence(93, 0, step), step);
    auto next = std::make_unique<World>(draft);
    const auto difference = change_between(world->land(), next->land());
    ASSERT_TRUE(difference.has_value()) << step;
    geometry = trace_site_again(geometry, *difference, next->obstacles, antenna, device, reach).geometry;
    world = std::move(next);
  }
  EXPECT_TRUE(geometry == trace_site(world->obstacles, antenna, device, reach));
}

// A house of 20 m width 300 m away covers 3.8° of the ground behind it: under 2 % of the window.
TEST(WedgeTrace, AHouseFarAwayIsANarrowWedge) {
  const GridFrame wide = frame_covering({{0, 0}, {1200, 1200}}, 2.0);
  Draft draft;
  for (int i = 0; i < 60; ++i) {
    draft.buildings.push_back(building("B-" + std::to_string(i),
                                       box(30.0 + 150.0 * (i % 8), 40.0 + 150.0 * std::floor(i / 8.0), 30.0, 20.0),
                                       8.0 + static_cast<double>(i % 20)));
  }
  draft.buildings.push_back(building("FAR", box(900.0, 595.0, 20.0, 20.0), 20.0));
  const Park park = draft.park();
  const Obstacles before = make_obstacles(park, wide);
  draft.buildings.back().height = Metres(30.0);
  const Park raised = draft.park();
  const Obstacles now = make_obstacles(raised, wide);
  const GroundKeys then_keys(park, before);
  const GroundKeys now_keys(raised, now);
  const auto difference = change_between({before, then_keys}, {now, now_keys});
  ASSERT_TRUE(difference.has_value());
  const SightPoint antenna{.position = {601.0, 605.0}, .elevation_m = 30.0};
  const Metres reach(800.0);
  const auto former = trace_site(before, antenna, device, reach);
  const auto again = trace_site_again(former, *difference, now, antenna, device, reach);
  EXPECT_FALSE(again.geometry == former);
  EXPECT_TRUE(again.geometry == trace_site(now, antenna, device, reach));
  EXPECT_GT(again.judged, 100U);
  EXPECT_LT(again.judged, former.window.size() / 50);
  EXPECT_LT(again.tried, (now.walls.size() + now.corners.size()) / 4);
}

TEST(WedgeTrace, AHouseAroundTheMastIsTracedWhole) {
  Draft draft = random_draft(2);
  draft.buildings.push_back(building("OWN", box(290.0, 190.0, 30.0, 30.0), 12.0));
  const World before(draft);
  draft.buildings.back().height = Metres(14.0);
  const World now(draft);
  const auto difference = change_between(before.land(), now.land());
  ASSERT_TRUE(difference.has_value());
  const SightPoint antenna{.position = {301.0, 203.0}, .elevation_m = 31.0};
  const auto former = trace_site(before.obstacles, antenna, device, Metres(300.0));
  const auto again = trace_site_again(former, *difference, now.obstacles, antenna, device, Metres(300.0));
  EXPECT_EQ(again.judged, former.window.size());
  EXPECT_TRUE(again.geometry == trace_site(now.obstacles, antenna, device, Metres(300.0)));
}

TEST(WedgeTrace, ThreadsDoNotChangeABit) {
  Draft draft = random_draft(5);
  const World before(draft);
  draft.buildings[4].height = Metres(50.0);
  draft.trees.pop_back();
  const World now(draft);
  const auto difference = change_between(before.land(), now.land());
  ASSERT_TRUE(difference.has_value());
  const SightPoint antenna{.position = {401.0, 303.0}, .elevation_m = 28.0};
  const auto former = trace_site(before.obstacles, antenna, device, Metres(400.0));
  const auto two = trace_site_again(former, *difference, now.obstacles, antenna, device, Metres(400.0));
  const ThreadLimit limit(1);
  EXPECT_TRUE(two.geometry == trace_site_again(former, *difference, now.obstacles, antenna, device, Metres(400.0)).geometry);
}

}  // namespace
}  // namespace parktwin::radio
