#include "engine/simulators/radio/normal_quantile.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/core/check.h"

namespace parktwin::radio {
namespace {

// Percentage points of the normal distribution, Abramowitz & Stegun table 26.5 and 26.6.
TEST(NormalQuantile, TabulatedPoints) {
  EXPECT_NEAR(normal_quantile(0.5), 0.0, 1e-15);
  EXPECT_NEAR(normal_quantile(0.9), 1.281551565545, 1e-12);
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540, 1e-12);
  EXPECT_NEAR(normal_quantile(0.01), -2.326347874041, 1e-12);
  EXPECT_NEAR(normal_quantile(1e-6), -4.753424308823, 1e-12);
}

TEST(NormalQuantile, InvertsTheDistribution) {
  for (double p = 1e-9; p < 0.5; p *= 1.5) {
    const double x = normal_quantile(p);
    EXPECT_NEAR(0.5 * std::erfc(-x / std::numbers::sqrt2) / p, 1.0, 1e-12) << p;
    EXPECT_NEAR(normal_quantile(1.0 - p), -x, 1e-7) << p;  // 1 − p itself is rounded
  }
}

TEST(NormalQuantile, RefusesCertainty) {
  EXPECT_THROW((void)normal_quantile(0.0), BrokenPromise);
  EXPECT_THROW((void)normal_quantile(1.0), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::radio
