// The levels themselves are compared with plain formulas in coverage_map_test.cpp; here, that a choice of columns changes no bit.
#include "engine/simulators/radio/row_evaluator.h"

#include <gtest/gtest.h>

#include <map>

#include "engine/core/random.h"
#include "engine/simulators/radio/mast_geometry.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

struct Setting {
  Park park = test::two_site_draft().park();
  Obstacles obstacles = make_obstacles(park, frame_covering({{0, 0}, {600, 400}}, 2.0));
  PatternCache patterns;

  [[nodiscard]] Scene scene(const Options& options) {
    const std::vector<std::uint8_t> connected(park.radio_sites->size(), 1);
    Scene result = make_scene(park, options, obstacles,
                              list_transmitters(park, obstacles.surface, connected, options.receiver_height, patterns), 7, nullptr);
    for (const auto& mast : result.transmitters.masts) {
      result.geometries.push_back(
          std::make_shared<const SiteGeometry>(trace_site(obstacles, mast.point, options.receiver_height, options.maximum_distance)));
    }
    return result;
  }
};

using Levels = std::map<std::pair<std::uint16_t, std::int32_t>, float>;  // by radio cell and column

template <class Place>
void collect(const Scene& scene, RowEvaluator& evaluator, Levels& levels, Place&& column_of) {
  for (std::size_t mast = 0; mast < scene.transmitters.masts.size(); ++mast) {
    const std::size_t count = evaluator.begin_mast(mast);
    if (count == 0) continue;
    for (const auto& transmitter : scene.transmitters.masts[mast].transmitters) {
      const auto reached = evaluator.levels(transmitter);
      EXPECT_EQ(reached.size(), count);
      for (std::size_t i = 0; i < count; ++i) levels[{transmitter.cell, column_of(i)}] = reached[i];
    }
  }
}

Levels of_row(const Scene& scene, std::int32_t row) {
  Levels levels;
  RowEvaluator evaluator(scene);
  evaluator.begin_row(row, 0, 300);
  collect(scene, evaluator, levels, [&](std::size_t i) { return static_cast<std::int32_t>(evaluator.first_reached() + i); });
  return levels;
}

Levels of_cells(const Scene& scene, const std::vector<MapCell>& cells) {
  Levels levels;
  RowEvaluator evaluator(scene);
  evaluator.begin_cells(cells);
  collect(scene, evaluator, levels, [&](std::size_t i) { return cells[evaluator.reached()[i]].column; });
  return levels;
}

TEST(RowEvaluator, AnyChoiceOfColumnsGivesTheSameBits) {
  Setting setting;
  for (const bool fading : {false, true}) {
    for (const auto mode : {PropagationMode::site_general, PropagationMode::deterministic}) {
      Options options;
      options.mode = mode;
      options.shadow_fading = fading;
      options.maximum_distance = Metres(320.0);
      const Scene scene = setting.scene(options);
      const RandomSequence random(3, 0, 0);
      for (const std::int32_t row : {0, 60, 100, 150, 199}) {
        const Levels whole = of_row(scene, row);
        std::vector<MapCell> some;
        for (std::int32_t column = 299; column >= 0; --column) {
          if (random.below(static_cast<std::uint32_t>(300 * row + column), 3) == 0) some.push_back({column, row});
        }
        const Levels chosen = of_cells(scene, some);
        ASSERT_GT(chosen.size(), 100U);
        for (const auto& [key, level] : chosen) ASSERT_EQ(level, whole.at(key)) << key.first << " " << key.second;
      }
    }
  }
}

TEST(RowEvaluator, OnlyCellsWithinReach) {
  Setting setting;
  Options options;
  options.maximum_distance = Metres(100.0);
  const Scene scene = setting.scene(options);
  for (const std::int32_t row : {90, 101, 130, 199}) {
    const Levels levels = of_row(scene, row);
    for (std::uint16_t cell = 0; cell < 5; ++cell) {
      const Point mast = setting.park.radio_sites->records()[cell < 3 ? 0 : 1].position;
      for (std::int32_t column = 0; column < 300; ++column) {
        const bool within = distance(setting.obstacles.surface.frame.centre(column, row), mast) <= 100.0;
        EXPECT_EQ(levels.contains({cell, column}), within) << row << " " << column;
      }
    }
  }
}

TEST(RowEvaluator, InsideBuildingsTheSameBitsToo) {
  Setting setting;
  setting.park = test::hall_draft().park();
  setting.obstacles = make_obstacles(setting.park, frame_covering({{0, 0}, {600, 400}}, 2.0));
  for (const bool fading : {false, true}) {
    Options options;
    options.shadow_fading = fading;
    Scene scene = setting.scene(options);
    GeometryCache cache;
    Progress progress;
    put_geometries(scene, GroundKeys(setting.park, setting.obstacles), cache, progress);
    for (const std::int32_t row : {20, 90, 100}) {
      const Levels whole = of_row(scene, row);
      EXPECT_EQ(whole.empty(), row == 20);  // 41 m: 109 m south of the hall
      std::vector<MapCell> some;
      for (std::int32_t column = 299; column >= 0; column -= 3) some.push_back({column, row});
      const Levels chosen = of_cells(scene, some);
      EXPECT_EQ(chosen.empty(), row == 20);
      for (const auto& [key, level] : chosen) ASSERT_EQ(level, whole.at(key)) << key.first << " " << key.second;
    }
  }
}

}  // namespace
}  // namespace parktwin::radio
