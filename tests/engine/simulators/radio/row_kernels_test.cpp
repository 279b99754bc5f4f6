#include "engine/simulators/radio/row_kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t count = 301;

struct Row {
  RowGeometry geometry{.count = count, .first_east_m = -250.5F, .step_m = 2.0F, .north_m = 37.25F, .antenna_m = 31.0F};
  std::vector<float> device = std::vector<float>(count);
  std::vector<float> east = device, rise = device, inverse = device, ground_square = device, lg_distance = device, loss = device,
                     attenuation = device, scratch = std::vector<float>(3 * count);
  std::vector<std::int32_t> seen = std::vector<std::int32_t>(count);

  Row() {
    const RandomSequence random(21, 0, 0);
    for (std::uint32_t i = 0; i < count; ++i) {
      device[i] = static_cast<float>(random.uniform(2 * i, 1.5, 9.0));
      seen[i] = static_cast<std::int32_t>(random.below(2 * i + 1, 2));
    }
    row_geometry(geometry, device.data(), east.data(), rise.data(), inverse.data(), ground_square.data(), lg_distance.data());
  }
};

TEST(RowKernels, Geometry) {
  const Row row;
  for (std::size_t i = 0; i < count; ++i) {
    const double dx = -250.5 + 2.0 * static_cast<double>(i);
    const double dz = static_cast<double>(row.device[i]) - 31.0;
    const double slant = std::sqrt(dx * dx + 37.25 * 37.25 + dz * dz);
    EXPECT_NEAR(row.east[i], dx, 1e-4);
    EXPECT_NEAR(row.inverse[i] * slant, 1.0, 1e-6);
    EXPECT_NEAR(row.lg_distance[i], std::log10(slant), 1e-6);
  }
}

TEST(RowKernels, LossesMatchTheFormula) {
  Row row;
  const std::vector<float> extra(count, 2.5F);
  for (const double height : {31.0, 8.0}) {
    const auto law = path_loss_law(environment_at(Metres(height)), gigahertz(3.5), Metres(height), Metres(1.5));
    row_losses(law, count, row.ground_square.data(), row.lg_distance.data(), row.seen.data(), extra.data(), row.loss.data());
    for (std::size_t i = 0; i < count; ++i) {
      const double exact = path_loss_db(law, std::hypot(row.east[i], 37.25), row.rise[i], row.seen[i] != 0) + 2.5;
      EXPECT_NEAR(row.loss[i], exact, 1e-3);
    }
  }
}

TEST(RowKernels, AttenuationsMatchTheTables) {
  Row row;
  for (const std::int32_t columns : {1, 2}) {
    Antenna antenna;
    antenna.columns = columns;
    const PatternTable pattern(antenna, Degrees(5.0));
    const auto orientation = orientation_of(Degrees(75.0), Degrees(4.0));
    row_attenuations(pattern, orientation, row.geometry, row.east.data(), row.rise.data(), row.inverse.data(), row.attenuation.data(),
                     row.scratch.data());
    for (std::size_t i = 0; i < count; ++i) {
      const double slant = std::sqrt(row.east[i] * row.east[i] + 37.25 * 37.25 + row.rise[i] * row.rise[i]);
      const auto direction = direction_to(orientation, {row.east[i] / slant, 37.25 / slant, row.rise[i] / slant});
      EXPECT_NEAR(pattern.peak_dbi() - row.attenuation[i], pattern.gain_dbi(direction), 5e-3);
    }
  }
}

TEST(RowKernels, AccumulationKeepsTheBestAndSumsTheRest) {
  const RandomSequence random(22, 0, 0);
  std::vector<float> level(count, -1e30F), loaded(count), others(count), nothing(count), loss(count);
  std::vector<std::int32_t> code(count, -1), seen(count);
  std::vector<double> best(count, -1e30), best_mw(count), sum(count);
  std::vector<std::int32_t> server(count, -1);
  for (std::int32_t cell = 0; cell < 20; ++cell) {
    const double load = 0.05 * cell;
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto draw = static_cast<std::uint32_t>(cell) * 1000 + i;
      loss[i] = static_cast<float>(random.uniform(draw, 60, 170));
      seen[i] = static_cast<std::int32_t>(i % 2);
      const double received = 30.0 - static_cast<double>(loss[i]);
      sum[i] += load * std::pow(10.0, 0.1 * received);
      if (received > best[i]) {
        best[i] = received;
        best_mw[i] = load * std::pow(10.0, 0.1 * received);
        server[i] = cell;
      }
    }
    row_accumulate(count, 30.0F, static_cast<float>(load), cell, loss.data(), nothing.data(), seen.data(),
                   {level.data(), code.data(), loaded.data(), others.data()});
  }
  for (std::size_t i = 0; i < count; ++i) {
    EXPECT_NEAR(level[i], best[i], 1e-4);
    EXPECT_EQ(code[i] / 2, server[i]);
    EXPECT_EQ(code[i] % 2, static_cast<std::int32_t>(i % 2));
    EXPECT_NEAR(loaded[i], best_mw[i], 1e-4 * best_mw[i]);
    EXPECT_NEAR(others[i], sum[i] - best_mw[i], 1e-4 * sum[i]);
  }
}

}  // namespace
}  // namespace parktwin::radio
