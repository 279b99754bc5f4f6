#include "engine/simulators/radio/fast_math.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

TEST(FastMath, LogarithmMatchesTheLibrary) {
  const RandomSequence random(1, 1, 1);
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const auto x = static_cast<float>(std::pow(10.0, random.uniform(i, -30.0, 30.0)));
    const double exact = std::log2(static_cast<double>(x));
    EXPECT_NEAR(fast_log2(x), exact, 1e-6 + 1e-7 * std::abs(exact)) << x;
  }
  EXPECT_FLOAT_EQ(fast_log10(1.0F), 0.0F);
  // 40 lg d, the steepest slope in use, stays within 0.0001 dB.
  for (float d = 1.0F; d < 2e4F; d *= 1.01F) EXPECT_NEAR(40.0F * 0.5F * fast_log10(d * d), 40.0 * std::log10(static_cast<double>(d)), 1e-4);
}

TEST(FastMath, PowerMatchesTheLibrary) {
  const RandomSequence random(1, 1, 2);
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const auto x = static_cast<float>(random.uniform(i, -125.0, 125.0));
    EXPECT_NEAR(fast_exp2(x) / std::exp2(static_cast<double>(x)), 1.0, 5e-7 + 6e-8 * std::abs(x)) << x;
  }
  EXPECT_NEAR(fast_milliwatts(30.0F), 1000.0, 0.01);
  EXPECT_NEAR(fast_milliwatts(-1e9F) / 1e-30, 1.0, 1e-4);
}

TEST(FastMath, InverseRootMatchesTheLibrary) {
  for (float x = 1e-6F; x < 1e10F; x *= 1.037F) EXPECT_NEAR(fast_inverse_root(x) * std::sqrt(static_cast<double>(x)), 1.0, 3e-7) << x;
}

TEST(FastMath, CosineMatchesTheLibrary) {
  const RandomSequence random(1, 1, 3);
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const auto turns = static_cast<float>(random.uniform(i, -1000.0, 1000.0));
    EXPECT_NEAR(fast_cosine_of_turns(turns), std::cos(2.0 * std::numbers::pi * static_cast<double>(turns)), 2e-5) << turns;
  }
}

}  // namespace
}  // namespace parktwin::radio
