#include "engine/simulators/radio/scattered_power.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

// Powers added in double precision, the law from its own file.
TEST(ScatteredPower, AddsTheLawsPowerOutOfSightOnly) {
  const PathLossLaw law = path_loss_law(Environment::urban_macro, gigahertz(3.5), Metres(30.0), Metres(1.5));
  const RandomSequence random(11, 1, 0);
  constexpr std::size_t count = 500;
  constexpr double rise_m = -28.5;
  std::vector<float> square(count), lg(count), extra(count), loss(count);
  std::vector<std::int32_t> seen(count);
  std::vector<double> ground_m(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    ground_m[i] = 10.0 + 3000.0 * random.uniform(4 * i);
    square[i] = static_cast<float>(ground_m[i] * ground_m[i]);
    lg[i] = static_cast<float>(std::log10(std::hypot(ground_m[i], rise_m)));
    extra[i] = i % 3 == 0 ? 0.0F : static_cast<float>(40.0 * random.uniform(4 * i + 1));
    loss[i] = static_cast<float>(60.0 + 340.0 * random.uniform(4 * i + 2)) + extra[i];
    seen[i] = i % 5 == 0 ? 1 : 0;
  }
  const auto traced = loss;
  add_scattered_power(law, count, square.data(), lg.data(), seen.data(), extra.data(), loss.data());
  for (std::size_t i = 0; i < count; ++i) {
    if (seen[i] != 0) {
      EXPECT_EQ(loss[i], traced[i]);
      continue;
    }
    const double scattered_db = path_loss_db(law, ground_m[i], rise_m, false) + static_cast<double>(extra[i]);
    const double sum = std::pow(10.0, -0.1 * static_cast<double>(traced[i])) + std::pow(10.0, -0.1 * scattered_db);
    EXPECT_NEAR(loss[i], -10.0 * std::log10(sum), 2e-3) << i;
    EXPECT_LE(loss[i], traced[i]);
  }
}

TEST(ScatteredPower, VanishesBesideAClearPath) {
  const PathLossLaw law = path_loss_law(Environment::urban_micro, gigahertz(3.5), Metres(10.0), Metres(1.5));
  const float square = 100.0F * 100.0F;
  const float lg = 2.0F;
  const float extra = 0.0F;
  const std::int32_t seen = 0;
  const float grazing_db = 83.3F + 6.0F;  // free space at 3.5 GHz and 100 m, and an edge that just touches the line
  float loss = grazing_db;
  add_scattered_power(law, 1, &square, &lg, &seen, &extra, &loss);
  EXPECT_LT(grazing_db - loss, 0.2F);
  EXPECT_GT(grazing_db - loss, 0.0F);
}

}  // namespace
}  // namespace parktwin::radio
