#include "engine/plan/phased_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"
#include "engine/plan/plan.h"
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

using testing::HasSubstr;

class PhasedPlan : public testing::Test {
 protected:
  Proposal propose_with(double budget, std::int32_t years = 10) {
    Scenario scenario;
    scenario.name = "blocks";
    scenario.options.radio.resolution = Metres(5.0);
    scenario.plan.transmit_power = Dbm(26.0);
    scenario.plan.candidate_sites = 16;
    scenario.plan.least_spacing = Metres(60.0);
    scenario.plan.demand_points = 300;
    scenario.costs.years = years;
    Progress progress;
    return propose({park_, scenario, pack_, prices_, "2026-01-01", "blocks.yaml", budget, 2028}, progress);
  }
  Park park_ = block_park(600.0);
  criteria::Pack pack_ = coverage_pack(85.0, 95.0);
  std::vector<costs::Price> prices_ = block_prices();
};

TEST_F(PhasedPlan, KeepsToTheBudgetOfEveryYearAndMeetsTheTargetsAtTheEnd) {
  const Proposal proposal = propose_with(700.0);
  ASSERT_EQ(proposal.outcome, ProposalOutcome::planned) << proposal.reason_en;
  ASSERT_GE(proposal.phases.size(), 2U);
  double sum = 0.0;
  std::size_t sites = 0;
  for (const auto& phase : proposal.phases) {
    EXPECT_GE(phase.year, 2028);
    EXPECT_LE(phase.capital_cny, 700.0 + 1e-6);
    sum += phase.capital_cny;
    sites += phase.sites.size();
    ASSERT_EQ(phase.confirmed_percent.size(), 2U);
  }
  EXPECT_NEAR(sum, proposal.capital_cny, 1e-6);
  EXPECT_EQ(sites, proposal.sites.size());
  EXPECT_LT(proposal.phases.front().confirmed_percent[0], 85.0);
  EXPECT_GE(proposal.phases.back().confirmed_percent[0], 85.0);
  EXPECT_GE(proposal.phases.back().confirmed_percent[1], 95.0);
  EXPECT_THAT(proposal.scenario, HasSubstr("phases:\n  - year: 2028\n    name: Phase 1\n"));
  const auto document = yaml::parse_document(proposal.scenario, "proposal");
  EXPECT_FALSE(document.root["changes"]);
}

TEST_F(PhasedPlan, SaysWhichBudgetBinds) {
  const Proposal dear = propose_with(50.0);
  EXPECT_EQ(dear.outcome, ProposalOutcome::no_plan);
  EXPECT_THAT(dear.reason_en, HasSubstr("the budget of 2028"));
  EXPECT_THAT(dear.reason_zh, HasSubstr("2028年预算不足"));
  EXPECT_TRUE(dear.scenario.empty());
  const Proposal late = propose_with(700.0, 1);
  EXPECT_EQ(late.outcome, ProposalOutcome::no_plan);
  EXPECT_THAT(late.reason_en, HasSubstr("years at least, the account ends after 1"));
}

}  // namespace
}  // namespace parktwin::plan
