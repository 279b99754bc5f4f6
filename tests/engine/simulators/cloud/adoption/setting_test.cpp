#include "engine/simulators/cloud/adoption/setting.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

TEST(Setting, BarsWhoHasNoAccessAndCalibratesEveryLevel) {
  const Park park = world(20, 8);
  Options options;
  options.horizon_months = 36;
  AccessQuality access{std::vector<double>(20, 1.0)};
  access.of_enterprise[3] = 0.1;
  const Setting setting = setting_of(park, options, access, {0.03, 0.38, 1.0});
  for (std::size_t level = 0; level < level_count; ++level) {
    EXPECT_EQ(setting.situations[level].barred[3], 1);
    EXPECT_EQ(setting.situations[level].barred[4], 0);
    EXPECT_EQ(setting.curves[level].push.size(), 37U);
    EXPECT_EQ(adopted_before(setting)[level], setting.curves[level].adopted_before);
  }
  EXPECT_GT(setting.situations[0].state.share, setting.situations[3].state.share);
}

TEST(Setting, CalibratesBeyondTheHorizonAsFarAsInformationReaches) {
  Park park = world(20, 8);
  CloudPolicy talks = policy(CloudPolicyKind::information, 0.5);
  talks.start_month = 7;
  talks.months = 12;
  CloudPolicy before = policy(CloudPolicyKind::information, 1.5);
  before.id = "earlier";
  before.start_year = 2025;
  before.months = 14;  // two of them within the forecast
  set_policies(park, {talks, before, policy(CloudPolicyKind::subsidy, 1.0)});
  Options options;
  options.horizon_months = 10;
  const Setting setting = setting_of(park, options, {}, {0.03, 0.38, 1.0});
  EXPECT_EQ(furthest_ahead(setting.campaigns, 10), 5);  // 0.5 × 4 + 1.5 × 2
  EXPECT_EQ(setting.curves[0].push.size(), 16U);
}

}  // namespace
}  // namespace parktwin::cloud::adoption
