#include "engine/simulators/radio/row_kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/radio/site_law.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t count = 301;

struct Row {
  std::vector<float> device = std::vector<float>(count);
  std::vector<float> east = device, north = std::vector<float>(count, 37.25F), rise = device, inverse = device, ground_square = device,
                     lg_distance = device, loss = device, attenuation = device, scratch = std::vector<float>(3 * count);
  std::vector<std::int32_t> seen = std::vector<std::int32_t>(count);

  Row() {
    const RandomSequence random(21, 0, 0);
    for (std::uint32_t i = 0; i < count; ++i) {
      device[i] = static_cast<float>(random.uniform(2 * i, 1.5, 9.0));
      east[i] = -250.5F + 2.0F * static_cast<float>(i);
      seen[i] = static_cast<std::int32_t>(random.below(2 * i + 1, 2));
    }
    row_geometry(count, 31.0F, device.data(), east.data(), north.data(), rise.data(), inverse.data(), ground_square.data(),
                 lg_distance.data());
  }
};

TEST(RowKernels, Geometry) {
  const Row row;
  for (std::size_t i = 0; i < count; ++i) {
    const double dx = -250.5 + 2.0 * static_cast<double>(i);
    const double dz = static_cast<double>(row.device[i]) - 31.0;
    const double slant = std::sqrt(dx * dx + 37.25 * 37.25 + dz * dz);
    EXPECT_NEAR(row.rise[i], dz, 1e-5);
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

// Rural cells add a loss per metre up to their breakpoint, 231 m for the lower antenna; laws of P.1411 have none.
TEST(RowKernels, LossesOfOtherLawsMatchTheFormula) {
  Row row;
  const std::vector<float> extra(count, 2.5F);
  for (const auto environment : {Environment::rural_macro, Environment::above_roofs, Environment::below_low_roofs}) {
    for (const double frequency_ghz : {0.7, 3.5}) {
      const auto law = site_path_loss_law(environment, gigahertz(frequency_ghz), Metres(10.5), Metres(1.5), Metres(40.0));
      row_losses(law, count, row.ground_square.data(), row.lg_distance.data(), row.seen.data(), extra.data(), row.loss.data());
      for (std::size_t i = 0; i < count; ++i) {
        const double exact = path_loss_db(law, std::hypot(row.east[i], 37.25), row.rise[i], row.seen[i] != 0) + 2.5;
        EXPECT_NEAR(row.loss[i], exact, 1e-3);
      }
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
    row_attenuations(pattern, orientation, count, {row.east.data(), row.north.data(), row.rise.data(), row.inverse.data()},
                     row.attenuation.data(), row.scratch.data());
    for (std::size_t i = 0; i < count; ++i) {
      const double slant = std::sqrt(row.east[i] * row.east[i] + 37.25 * 37.25 + row.rise[i] * row.rise[i]);
      const auto direction = direction_to(orientation, {row.east[i] / slant, 37.25 / slant, row.rise[i] / slant});
      EXPECT_NEAR(pattern.peak_dbi() - row.attenuation[i], pattern.gain_dbi(direction), 5e-3);
    }
  }
}

}  // namespace
}  // namespace parktwin::radio
