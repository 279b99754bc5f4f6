#include "engine/simulators/radio/answers/level_steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace parktwin::radio::answers {
namespace {

CoverageShares shares_of(std::span<const double> thresholds, const std::vector<std::pair<float, bool>>& cells) {
  const LevelSteps steps(thresholds);
  std::vector<std::uint32_t> counts(steps.slots());
  for (const auto& [level, served] : cells) ++counts[steps.slot(level, served)];
  return steps.shares(counts, 4.0);
}

TEST(LevelSteps, SharesAreInTheOrderOfTheThresholds) {
  const std::vector<double> thresholds = {-85.0, -115.0, -95.0, -115.0};
  constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
  const auto shares = shares_of(thresholds, {{-80.0F, true}, {-90.0F, true}, {-95.0F, false}, {-115.0F, false}, {nothing, false}});
  EXPECT_DOUBLE_EQ(shares.area_m2, 20.0);
  EXPECT_DOUBLE_EQ(shares.served_share, 0.4);
  EXPECT_THAT(shares.share_over, ::testing::ElementsAre(0.2, 0.8, 0.6, 0.8));
}

TEST(LevelSteps, WithoutGroundOrThresholds) {
  const std::vector<double> one = {-100.0};
  const auto empty = shares_of(one, {});
  EXPECT_EQ(empty.area_m2, 0.0);
  EXPECT_EQ(empty.served_share, 0.0);
  EXPECT_THAT(empty.share_over, ::testing::ElementsAre(0.0));
  const auto plain = shares_of({}, {{-80.0F, true}, {-80.0F, false}});
  EXPECT_DOUBLE_EQ(plain.served_share, 0.5);
  EXPECT_TRUE(plain.share_over.empty());
}

}  // namespace
}  // namespace parktwin::radio::answers
