#include "engine/simulators/services/kernel/random_stream.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::services::kernel {
namespace {

TEST(RandomStream, EvenDrawsAreThoseOfTheSequence) {
  RandomStream stream(0x1234567890abcdefULL, 5, 9);
  const RandomSequence sequence(0x1234567890abcdefULL, 5, 9);
  for (std::uint32_t k = 0; k < 1000; ++k) {
    EXPECT_EQ(stream.uniform(), sequence.uniform(k));
    const double odd = stream.uniform();
    EXPECT_GE(odd, 0.0);
    EXPECT_LT(odd, 1.0);
  }
}

TEST(RandomStream, ExponentialHasItsMomentsAndNeighboursAreUncorrelated) {
  RandomStream stream(1, 2, 3);
  constexpr int count = 200'000;
  double sum = 0.0;
  double squares = 0.0;
  double products = 0.0;
  double before = 1.0;
  for (int i = 0; i < count; ++i) {
    const double value = stream.exponential();
    sum += value;
    squares += value * value;
    products += (value - 1.0) * (before - 1.0);
    before = value;
  }
  // Standard errors 1/√n, √20/√n and 1/√n; four of them.
  EXPECT_NEAR(sum / count, 1.0, 4.0 / std::sqrt(count));
  EXPECT_NEAR(squares / count, 2.0, 4.0 * std::sqrt(20.0 / count));
  EXPECT_NEAR(products / count, 0.0, 4.0 / std::sqrt(count));
  for (int i = 0; i < 1000; ++i) EXPECT_LT(stream.below(3), 3U);
}

}  // namespace
}  // namespace parktwin::services::kernel
