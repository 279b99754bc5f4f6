#include "engine/plan/joint/joint_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/run/run.h"
#include "tests/engine/plan/joint/whole_park.h"

namespace parktwin::plan {
namespace {

using testing::HasSubstr;

struct Asked {
  Park park = whole_park();
  Scenario scenario = whole_scenario();
  criteria::Pack pack = whole_pack();
  std::vector<costs::Price> prices = whole_prices();

  [[nodiscard]] PlannedPart centres() const {
    const Question question{park, scenario, pack, prices, "2026-12-03", "whole.yaml"};
    const Pricing pricing{prices, scenario.costs, 2026};
    Results results;
    results.cloud = cloud::simulate(park, scenario.options.cloud, {}, 1);
    return centres_part({question, park, pack, pricing}, results);
  }
};

TEST(JointParts, ADataCentreIsExtendedForTheWorkloadsAskedFor) {
  Asked asked;
  asked.scenario.plan.joint.data_centre_demand = CentreDemand::today;
  const auto today = asked.centres();
  asked.scenario.plan.joint.data_centre_demand = CentreDemand::p90;
  const auto later = asked.centres();
  ASSERT_EQ(today.works.size(), 1U);
  ASSERT_EQ(later.works.size(), 1U);
  EXPECT_LT(today.row.capital_cny, later.row.capital_cny);
  EXPECT_LE(later.row.lower_bound_cny, later.row.present_value_cny);
}

TEST(JointParts, AParkWithoutADataCentreGetsOne) {
  Asked asked;
  asked.park.data_centres = {};
  const auto planned = asked.centres();
  ASSERT_EQ(planned.row.outcome, ProposalOutcome::planned) << planned.row.reason_en;
  const Park built = park_after(asked.park, planned.works.at(0).changes);
  ASSERT_EQ(built.data_centres->size(), 1U);
  const auto result = cloud::simulate(built, asked.scenario.options.cloud, {}, 1).data_centre;
  ASSERT_FALSE(result.resources.empty());
  for (const auto& figures : result.resources) {
    EXPECT_GT(figures.demand_today, 0.0);
    EXPECT_LE(figures.demand_today, figures.capacity) << name_of(figures.resource);
  }
  asked.park.network_nodes = {};
  EXPECT_EQ(asked.centres().row.outcome, ProposalOutcome::no_plan);
}

TEST(JointParts, PoliciesBeginTheMonthAfterTheAssessment) {
  const Asked asked;
  const Question question{asked.park, asked.scenario, asked.pack, asked.prices, "2026-02-03", "whole.yaml"};
  const Pricing pricing{asked.prices, asked.scenario.costs, 2026};
  criteria::Pack cloud = asked.pack;
  cloud.clauses = {asked.pack.clauses[2]};
  cloud.clauses[0].threshold = 52.0;
  Progress progress;
  const auto planned =
      cloud_part({question, asked.park, cloud, pricing}, run(asked.park, asked.scenario.options, asked.scenario.seed, progress));
  ASSERT_EQ(planned.row.outcome, ProposalOutcome::planned) << planned.row.reason_en;
  for (const auto& work : planned.works) {
    EXPECT_TRUE(work.at_once);
    EXPECT_THAT(work.changes, HasSubstr("start_year: 2026, start_month: 3"));
  }
}

}  // namespace
}  // namespace parktwin::plan
