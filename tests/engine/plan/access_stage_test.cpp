// Access beside coverage: both targets are met by the scenario that is proposed, the price is the sum, and what cannot be met says why.
#include "engine/plan/access_stage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/plan/confirmation/confirmation.h"
#include "engine/plan/plan.h"
#include "tests/engine/plan/access/access_park.h"

namespace parktwin::plan {
namespace {

using testing::HasSubstr;

criteria::Pack access_pack() {
  criteria::Pack pack = coverage_pack(40.0, 50.0);
  pack.clauses.push_back(coverage_clause("X-3", "access.enterprises_fixed", 100.0));
  return pack;
}

Proposal proposed(const Park& park, const criteria::Pack& pack, std::optional<double> budget = {}) {
  Scenario scenario;
  scenario.name = "blocks";
  scenario.options.radio.resolution = Metres(10.0);
  scenario.plan.resolution = Metres(10.0);
  scenario.plan.candidate_sites = 4;
  scenario.plan.demand_points = 50;
  const auto prices = access_prices();
  Progress progress;
  Question question{park, scenario, pack, prices, "2026-11-30", "blocks.yaml"};
  question.yearly_budget_cny = budget;
  question.access = true;
  return propose(question, progress);
}

TEST(AccessStage, MeetsBothTargets) {
  const Proposal proposal = proposed(access_park(4), access_pack());
  ASSERT_EQ(proposal.outcome, ProposalOutcome::planned) << proposal.reason_en;
  ASSERT_EQ(proposal.targets.size(), 3U);
  EXPECT_EQ(proposal.targets[2].standing_percent, 0.0);
  EXPECT_EQ(proposal.targets[2].confirmed_percent, 100.0);
  for (const auto& target : proposal.targets) EXPECT_GE(*target.confirmed_percent, target.target_percent);
  EXPECT_LE(proposal.lower_bound_cny, proposal.present_value_cny);
  EXPECT_GT(proposal.present_value_cny, proposal.access.present_value_cny);
  EXPECT_THAT(proposal.scenario, HasSubstr("kind: splitter"));
  double bill = 0.0;
  for (const auto& line : proposal.quantities) bill += line.capital_likely_cny;
  EXPECT_NEAR(bill, proposal.capital_cny, 1e-6 * bill);
}

TEST(AccessStage, IsAPhaseOfItsOwnUnderABudget) {
  const Proposal proposal = proposed(access_park(4), access_pack(), 100000.0);
  ASSERT_EQ(proposal.outcome, ProposalOutcome::planned) << proposal.reason_en;
  ASSERT_EQ(proposal.phases.size(), 2U);
  EXPECT_EQ(proposal.phases[1].year, proposal.phases[0].year + 1);
  EXPECT_EQ(proposal.phases[1].capital_cny, proposal.access.capital_cny);
  EXPECT_THAT(proposal.scenario, HasSubstr("name: Access"));
}

TEST(AccessStage, SaysWhatBinds) {
  const Proposal without_target = proposed(access_park(4), coverage_pack(40.0, 50.0));
  EXPECT_EQ(without_target.outcome, ProposalOutcome::no_plan);
  EXPECT_THAT(without_target.reason_en, HasSubstr("no target of enterprises with access"));
  Park strict = access_park(4);
  auto enterprises = strict.enterprises->records();
  for (Enterprise& enterprise : enterprises) enterprise.required_availability = 0.99999;
  strict.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(std::move(enterprises)));
  const Proposal unreachable = proposed(strict, access_pack());
  EXPECT_EQ(unreachable.outcome, ProposalOutcome::no_plan);
  EXPECT_THAT(unreachable.reason_en, HasSubstr("X-3: 0.00 % with the planned access, 100.00 % is asked for; Works"));
  EXPECT_THAT(unreachable.reason_en, HasSubstr("of the time, 0.99999 required"));
  EXPECT_TRUE(unreachable.scenario.empty());
}

}  // namespace
}  // namespace parktwin::plan
