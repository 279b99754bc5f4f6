#include "engine/simulators/cloud/adoption/value_table.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

struct Case {
  Park park = world(20, 8);
  Options options;
  AccessQuality access{std::vector<double>(20, 1.0)};

  Case() { options.horizon_months = 24; }
  [[nodiscard]] Setting setting() const { return setting_of(park, options, access, {0.03, 0.38, 1.0}); }
};

std::int32_t value_of(const ValueTable& table, std::size_t level, std::int32_t month, std::size_t enterprise, std::int32_t months = 24) {
  return table.value[(level * static_cast<std::size_t>(months) + static_cast<std::size_t>(month) - 1) * table.stride + enterprise];
}

TEST(ValueTable, HoldsDriversPushAndTodaysPeers) {
  Case a;
  const Setting setting = a.setting();
  const ValueTable table = value_table(setting);
  EXPECT_EQ(table.stride, 64U);
  for (const std::size_t i : {0UL, 9UL, 19UL}) {
    for (std::size_t level = 0; level < level_count; ++level) {
      double pull = 0.0;
      for (const Peer& peer : setting.graph.peers[i]) {
        pull += peer.weight * (setting.situations[level].state.adopted[peer.enterprise] - setting.curves[level].target[6]);
      }
      const double value = own_value(setting.drivers, i, 0.0, a.options) + setting.curves[level].push[7] + a.options.peer_weight * pull;
      EXPECT_EQ(value_of(table, level, 7, i), fixed(value));
    }
  }
  EXPECT_EQ(value_of(table, 0, 7, 40), barred_value);
}

TEST(ValueTable, ShowsWhatEachPolicyDoes) {
  Case a;
  const ValueTable plain = value_table(a.setting());
  CloudPolicy subsidy = policy(CloudPolicyKind::subsidy, 0.5);
  subsidy.start_month = 4;
  CloudPolicy talks = policy(CloudPolicyKind::information, 1.0);
  set_policies(a.park, {subsidy, talks});
  const Setting setting = a.setting();
  const ValueTable both = value_table(setting);
  const ValueTable paid = value_table(setting, 1);
  EXPECT_EQ(value_of(paid, 0, 3, 5), value_of(plain, 0, 3, 5));
  EXPECT_NEAR(value_of(paid, 0, 4, 5) - value_of(plain, 0, 4, 5), fixed(0.5 * a.options.price_weight), 1);
  const auto& push = setting.curves[0].push;
  EXPECT_NEAR(value_of(both, 0, 10, 5) - value_of(paid, 0, 10, 5), fixed(push[20] - push[10]), 1);
}

TEST(ValueTable, CheaperCloudsAreWorthMore) {
  Case a;
  const ValueTable plain = value_table(a.setting());
  a.options.price_change_per_year = -0.2;
  const ValueTable cheaper = value_table(a.setting());
  EXPECT_NEAR(value_of(cheaper, 2, 12, 4) - value_of(plain, 2, 12, 4), fixed(0.2 * a.options.price_weight), 1);
}

TEST(ValueTable, BarredEnterprisesComeWhenTheBarIsLifted) {
  Case a;
  a.access.of_enterprise[4] = 0.2;
  CloudPolicy fibre = policy(CloudPolicyKind::better_access, 0.75);
  fibre.start_month = 5;
  set_policies(a.park, {fibre});
  const ValueTable table = value_table(a.setting());
  EXPECT_EQ(value_of(table, 0, 4, 4), barred_value);
  EXPECT_GT(value_of(table, 0, 5, 4), -most_value);
}

}  // namespace
}  // namespace parktwin::cloud::adoption
