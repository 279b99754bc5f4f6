#include "engine/simulators/radio/sight_refinement.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;

constexpr Metres device(1.5);
constexpr Metres reach(450.0);
const GridFrame frame = frame_covering({{0, 0}, {800, 700}}, 2.0);

struct World {
  std::vector<Building> buildings;
  Obstacles obstacles;
  Obstacles raster;  // the same without exact shapes
  SightPoint mast;
};

// Houses turned by any angle, so that no wall follows the raster.
World turned_houses(std::uint32_t scene) {
  const RandomSequence random(13, 0, scene);
  World world;
  for (std::uint32_t i = 0; i < 40; ++i) {
    const double angle = random.uniform(8 * i, 0.0, 3.0);
    const Point centre{random.uniform(8 * i + 1, 50, 750), random.uniform(8 * i + 2, 50, 650)};
    const double half_x = random.uniform(8 * i + 3, 5, 30);
    const double half_y = random.uniform(8 * i + 4, 5, 30);
    Polygon footprint;
    for (const Point corner : {Point{-half_x, -half_y}, {half_x, -half_y}, {half_x, half_y}, {-half_x, half_y}}) {
      footprint.outer.push_back({centre.x + corner.x * std::cos(angle) - corner.y * std::sin(angle),
                                 centre.y + corner.x * std::sin(angle) + corner.y * std::cos(angle)});
    }
    world.buildings.push_back(building("B-" + std::to_string(i), footprint, random.uniform(8 * i + 5, 4, 40)));
  }
  test::Draft draft;
  draft.buildings = world.buildings;
  world.obstacles = make_obstacles(draft.park(), frame);
  world.raster = world.obstacles;
  world.raster.rays = nullptr;
  world.mast.position = {random.uniform(1000, 200, 600), random.uniform(1001, 200, 500)};
  while (world.obstacles.surface.at(frame.column_of(world.mast.position.x), frame.row_of(world.mast.position.y)).building != no_building) {
    world.mast.position.x += 3.0;
  }
  world.mast.elevation_m = 15.0 + 5.0 * scene;
  return world;
}

TEST(SightRefinement, RemovesMostOfTheSweepsErrors) {
  std::size_t streets = 0;
  std::size_t before = 0;
  std::size_t after = 0;
  for (std::uint32_t scene = 0; scene < 5; ++scene) {
    const World world = turned_houses(scene);
    const auto swept = trace_site(world.raster, world.mast, device, reach);
    auto refined = swept;
    refine_sight(world.obstacles, world.mast, device, reach, refined);
    for (std::int32_t row = 0; row < frame.rows; row += 2) {
      for (std::int32_t column = 0; column < frame.columns; column += 2) {
        const Point centre = frame.centre(column, row);
        if (world.obstacles.surface.at(column, row).building != no_building || distance(centre, world.mast.position) > reach.value())
          continue;
        const bool exact = !world.obstacles.rays->occluded(
            {reference::at_height(world.mast.position, world.mast.elevation_m), reference::at_height(centre, 1.5)});
        ++streets;
        before += swept.seen(column, row) == exact ? 0 : 1;
        after += refined.seen(column, row) == exact ? 0 : 1;
      }
    }
  }
  ASSERT_GT(streets, 100000U);
  EXPECT_GT(before, streets / 500);  // below 99.8 %
  EXPECT_LT(after, streets / 1000);  // above 99.9 %
}

TEST(SightRefinement, LeavesAloneWhatItCannotJudge) {
  const World world = turned_houses(1);
  SightPoint indoors = world.mast;
  indoors.ignored = 3;
  const auto swept = trace_site(world.raster, indoors, device, reach);
  auto refined = swept;
  refine_sight(world.obstacles, indoors, device, reach, refined);
  auto others = trace_site(world.raster, world.mast, device, reach);
  const auto unrefined = others;
  refine_sight(world.obstacles, world.mast, device, reach, others);
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      EXPECT_EQ(refined.seen(column, row), swept.seen(column, row));
      if (world.obstacles.surface.at(column, row).building != no_building) {
        EXPECT_EQ(others.seen(column, row), unrefined.seen(column, row));
      }
    }
  }
}

TEST(SightRefinement, ATurnedCellLiesOnTheEdgeOfTheShadow) {
  const World world = turned_houses(2);
  const auto swept = trace_site(world.raster, world.mast, device, reach);
  auto refined = swept;
  refine_sight(world.obstacles, world.mast, device, reach, refined);
  std::size_t turned = 0;
  for (std::size_t i = 0; i < swept.window.size(); ++i) {
    if ((swept.edge[0][i] & hidden_bit) == (refined.edge[0][i] & hidden_bit)) {
      ASSERT_EQ(refined.edge[0][i], swept.edge[0][i]);
      continue;
    }
    ++turned;
    EXPECT_EQ(refined.edge[0][i] & parameter_mask, parameter_code(0.0F));
    EXPECT_EQ(refined.edge[1][i], 0);
    EXPECT_EQ(refined.edge[2][i], 0);
  }
  EXPECT_GT(turned, 100U);
}

TEST(SightRefinement, OpenGroundStaysSeen) {
  const auto obstacles = make_obstacles(test::Draft{}.park(), frame);
  const SightPoint mast{.position = {400.3, 350.9}, .elevation_m = 10.0};
  auto geometry = trace_site(obstacles, mast, device, Metres(300.0));
  refine_sight(obstacles, mast, device, Metres(300.0), geometry);
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      if (distance(frame.centre(column, row), mast.position) <= 300.0) {
        EXPECT_TRUE(geometry.seen(column, row));
      }
    }
  }
}

TEST(SightRefinement, AllCellsOneByOneAreTheWholeMap) {
  for (std::uint32_t scene = 0; scene < 2; ++scene) {
    const World world = turned_houses(scene);
    auto whole = trace_site(world.raster, world.mast, device, reach);
    auto single = whole;
    std::vector<std::size_t> cells(whole.window.size());
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = i;
    refine_sight(world.obstacles, world.mast, device, reach, whole);
    refine_sight_of(cells, world.obstacles, world.mast, device, reach, single);
    EXPECT_TRUE(single == whole);
  }
}

}  // namespace
}  // namespace parktwin::radio
