#include "engine/simulators/services/kernel/output_analysis.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/core/random.h"

namespace parktwin::services::kernel {
namespace {

TEST(OutputAnalysis, StudentsTable) {
  // Abramowitz & Stegun, table 26.10.
  EXPECT_NEAR(student_t(0.95, 1), 12.706, 0.0005);
  EXPECT_NEAR(student_t(0.95, 9), 2.262, 0.0005);
  EXPECT_NEAR(student_t(0.99, 19), 2.861, 0.0005);
  EXPECT_NEAR(student_t(0.95, 100000), 1.960, 0.0005);
}

TEST(OutputAnalysis, MeanIntervalByHand) {
  const std::vector<double> values{1.0, 2.0, 3.0, 4.0, 5.0};
  const Interval interval = mean_interval(values, 0.95);
  EXPECT_DOUBLE_EQ(interval.mean, 3.0);
  EXPECT_NEAR(interval.half_width, 2.776 * std::sqrt(2.5 / 5.0), 0.001);
  EXPECT_TRUE(interval.contains(4.9));
  EXPECT_FALSE(interval.contains(5.0));
  EXPECT_TRUE(std::isinf(mean_interval(std::vector<double>{7.0}, 0.95).half_width));
}

/// Noise around 10 that starts at 10 + rise and comes down with the given decay.
std::vector<double> decaying(std::size_t count, double rise, double decay, std::uint32_t entity) {
  const RandomSequence random(11, 1, entity);
  std::vector<double> series(count);
  for (std::size_t i = 0; i < count; ++i) {
    series[i] = 10.0 + rise * std::pow(decay, static_cast<double>(i)) + random.normal(static_cast<std::uint32_t>(i));
  }
  return series;
}

/// The definition, summed anew for each cut.
std::size_t slow_mser5(const std::vector<double>& series) {
  std::vector<double> y;
  for (std::size_t i = 0; i + 5 <= series.size(); i += 5) {
    y.push_back((series[i] + series[i + 1] + series[i + 2] + series[i + 3] + series[i + 4]) / 5.0);
  }
  std::size_t best = 0;
  double least = 1e300;
  for (std::size_t d = 0; d + 5 <= y.size(); ++d) {
    const auto n = static_cast<double>(y.size() - d);
    double mean = 0.0;
    for (std::size_t i = d; i < y.size(); ++i) mean += y[i] / n;
    double statistic = 0.0;
    for (std::size_t i = d; i < y.size(); ++i) statistic += (y[i] - mean) * (y[i] - mean) / n / n;
    if (statistic < least) {
      least = statistic;
      best = d;
    }
  }
  return 5 * best;
}

TEST(OutputAnalysis, Mser5IsItsDefinitionAndCutsTheRise) {
  for (std::uint32_t entity = 0; entity < 20; ++entity) {
    const auto series = decaying(2003, 20.0, 0.98, entity);
    const auto cut = mser5(series);
    ASSERT_TRUE(cut);
    EXPECT_EQ(*cut, slow_mser5(series));
    EXPECT_GT(*cut, 80U);  // 20 · 0.98^80 = 4, four standard deviations of the noise
  }
}

TEST(OutputAnalysis, ASeriesThatStillRisesIsTooShort) {
  std::vector<double> series;
  for (int i = 0; i < 1000; ++i) series.push_back(i);
  EXPECT_FALSE(mser5(series));
  EXPECT_FALSE(steady_state(series, 10, 0.95));
  EXPECT_FALSE(mser5(std::vector<double>(20, 1.0)));
}

TEST(OutputAnalysis, IntervalsOfBatchesHoldTheMeanAsOftenAsTheySay) {
  int held = 0;
  double correlation = 0.0;
  for (std::uint32_t entity = 0; entity < 400; ++entity) {
    const auto state = steady_state(decaying(2000, 20.0, 0.95, 1000 + entity), 20, 0.9);
    ASSERT_TRUE(state);
    held += state->interval.contains(10.0) ? 1 : 0;
    correlation += state->batch_correlation / 400.0;
  }
  // Binomial of 400 at 0.9: standard deviation 6.
  EXPECT_NEAR(held, 360, 24);
  EXPECT_NEAR(correlation, -1.0 / 20.0, 0.04);
}

}  // namespace
}  // namespace parktwin::services::kernel
