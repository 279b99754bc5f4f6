#include "engine/simulators/radio/sweep_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/radio/profile_string.h"

namespace parktwin::radio {
namespace {

constexpr float unobstructed = -std::numeric_limits<float>::infinity();

// A line of cells with buildings 4 to 7 on some of them, and rays of which some are in these buildings.
struct Line {
  explicit Line(std::uint32_t number) : random(77, 0, number) {
    cells.resize(150);
    for (auto& cell : cells) {
      const double kind = next(0.0, 1.0);
      cell.ground_m = static_cast<float>(next(-2.0, 6.0));
      cell.top_m = cell.ground_m;
      if (kind < 0.4) {
        cell.building = 4 + static_cast<std::int32_t>(next(0.0, 4.0));
        cell.top_m = cell.ground_m + static_cast<float>(next(3.0, 50.0));
        cell.facade_distance_m = 1.0F;
      } else if (kind < 0.6) {
        cell.facade_distance_m = -1.0F;
      }
    }
    for (auto* array : {&ground, &elevation, &box, &top}) array->resize(cells.size() + line_padding);
    cover.resize(cells.size() + line_padding);
    beside.resize(cells.size() + line_padding);
  }
  double next(double low, double high) { return random.uniform(draw++, low, high); }
  LineCells arrays() { return {ground.data(), elevation.data(), box.data(), top.data(), cover.data(), beside.data()}; }

  RandomSequence random;
  std::uint32_t draw = 0;
  std::vector<SurfaceCell> cells;
  std::vector<float> ground, elevation, box, top;
  std::vector<std::int32_t> cover;
  std::vector<std::uint8_t> beside;
};

TEST(SweepLine, CellsBlockByTheirGroundAndByTheNearOrFarEdgeOfTheirBuilding) {
  Line line(1);
  const LineView view{.antenna_m = 20.0F, .along = 31.25F, .ignored = 5};
  load_line(line.cells.data(), nullptr, line.cells.size(), view, line.arrays());
  for (std::size_t i = 0; i < line.cells.size(); ++i) {
    const SurfaceCell& cell = line.cells[i];
    EXPECT_FLOAT_EQ(line.ground[i], (cell.ground_m - 20.0F) / 31.25F);
    const float rise = cell.top_m - 20.0F;
    const bool blocks = cell.building != no_building && cell.building != 5;
    if (blocks) {
      EXPECT_FLOAT_EQ(line.box[i], rise > 0.0F ? rise / 30.75F : rise / 31.75F);
    } else {
      EXPECT_EQ(line.box[i], unobstructed);
    }
    EXPECT_EQ(line.elevation[i], cell.ground_m);
    EXPECT_EQ(line.top[i], cell.top_m);
    EXPECT_EQ(line.cover[i], cell.building);
    EXPECT_EQ(line.beside[i] != 0, cell.facade_distance_m < 0.0F);
  }
}

struct Rays {
  std::vector<ProfileString> strings;
  std::vector<float> steepest, before, along, height_m, unit_m;
  std::vector<std::int32_t> inside;
};

Rays make_rays(Line& line, std::size_t count, float antenna_m, float furthest) {
  Rays rays;
  rays.strings.resize(count);
  for (auto* array : {&rays.steepest, &rays.before, &rays.along, &rays.height_m, &rays.unit_m}) array->resize(count + line_padding);
  rays.inside.resize(count + line_padding, no_building);
  for (std::size_t ray = 0; ray < count; ++ray) {
    rays.steepest[ray] = static_cast<float>(line.next(-0.7, 0.3));
    rays.before[ray] = rays.steepest[ray] - static_cast<float>(line.next(0.0, 0.3));
    if (line.next(0.0, 1.0) < 0.5) rays.inside[ray] = 4 + static_cast<std::int32_t>(line.next(0.0, 4.0));
    rays.unit_m[ray] = static_cast<float>(line.next(2.0, 2.9));
    rays.strings[ray].begin(antenna_m, rays.unit_m[ray]);
    rays.height_m[ray] = unobstructed;
    if (line.next(0.0, 1.0) < 0.3) continue;
    rays.strings[ray].add(static_cast<float>(line.next(0.5, furthest)), static_cast<float>(line.next(-5.0, antenna_m)));
    rays.along[ray] = rays.strings[ray].first_along();
    rays.height_m[ray] = rays.strings[ray].first_height_m();
  }
  return rays;
}

// The same decisions cell by cell, as the header tells them; the ray is the one that passes nearest to the cell's centre.
TEST(SweepLine, DecidesAsOneCellAfterAnother) {
  std::size_t passed_over = 0;
  std::size_t judged = 0;
  for (std::uint32_t number = 0; number < 120; ++number) {
    Line line(number + 10);
    const float antenna_m = 22.0F;
    const auto half = static_cast<std::int32_t>(line.next(75.0, 200.0));  // rays to one side
    const auto along = static_cast<float>(line.next(4.0, half - 2.0));
    const LineView view{antenna_m, along, number % 2 == 0 ? no_building : 6};
    load_line(line.cells.data(), nullptr, line.cells.size(), view, line.arrays());
    const Rays rays = make_rays(line, static_cast<std::size_t>(2 * half + 1), antenna_m, along - 1.0F);
    const float offset = static_cast<float>(line.next(-0.5, 0.5));
    const RayChoice choice{.offset_across = offset,
                           .ratio = static_cast<float>(half) / along,
                           .shift = static_cast<float>(half) + 0.5F + offset,
                           .last = 2 * half,
                           .least = number % 3 == 0 ? half / 2 : 0,
                           .most = number % 3 == 0 ? half + half / 2 : 2 * half,
                           .takes_diagonal = number % 2 == 0};
    const auto count = static_cast<std::size_t>(line.next(1.0, 150.0));
    const std::int32_t first = -static_cast<std::int32_t>(count) / 2;
    const bool with_edges = number % 4 != 0;
    const FirstEdges edges{with_edges ? rays.along.data() : nullptr, rays.height_m.data(), rays.unit_m.data()};
    std::vector<std::int32_t> flags(count + line_padding);
    std::vector<std::int32_t> ray_of(count + line_padding);
    std::vector<float> limits(count + line_padding);
    judge_line(first, count, view, 1.5F, line.arrays(), {rays.steepest.data(), rays.before.data(), rays.inside.data()}, edges, choice,
               {flags.data(), ray_of.data(), limits.data()});
    for (std::size_t i = 0; i < count; ++i) {
      const std::int32_t across = first + static_cast<std::int32_t>(i);
      const float off = static_cast<float>(across) - offset;
      const auto ray = static_cast<std::size_t>(std::clamp(static_cast<std::int32_t>(off * choice.ratio + choice.shift), 0, choice.last));
      const bool mine = std::abs(off) <= along && !(std::abs(off) == along && !choice.takes_diagonal && across != 0) &&
                        static_cast<std::int32_t>(ray) >= choice.least && static_cast<std::int32_t>(ray) <= choice.most;
      const std::int32_t inside = rays.inside[ray];
      const float limit = line.cover[i] != no_building && line.cover[i] == inside ? rays.before[ray] : rays.steepest[ray];
      const float device_m = line.elevation[i] + 1.5F;
      const bool seen = (device_m - antenna_m) * (1.0F / along) >= limit;
      const bool passed = inside != line.cover[i] && inside != no_building && inside != view.ignored;
      const bool clear =
          with_edges && seen && !passed && line.beside[i] == 0 && rays.strings[ray].grazing_parameter(along, device_m) == least_parameter;
      ASSERT_EQ((flags[i] & to_judge) != 0, mine && !clear) << number << ' ' << i;
      passed_over += mine && clear ? 1 : 0;
      if (!mine || clear) continue;
      ++judged;
      EXPECT_EQ(static_cast<std::size_t>(ray_of[i]), ray);
      EXPECT_EQ(limits[i], limit);
      EXPECT_EQ((flags[i] & in_sight) != 0, seen);
      EXPECT_EQ((flags[i] & was_passed) != 0, passed);
      EXPECT_EQ((flags[i] & beside_wall) != 0, line.beside[i] != 0);
    }
  }
  EXPECT_GT(passed_over, 500U);
  EXPECT_GT(judged, 2000U);
}

}  // namespace
}  // namespace parktwin::radio
