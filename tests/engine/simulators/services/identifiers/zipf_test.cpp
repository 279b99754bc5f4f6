#include "engine/simulators/services/identifiers/zipf.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/core/check.h"

namespace parktwin::services::identifiers {
namespace {

TEST(Zipf, RanksComeAsOftenAsTheLawSays) {
  constexpr int draws = 200'000;
  for (const double exponent : {0.0, 0.5, 0.8, 1.0, 1.3, 3.0}) {
    for (const std::uint32_t count : {1U, 2U, 7U, 60U}) {
      const Zipf zipf(count, exponent);
      kernel::RandomStream random(17, 1, count);
      std::vector<double> seen(count);
      for (int i = 0; i < draws; ++i) {
        const std::uint32_t rank = zipf.draw(random);
        ASSERT_LT(rank, count);
        seen[rank] += 1.0;
      }
      double weights = 0.0;
      for (std::uint32_t k = 1; k <= count; ++k) weights += std::pow(k, -exponent);
      double chi2 = 0.0;
      double degrees = -1.0;
      for (std::uint32_t k = 1; k <= count; ++k) {
        const double expected = draws * std::pow(k, -exponent) / weights;
        if (expected < 10.0) continue;
        chi2 += (seen[k - 1] - expected) * (seen[k - 1] - expected) / expected;
        degrees += 1.0;
      }
      // Mean d, variance 2 d: four standard deviations and one for the skew.
      EXPECT_LT(chi2, degrees + 1.0 + 5.0 * std::sqrt(2.0 * degrees + 1.0)) << exponent << " " << count;
    }
  }
}

TEST(Zipf, HoldsForMillionsOfIdentifiers) {
  const Zipf zipf(4'000'000'000U, 1.0);
  kernel::RandomStream random(17, 2, 0);
  int first = 0;
  for (int i = 0; i < 100'000; ++i) first += zipf.draw(random) == 0 ? 1 : 0;
  // Harmonic number ln n + γ = 22.687.
  EXPECT_NEAR(first, 100'000 / 22.687, 4.0 * std::sqrt(100'000 / 22.687));
}

TEST(Zipf, BrokenPromises) {
  EXPECT_THROW(Zipf(0, 1.0), BrokenPromise);
  EXPECT_THROW(Zipf(3, -1.0), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::services::identifiers
