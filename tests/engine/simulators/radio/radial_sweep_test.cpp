// The sight of the radial sweep, as trace_site keeps it.
#include "engine/simulators/radio/radial_sweep.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"
#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/site_geometry.h"
#include "tests/engine/simulators/radio/sight_blocks.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::Block;
using test::box;
using test::building;

constexpr double device_m = 1.5;
const GridFrame frame = frame_covering({{0, 0}, {800, 700}}, 2.0);

Obstacles obstacles_of(const Terrain& terrain, const std::vector<Building>& buildings) {
  test::Draft draft;
  draft.terrain = terrain;
  draft.buildings = buildings;
  Obstacles obstacles = make_obstacles(draft.park(), frame);
  obstacles.rays = nullptr;  // the sweep by itself
  return obstacles;
}

bool sees(const std::vector<Block>& blocks, Point a, double za, Point b, double growth_m) {
  return std::none_of(blocks.begin(), blocks.end(),
                      [&](const Block& block) { return test::crosses(test::grown(block, growth_m), a, za, b, device_m); });
}

struct Agreement {
  std::size_t streets = 0;
  std::size_t differing = 0;
  std::size_t unexplained = 0;  // differ even if every wall were moved by the tolerance
};

// Walls on multiples of `snap_m`.
Agreement compare(std::uint32_t scene, double antenna_m, double snap_m, double tolerance_m) {
  const RandomSequence random(11, 0, scene);
  const auto draw = [&](std::uint32_t number, double low, double high) {
    return snap_m * std::round(random.uniform(number, low, high) / snap_m);
  };
  std::vector<Building> buildings;
  std::vector<Block> blocks;
  for (std::uint32_t i = 0; i < 40; ++i) {
    const Polygon footprint = box(draw(6 * i, 20, 720), draw(6 * i + 1, 20, 620), draw(6 * i + 2, 10, 60), draw(6 * i + 3, 10, 60));
    const double height = random.uniform(6 * i + 4, 4, 45);
    buildings.push_back(building("B-" + std::to_string(i), footprint, height));
    blocks.push_back({bounds(footprint), height});
  }
  const auto obstacles = obstacles_of({}, buildings);
  Point mast{random.uniform(1000, 100, 700), random.uniform(1001, 100, 600)};
  while (obstacles.surface.at(frame.column_of(mast.x), frame.row_of(mast.y)).building != no_building) mast.x += 3.0;
  const auto map = trace_site(obstacles, {.position = mast, .elevation_m = antenna_m}, Metres(device_m), Metres(500.0));
  Agreement result;
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      const Point centre = frame.centre(column, row);
      if (obstacles.surface.at(column, row).building != no_building || distance(centre, mast) > 500.0) continue;
      ++result.streets;
      const bool seen = map.seen(column, row);
      if (seen == sees(blocks, mast, antenna_m, centre, 0.0)) continue;
      ++result.differing;
      if (seen != sees(blocks, mast, antenna_m, centre, seen ? -tolerance_m : tolerance_m)) ++result.unexplained;
    }
  }
  return result;
}

Agreement compare_scenes(double snap_m, double tolerance_m) {
  Agreement sum;
  for (std::uint32_t scene = 0; scene < 8; ++scene) {
    const auto one = compare(scene, 12.0 + 4.0 * scene, snap_m, tolerance_m);
    sum.streets += one.streets;
    sum.differing += one.differing;
    sum.unexplained += one.unexplained;
  }
  return sum;
}

// Walls on the raster's lines: the sweep's own error, at most one cell (2 m).
TEST(RadialSweep, AgreesWithExactRaysBetweenRasterBoxes) {
  const auto sum = compare_scenes(2.0, 2.0);
  ASSERT_GT(sum.streets, 500000U);
  EXPECT_LT(static_cast<double>(sum.differing), 0.005 * static_cast<double>(sum.streets));
  EXPECT_EQ(sum.unexplained, 0U);
}

// Walls anywhere: half a cell is added by drawing them on the raster.
TEST(RadialSweep, AgreesWithExactRaysBetweenAnyBoxes) {
  const auto sum = compare_scenes(1e-3, 3.0);
  ASSERT_GT(sum.streets, 500000U);
  EXPECT_LT(static_cast<double>(sum.differing), 0.01 * static_cast<double>(sum.streets));
  EXPECT_EQ(sum.unexplained, 0U);
}

// The boxes of the raster itself: no error from the drawing of walls is left, only the ray's own.
TEST(RadialSweep, SeesShadowLengthsExactly) {
  const std::vector<Building> buildings = {building("B", box(400, 300, 20, 60), 20.0)};
  const auto obstacles = obstacles_of({}, buildings);
  const Point mast{301.0, 331.0};  // a cell's centre
  const auto map = trace_site(obstacles, {.position = mast, .elevation_m = 30.0}, Metres(device_m), Metres(490.0));
  // The ray over the far edge (119 m away, 20 m high) falls 10 m in 119 m; it is at 1.5 m after 28.5·11.9 = 339.15 m.
  for (std::int32_t column = 210; column < 395; ++column) {
    const double away = frame.centre(column, 165).x - mast.x;
    EXPECT_EQ(map.seen(column, 165), away > 339.15) << away;
  }
}

TEST(RadialSweep, AgreesWithFineStepsOverTerrain) {
  for (std::uint32_t scene = 0; scene < 4; ++scene) {
    const RandomSequence random(12, 0, scene);
    Terrain terrain;
    terrain.elevation_m = Grid<float>({.origin = {0, 0}, .cell_size = 50.0, .columns = 16, .rows = 14});
    for (std::uint32_t i = 0; i < terrain.elevation_m.values.size(); ++i) {
      terrain.elevation_m.values[i] = static_cast<float>(random.uniform(i, 0.0, 15.0));
    }
    const auto obstacles = obstacles_of(terrain, {});
    const Point mast{random.uniform(1000, 200, 600), random.uniform(1001, 200, 500)};
    const double elevation = ground_elevation_m(terrain, mast) + 15.0;
    const auto map = trace_site(obstacles, {.position = mast, .elevation_m = elevation}, Metres(device_m), Metres(400.0));
    const auto exact = [&](Point to, double shift_m) {
      const double goal = ground_elevation_m(terrain, to) + device_m + shift_m;
      const double length = distance(mast, to);
      const int steps = static_cast<int>(length / 0.5) + 1;
      for (int i = 1; i < steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const Point at{mast.x + (to.x - mast.x) * t, mast.y + (to.y - mast.y) * t};
        if (ground_elevation_m(terrain, at) > elevation + (goal - elevation) * t) return false;
      }
      return true;
    };
    std::size_t compared = 0;
    std::size_t differing = 0;
    for (std::int32_t row = 1; row < frame.rows; row += 3) {
      for (std::int32_t column = 1; column < frame.columns; column += 3) {
        const Point centre = frame.centre(column, row);
        if (distance(centre, mast) > 400.0) continue;
        ++compared;
        const bool seen = map.seen(column, row);
        if (seen == exact(centre, 0.0)) continue;
        ++differing;  // within 1 m of height: what a cell or two make at slopes up to 0.3 each way
        EXPECT_EQ(seen, exact(centre, seen ? 1.0 : -1.0)) << "cell " << column << ", " << row;
      }
    }
    ASSERT_GT(compared, 5000U);
    EXPECT_LT(static_cast<double>(differing), 0.01 * static_cast<double>(compared));
  }
}

TEST(RadialSweep, OpenGroundIsSeenWithoutHoles) {
  const auto obstacles = obstacles_of({}, {});
  for (const Point mast : {Point{400.3, 350.9}, Point{1.0, 1.0}, Point{402.0, 300.0}, Point{-150.0, 350.0}, Point{900.0, 900.0}}) {
    const auto map = trace_site(obstacles, {.position = mast, .elevation_m = 10.0}, Metres(device_m), Metres(350.0));
    for (std::int32_t row = 0; row < frame.rows; ++row) {
      for (std::int32_t column = 0; column < frame.columns; ++column) {
        if (distance(frame.centre(column, row), mast) > 350.0) continue;
        EXPECT_TRUE(map.seen(column, row)) << mast.x << " " << mast.y << " cell " << column << ", " << row;
      }
    }
  }
}

TEST(RadialSweep, IndoorsTheLineEndsAtTheFacade) {
  const std::vector<Building> buildings = {building("FRONT", box(200, 300, 40, 40), 12.0), building("BACK", box(260, 300, 40, 40), 12.0)};
  const auto obstacles = obstacles_of({}, buildings);
  const auto map = trace_site(obstacles, {.position = {101.0, 320.0}, .elevation_m = 9.0}, Metres(device_m), Metres(400.0));
  EXPECT_TRUE(map.seen(100, 160));   // the front building's first metres
  EXPECT_TRUE(map.seen(118, 160));   // and its far end: its own walls do not block
  EXPECT_FALSE(map.seen(125, 160));  // the yard behind lies in its shadow
  EXPECT_FALSE(map.seen(135, 160));  // and so does the next building
}

TEST(RadialSweep, RoofEdgeShadowsTheFootOfItsBuilding) {
  const std::vector<Building> buildings = {building("B", box(360, 310, 80, 80), 20.0)};
  const auto obstacles = obstacles_of({}, buildings);
  // 5 m above the middle of the roof, 40 m to the edge: at 1.5 m above ground the edge's shadow ends 40·(25−1.5)/5 = 188 m away.
  const auto map = trace_site(obstacles, {.position = {400.0, 350.0}, .elevation_m = 25.0}, Metres(device_m), Metres(390.0));
  EXPECT_FALSE(map.seen(frame.column_of(450.0), frame.row_of(350.5)));
  EXPECT_FALSE(map.seen(frame.column_of(585.0), frame.row_of(350.5)));
  EXPECT_TRUE(map.seen(frame.column_of(591.0), frame.row_of(350.5)));
  EXPECT_TRUE(map.seen(frame.column_of(370.0), frame.row_of(350.5)));  // below its own roof
  const auto ignored =
      trace_site(obstacles, {.position = {400.0, 350.0}, .elevation_m = 10.0, .ignored = 0}, Metres(device_m), Metres(390.0));
  EXPECT_TRUE(ignored.seen(frame.column_of(450.0), frame.row_of(350.5)));
}

TEST(RadialSweep, NothingIsSeenFarFromTheFrame) {
  const auto obstacles = obstacles_of({}, {});
  const auto map = trace_site(obstacles, {.position = {9000.0, 350.0}, .elevation_m = 10.0}, Metres(device_m), Metres(350.0));
  EXPECT_FALSE(map.seen(399, 175));
}

struct Judged {
  std::int32_t column;
  std::int32_t row;
  float along;
  float device_m;
  float limit;
  bool seen;
  bool passed;
  friend bool operator==(const Judged&, const Judged&) = default;
};

struct JudgeRecorder {
  std::vector<Judged>& judged;
  void begin(std::span<const float>, float, float, float, bool) {}
  void enter(std::size_t, float, float) {}
  void leave(std::size_t, float) {}
  void ground(std::size_t, float, float) {}
  void judge(std::size_t, std::int32_t column, std::int32_t row, float along, float device, float limit, const Judgement& judgement) {
    judged.push_back({column, row, along, device, limit, judgement.seen, judgement.passed});
  }
};

std::vector<Judged> judged_by(const Obstacles& obstacles, const SightPoint& antenna, std::size_t quarter,
                              const std::vector<CellBox>& boxes) {
  std::vector<Judged> judged;
  JudgeRecorder recorder{judged};
  RadialSweep<JudgeRecorder> sweep(obstacles, antenna, device_m, 150.0, recorder);
  if (!boxes.empty()) sweep.narrow(boxes, RadialSweep<JudgeRecorder>::Depth::behind);
  sweep.sweep(quarter);
  return judged;
}

// Rectangles anywhere, also in part outside the frame: what is judged is judged as by all rays, and every cell is that the line to its
// centre passes a rectangle.
TEST(RadialSweep, AFewRaysJudgeAsAllDo) {
  std::size_t fewer = 0;
  std::size_t all_cells = 0;
  for (std::uint32_t trial = 0; trial < 40; ++trial) {
    const RandomSequence random(14, 0, trial);
    std::vector<Building> buildings;
    for (std::uint32_t i = 0; i < 40; ++i) {
      const Polygon footprint = box(random.uniform(6 * i, 20, 720), random.uniform(6 * i + 1, 20, 620), random.uniform(6 * i + 2, 5, 60),
                                    random.uniform(6 * i + 3, 5, 60));
      buildings.push_back(building("B-" + std::to_string(i), footprint, random.uniform(6 * i + 4, 4, 45)));
    }
    const auto obstacles = obstacles_of({}, buildings);
    const SightPoint antenna{.position = {random.uniform(500, 100, 700), random.uniform(501, 100, 600)},
                             .elevation_m = random.uniform(502, 4, 50)};
    CellBox box;
    box.first_column = static_cast<std::int32_t>(random.below(503, 420)) - 10;
    box.first_row = static_cast<std::int32_t>(random.below(504, 360)) - 5;
    box.last_column = box.first_column + static_cast<std::int32_t>(random.below(505, 40));
    box.last_row = box.first_row + static_cast<std::int32_t>(random.below(506, 40));
    const double cell_m = frame.cell_size;
    const Block grown{{{box.first_column * cell_m, box.first_row * cell_m}, {(box.last_column + 1) * cell_m, (box.last_row + 1) * cell_m}},
                      1e6};
    for (std::size_t quarter = 0; quarter < quarter_count; ++quarter) {
      const auto all = judged_by(obstacles, antenna, quarter, {});
      const auto few = judged_by(obstacles, antenna, quarter, {box});
      auto next = few.begin();
      for (const auto& one : all) {
        const bool told = next != few.end() && *next == one;
        if (told) ++next;
        const Point centre = frame.centre(one.column, one.row);
        if (test::crosses(grown, antenna.position, 1.0, centre, 1.0)) {
          EXPECT_TRUE(told) << trial << ": " << one.column << " " << one.row;
        }
      }
      EXPECT_TRUE(next == few.end()) << trial << ": " << quarter;  // each was found among all, in order and with the same bits
      fewer += few.size();
      all_cells += all.size();
    }
  }
  EXPECT_GT(fewer, 20000U);
  EXPECT_LT(fewer, all_cells / 4);
}

}  // namespace
}  // namespace parktwin::radio
