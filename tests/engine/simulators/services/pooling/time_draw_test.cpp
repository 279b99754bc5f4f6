#include "engine/simulators/services/pooling/time_draw.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::services::pooling {
namespace {

void expect_moments(TimeLaw law, double cv) {
  kernel::RandomStream random(3, 1, 0);
  const TimeDraw draw(law, 4.0, cv);
  double sum = 0.0;
  double squares = 0.0;
  constexpr int count = 400'000;
  for (int i = 0; i < count; ++i) {
    const double value = draw(random);
    ASSERT_GE(value, 0.0);
    sum += value;
    squares += value * value;
  }
  const double mean = sum / count;
  EXPECT_NEAR(mean, 4.0, 0.02 * (1.0 + cv)) << name_of(law);
  EXPECT_NEAR(std::sqrt(squares / count - mean * mean) / mean, cv, 0.02 * (1.0 + cv)) << name_of(law);
}

TEST(TimeDraw, HasTheMeanAndTheDeviationAskedFor) {
  expect_moments(TimeLaw::constant, 0.0);
  expect_moments(TimeLaw::uniform, 1.0 / std::sqrt(3.0));
  expect_moments(TimeLaw::erlang, 0.5);
  expect_moments(TimeLaw::exponential, 1.0);
  expect_moments(TimeLaw::hyperexponential, 1.5);
  expect_moments(TimeLaw::lognormal, 0.8);
}

TEST(TimeDraw, UniformTimesOfASmallerDeviationLieAroundTheirMean) {
  expect_moments(TimeLaw::uniform, 0.3);
  kernel::RandomStream random(3, 1, 0);
  const TimeDraw draw(TimeLaw::uniform, 4.0, 0.3);
  const double half = 4.0 * 0.3 * std::sqrt(3.0);
  for (int i = 0; i < 1000; ++i) {
    const double value = draw(random);
    EXPECT_GE(value, 4.0 - half);
    EXPECT_LE(value, 4.0 + half);
  }
}

TEST(TimeDraw, AMeanOfZeroIsAlwaysZero) {
  kernel::RandomStream random(3, 1, 0);
  for (const auto& law : names_of(TimeLaw{})) EXPECT_EQ(TimeDraw(law.value, 0.0, 1.0)(random), 0.0) << law.name;
}

}  // namespace
}  // namespace parktwin::services::pooling
