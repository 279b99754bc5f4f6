// Both loops against the same rules one cell and one ray at a time.
#include "engine/simulators/radio/fan_kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace parktwin::radio {
namespace {

constexpr std::int32_t cell_count = 90;

struct Case {
  std::vector<SurfaceCell> cells;
  std::vector<float> slope, unit_m, start, ceiling, horizon, before;
  std::vector<std::int32_t> cover;
  FanLine line{};
  FanSlots slots{};
  std::size_t rays = 0;

  [[nodiscard]] FanRays arrays() {
    return {slope.data(), unit_m.data(), start.data(), ceiling.data(), horizon.data(), before.data(), cover.data()};
  }
  [[nodiscard]] bool is_open(std::size_t ray) const { return (cover[ray] == no_building ? horizon : before)[ray] <= ceiling[ray]; }
};

Case random_case(std::uint32_t number) {
  std::mt19937 random(number);
  const auto uniform = [&](double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); };
  Case made;
  for (std::int32_t j = 0; j < cell_count; ++j) {
    const auto building = static_cast<std::int32_t>(uniform(-3.0, 3.0));
    made.cells.push_back(
        {static_cast<float>(uniform(0.0, 3.0)), static_cast<float>(uniform(3.0, 30.0)), std::max(building, no_building), 0.0F});
  }
  const bool has_wall = number % 2 == 0;
  made.rays = 1 + static_cast<std::size_t>(uniform(0.0, 70.0));
  const double low = uniform(-1.0, 0.5);
  const double high = uniform(low, 1.0);
  for (std::size_t i = 0; i < made.rays + fan_padding; ++i) {
    const double share = made.rays > 1 ? static_cast<double>(i) / static_cast<double>(made.rays - 1) : 0.0;
    made.slope.push_back(static_cast<float>(low + (high - low) * share));
    made.unit_m.push_back(2.0F * std::sqrt(1.0F + made.slope[i] * made.slope[i]));
    made.start.push_back(has_wall ? static_cast<float>(uniform(1.0, 30.0)) : 0.0F);
    made.ceiling.push_back(static_cast<float>(uniform(-0.05, 0.2)));
    made.horizon.push_back(static_cast<float>(uniform(-0.3, 0.1)));
    made.before.push_back(static_cast<float>(uniform(-0.3, 0.1)));
    made.cover.push_back(std::max(static_cast<std::int32_t>(uniform(-3.0, 3.0)), no_building));
  }
  made.line = {.cells = made.cells.data(),
               .cell_count = cell_count,
               .along = uniform(2.0, 60.0),
               .side = uniform(10.0, 80.0),
               .low = low,
               .per_slope = made.rays > 1 && high > low ? static_cast<double>(made.rays - 1) / (high - low) : 1.0,
               .last_ray = static_cast<std::int32_t>(made.rays) - 1,
               .cell_m = 2.0,
               .before_m = has_wall ? 0.0 : uniform(1.0, 200.0),
               .longest_m = uniform(50.0, 400.0),
               .reach_m = uniform(20.0, 150.0),
               .wall_cells = has_wall ? uniform(0.3, 20.0) : 0.0,
               .normal_along = uniform(0.3, 1.0),
               .normal_across = uniform(-0.7, 0.7),
               .has_wall = has_wall,
               .takes_diagonal = number % 3 == 0,
               .antenna_m = 25.0F,
               .device_m = -23.5F};
  made.slots = {.low_side = 5, .first = 0.0F, .past = static_cast<float>(cell_count - 10)};
  return made;
}

bool is_reached(const Case& asked, std::int32_t j, float& way_m) {
  const FanLine& line = asked.line;
  const double m = line.along;
  const double across = j - line.side;
  if (line.takes_diagonal ? std::abs(across) > m : std::abs(across) >= m) return false;
  const double t = across / m;
  const auto nearest = static_cast<std::size_t>(std::max((t - line.low) * line.per_slope + 0.5, 0.0));
  const std::size_t ray = std::min(nearest, asked.rays - 1);
  if (m < static_cast<double>(asked.start[ray]) || !asked.is_open(ray)) return false;
  const SurfaceCell& cell = asked.cells[static_cast<std::size_t>(j)];
  const double leg_m = m * line.cell_m * std::sqrt(1.0 + t * t);
  const double whole_m = line.before_m + leg_m;
  const double start = line.has_wall ? line.wall_cells / std::max(line.normal_along + t * line.normal_across, 1e-6) : 0.0;
  way_m = static_cast<float>(whole_m);
  const float limit = cell.building != no_building && cell.building == asked.cover[ray] ? asked.before[ray] : asked.horizon[ray];
  const float rise_m = cell.ground_m + line.device_m;
  if (rise_m < limit * way_m || rise_m > asked.ceiling[ray] * way_m || whole_m > line.longest_m) return false;
  return m >= start && leg_m * (1.0 - start / m) <= line.reach_m;
}

TEST(FanKernels, ReachTheCellsOfThePlainRule) {
  std::size_t reached = 0;
  for (std::uint32_t number = 0; number < 2000; ++number) {
    Case asked = random_case(number);
    const auto first = static_cast<std::int32_t>(number % 40);
    const std::int32_t past = std::min(first + 1 + static_cast<std::int32_t>(number % 47), cell_count);
    std::vector<std::int32_t> found(static_cast<std::size_t>(past - first) + fan_padding, 7);
    std::vector<float> way_m(found.size());
    judge_fan_line(asked.line, asked.arrays(), first, past, found.data(), way_m.data());
    for (std::int32_t j = first; j < past; ++j) {
      const auto at = static_cast<std::size_t>(j - first);
      float expected_m = 0.0F;
      const bool expected = is_reached(asked, j, expected_m);
      ASSERT_EQ(found[at], expected ? -1 : 0) << number << " cell " << j;
      if (!expected) continue;
      EXPECT_EQ(way_m[at], expected_m) << number << " cell " << j;
      ++reached;
    }
  }
  EXPECT_GT(reached, 1000U);
}

void meet(Case& walked, std::size_t ray) {
  const FanLine& line = walked.line;
  const auto along = static_cast<float>(line.along);
  const float position = walked.slope[ray] * along + static_cast<float>(line.side - walked.slots.low_side + 0.5);
  if (along < walked.start[ray] || position < walked.slots.first || position >= walked.slots.past || !walked.is_open(ray)) return;
  const std::int32_t j = walked.slots.low_side + static_cast<std::int32_t>(position);
  if (line.has_wall && line.normal_along * line.along + line.normal_across * (j - line.side) < line.wall_cells) return;
  const SurfaceCell& cell = walked.cells[static_cast<std::size_t>(j)];
  if (cell.building != walked.cover[ray]) {
    walked.cover[ray] = cell.building;
    walked.before[ray] = walked.horizon[ray];
  }
  const float rise_m = (cell.building != no_building ? cell.top_m : cell.ground_m) - line.antenna_m;
  const float way_m = static_cast<float>(line.before_m) + along * walked.unit_m[ray];
  if (rise_m > walked.horizon[ray] * way_m) walked.horizon[ray] = rise_m / way_m;
}

TEST(FanKernels, MeetWhatRaysMeetOneByOne) {
  std::size_t risen = 0;
  for (std::uint32_t number = 0; number < 2000; ++number) {
    Case walked = random_case(number);
    Case plain = random_case(number);
    const std::size_t first = number % walked.rays;
    walk_fan_line(walked.line, walked.arrays(), walked.slots, first, walked.rays - 1);
    const std::vector<float> before = plain.horizon;
    for (std::size_t ray = first; ray < plain.rays; ++ray) meet(plain, ray);
    EXPECT_EQ(walked.horizon, plain.horizon) << number;
    EXPECT_EQ(walked.before, plain.before) << number;
    EXPECT_EQ(walked.cover, plain.cover) << number;
    for (std::size_t ray = 0; ray < plain.rays; ++ray) risen += plain.horizon[ray] > before[ray] ? 1U : 0U;
  }
  EXPECT_GT(risen, 1000U);
}

}  // namespace
}  // namespace parktwin::radio
