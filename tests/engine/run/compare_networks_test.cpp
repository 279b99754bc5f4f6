#include "engine/run/compare_networks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/run/retrofit_world.h"

namespace parktwin::retrofit {
namespace {

using testing::find;
using testing::plants;
using testing::widened;

struct Compared {
  Result result;

  Compared(const Park& before, const Park& after) {
    const NetworkState was = network_state(before, {}, 1, {});
    const NetworkState is = network_state(after, {}, 1, {});
    YearlyCost cost_before{100.0, {{"E-0", 10.0}}};
    YearlyCost cost_after{100.0, {{"E-0", 8.0}, {"E-1", 5.0}}};
    result.figures = figures_of(was, cost_before, is, cost_after);
    result.enterprises = outcomes_of(before, after, result.figures, network_changes(before, after));
  }
  [[nodiscard]] const Figure* of(std::size_t plant, Measure measure) const {
    return find(result, Subject::enterprise, testing::numbered("E", plant), measure);
  }
};

TEST(CompareNetworks, WiderLinksShortenDelaysAndTheirUse) {
  const Compared compared(plants(), widened(plants(), 2, 1000.0));
  const Figure* use = compared.of(0, Measure::busiest_link_utilisation);
  ASSERT_NE(use, nullptr);
  EXPECT_NEAR(use->after, use->before / 10.0, 1e-12);
  EXPECT_EQ(use->outcome, Outcome::improved);
  EXPECT_EQ(compared.of(0, Measure::delay_percentile_ms)->outcome, Outcome::improved);
  EXPECT_EQ(compared.of(0, Measure::yearly_cost_cny)->outcome, Outcome::improved);
  EXPECT_EQ(compared.of(1, Measure::yearly_cost_cny)->outcome, Outcome::worse);
  EXPECT_EQ(compared.of(3, Measure::busiest_link_utilisation)->outcome, Outcome::unchanged);
  const auto& first = compared.result.enterprises[0];
  EXPECT_EQ(first.changes, 1);
  EXPECT_EQ(first.solution, "network_link rate_down_mbps rate_up_mbps");
  EXPECT_EQ(first.cost, Outcome::improved);
  EXPECT_EQ(first.efficiency, Outcome::improved);
  EXPECT_EQ(compared.result.enterprises[1].cost, Outcome::worse);
  EXPECT_EQ(compared.result.enterprises[3].changes, 0);
  EXPECT_EQ(compared.result.enterprises[3].efficiency, Outcome::unchanged);
}

TEST(CompareNetworks, AChangeThatMakesThingsWorseIsNamed) {
  const Park before = plants();
  Park after = widened(before, 1, 60.0);  // less than the cameras send
  auto links = after.network_links->records();
  links[1].availability = 0.99;
  links[2].rate_down = links[2].rate_up = MegabitsPerSecond(10.0);  // of the control loop
  after.network_links = Part(Table(links));
  const Compared compared(before, after);
  for (const Measure measure :
       {Measure::availability, Measure::samples_on_time_share, Measure::busiest_link_utilisation, Measure::worst_bound_us}) {
    ASSERT_NE(compared.of(0, measure), nullptr) << name_of(measure);
    EXPECT_EQ(compared.of(0, measure)->outcome, Outcome::worse) << name_of(measure);
  }
  const Figure* flow = find(compared.result, Subject::tsn_flow, "F-0", Measure::worst_bound_us);
  ASSERT_NE(flow, nullptr);
  EXPECT_EQ(flow->outcome, Outcome::worse);
  EXPECT_EQ(flow->enterprise, Id<Enterprise>(0));
  EXPECT_EQ(compared.result.enterprises[0].quality, Outcome::worse);
  EXPECT_EQ(compared.result.enterprises[0].efficiency, Outcome::worse);
}

TEST(CompareNetworks, FlowsThatNowArriveInTimeImproveQualityWithoutADelayToCompare) {
  Park before = plants();
  auto links = before.network_links->records();
  links[2].operational = false;  // the talker of the first plant
  before.network_links = Part(Table(links));
  const Compared compared(before, plants());
  EXPECT_EQ(find(compared.result, Subject::tsn_flow, "F-0", Measure::worst_bound_us), nullptr);
  EXPECT_EQ(compared.of(0, Measure::worst_bound_us), nullptr);
  const Figure* met = compared.of(0, Measure::flows_met_share);
  ASSERT_NE(met, nullptr);
  EXPECT_EQ(met->before, 0.0);
  EXPECT_EQ(met->after, 1.0);
  EXPECT_EQ(compared.result.enterprises[0].quality, Outcome::improved);
}

TEST(CompareNetworks, EnterprisesThatAreInOneStateOnlyHaveNoRow) {
  const Park before = plants();
  Park after = before;
  auto enterprises = after.enterprises->records();
  enterprises.push_back(testing::with_id<Enterprise>("E-new"));
  after.enterprises = Part(Table(enterprises));
  const Compared compared(before, after);
  EXPECT_EQ(compared.result.enterprises.size(), testing::plant_count);
  EXPECT_EQ(find(compared.result, Subject::enterprise, "E-new", Measure::availability), nullptr);
}

}  // namespace
}  // namespace parktwin::retrofit
