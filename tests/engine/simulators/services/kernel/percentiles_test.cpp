#include "engine/simulators/services/kernel/percentiles.h"

#include <gtest/gtest.h>

#include <vector>

#include "engine/core/random.h"

namespace parktwin::services::kernel {
namespace {

TEST(Percentiles, AtMostOneSixtyFourthAboveTheSortedValues) {
  const RandomSequence random(3, 1, 1);
  std::vector<Nanoseconds> values;
  Percentiles first;
  Percentiles second;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    values.push_back(static_cast<Nanoseconds>(std::exp(random.uniform(i, 0.0, 43.0))));
    (i % 3 == 0 ? first : second).add(values.back());
  }
  first.add(second);
  std::sort(values.begin(), values.end());
  for (const double share : {0.0001, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0}) {
    const Nanoseconds exact = values[static_cast<std::size_t>(std::ceil(share * 10'000)) - 1];
    EXPECT_GE(first.at(share), exact);
    EXPECT_LE(static_cast<double>(first.at(share)), static_cast<double>(exact) * (1.0 + 1.0 / 64.0));
  }
}

TEST(Percentiles, TheLeastAndTheGreatestTimesHaveTheirClass) {
  Percentiles times;
  EXPECT_EQ(times.at(0.5), 0);
  times.add(0);
  EXPECT_EQ(times.at(1.0), 0);
  times.add(127);
  EXPECT_EQ(times.at(1.0), 127);
  times.add(std::numeric_limits<Nanoseconds>::max());
  EXPECT_EQ(times.at(1.0), std::numeric_limits<Nanoseconds>::max());
  EXPECT_EQ(times.count(), 3U);
}

TEST(Percentiles, CountHowManyWereWithinATime) {
  Percentiles tally;
  for (Nanoseconds value = 0; value < 10'000; ++value) tally.add(value);
  EXPECT_EQ(tally.count_within(-1), 0U);
  EXPECT_EQ(tally.count_within(0), 1U);
  EXPECT_EQ(tally.count_within(100), 101U);
  EXPECT_NEAR(static_cast<double>(tally.count_within(5'000)), 5'001.0, 5'000.0 / 64.0);
  EXPECT_EQ(tally.count_within(1'000'000), 10'000U);
}

}  // namespace
}  // namespace parktwin::services::kernel
