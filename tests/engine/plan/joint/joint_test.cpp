#include "engine/plan/joint/joint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"
#include "engine/criteria/criteria.h"
#include "engine/plan/cloud_policy/cloud_plan.h"
#include "engine/run/run.h"
#include "engine/scenario/change_reader.h"
#include "tests/engine/plan/joint/whole_park.h"

namespace parktwin::plan {
namespace {

using testing::HasSubstr;

Proposal propose_for(const Park& park, const Scenario& scenario, const criteria::Pack& pack, std::optional<double> budget = {}) {
  const auto prices = whole_prices();
  Progress progress;
  return propose_all({park, scenario, pack, prices, "2026-01-01", "whole.yaml", budget, {}}, energy::testing::tables(), progress);
}

/// Everything planned once, over years.
class JointPlan : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    park_ = new Park(whole_park());
    proposal_ = new Proposal(propose_for(*park_, whole_scenario(), whole_pack(), 1800000.0));
  }
  static void TearDownTestSuite() {
    delete proposal_;
    delete park_;
  }
  static const PartProposal& part(PlanPart which) {
    for (const auto& one : proposal_->parts) {
      if (one.part == which) return one;
    }
    ADD_FAILURE() << "not planned";
    return proposal_->parts.front();
  }
  static Park* park_;
  static Proposal* proposal_;
};

Park* JointPlan::park_ = nullptr;
Proposal* JointPlan::proposal_ = nullptr;

TEST_F(JointPlan, PlansEveryPartThatThePackAsksFor) {
  ASSERT_EQ(proposal_->outcome, ProposalOutcome::planned) << proposal_->reason_en;
  ASSERT_EQ(proposal_->parts.size(), 4U);
  for (const auto& one : proposal_->parts) {
    EXPECT_EQ(one.outcome, ProposalOutcome::planned) << name_of(one.part) << one.reason_en;
    EXPECT_FALSE(one.clauses.empty());
    EXPECT_LE(one.lower_bound_cny, one.present_value_cny + 1e-6) << name_of(one.part);
  }
  EXPECT_FALSE(proposal_->sites.empty());
  EXPECT_FALSE(part(PlanPart::cloud).items.empty());
  EXPECT_THAT(part(PlanPart::data_centres).items.at(0).what_en, HasSubstr("extended to"));
  EXPECT_EQ(part(PlanPart::energy).items.back().record, "green_power_share");
}

TEST_F(JointPlan, CostIsTheSumOfItsPartsAndNoLessThanTheirBounds) {
  double value = 0.0;
  double bound = 0.0;
  double capital = 0.0;
  for (const auto& one : proposal_->parts) {
    value += one.present_value_cny;
    bound += one.lower_bound_cny;
    capital += one.capital_cny;
  }
  EXPECT_NEAR(proposal_->present_value_cny, value, 1e-6);
  EXPECT_NEAR(proposal_->lower_bound_cny, bound, 1e-6);
  EXPECT_NEAR(proposal_->capital_cny, capital, 1e-6);
  EXPECT_LE(proposal_->lower_bound_cny, proposal_->present_value_cny);
  double spent = 0.0;
  for (const auto& phase : proposal_->phases) {
    EXPECT_LE(phase.capital_cny, 1800000.0 + 1e-6);
    spent += phase.capital_cny;
  }
  EXPECT_GE(proposal_->phases.size(), 2U);
  EXPECT_NEAR(spent, capital, 1e-6);
}

/// The file as written, by phases, run from scratch.
TEST_F(JointPlan, ItsScenarioMeetsEveryClauseWhenItIsRun) {
  const auto document = yaml::parse_document(proposal_->scenario, "proposal");
  Scenario scenario = whole_scenario();
  scenario.options.energy.green_power_share = document.root["options"]["energy"]["green_power_share"].as<double>();
  Park built = *park_;
  std::size_t phase = 0;
  for (const auto& entry : document.root["phases"]) {
    Problems problems;
    built = parktwin::apply(built, read_changes(entry["changes"], "proposal", problems));
    problems.throw_if_any();
    EXPECT_EQ(entry["year"].as<int>(), proposal_->phases[phase++].year);
  }
  Progress progress;
  const Results results = run(built, scenario.options, scenario.seed, progress, nullptr, energy::testing::tables());
  for (const auto& verdict : criteria::assess(results, built, whole_pack(), "2026-01-01")) {
    if (verdict.id == "W-3") continue;  // counts today's registry
    EXPECT_EQ(verdict.status, criteria::Status::met) << verdict.id;
  }
  const double forecast = forecast_percent(results.cloud.adoption, built.enterprises->size());
  EXPECT_GE(forecast, 60.0);
  EXPECT_EQ(part(PlanPart::cloud).clauses.at(0).confirmed, forecast);
}

TEST_F(JointPlan, PoliciesBeginInTheFirstYear) {
  ASSERT_FALSE(proposal_->phases.empty());
  for (const auto& item : part(PlanPart::cloud).items) EXPECT_THAT(proposal_->phases.front().others, testing::Contains(item.record));
}

TEST(JointPlanParts, OnlyChosenPartsThatThePackAsksForArePlanned) {
  const Park park = whole_park();
  Scenario scenario = whole_scenario();
  const auto pack = whole_pack();
  const auto prices = whole_prices();
  const auto asked = [&] { return parts_asked({park, scenario, pack, prices, "2026-01-01", "whole.yaml"}); };
  EXPECT_EQ(asked().size(), 4U);
  scenario.plan.joint.parts = {PlanPart::energy, PlanPart::cloud};
  EXPECT_EQ(asked(), (std::vector{PlanPart::cloud, PlanPart::energy}));
  scenario.plan.joint.parts = {PlanPart::cloud, PlanPart::data_centres};
  const Proposal proposal = propose_for(park, scenario, pack);
  ASSERT_EQ(proposal.outcome, ProposalOutcome::planned) << proposal.reason_en;
  EXPECT_EQ(proposal.parts.size(), 2U);
  EXPECT_TRUE(proposal.sites.empty());
  EXPECT_THAT(proposal.scenario, HasSubstr("changes:\n  - add_cloud_policy"));
}

TEST(JointPlanParts, SaysPerPartWhyThereIsNoPlan) {
  const Park park = whole_park();
  Scenario scenario = whole_scenario();
  scenario.plan.joint.parts = {PlanPart::cloud, PlanPart::data_centres};
  scenario.plan.joint.cloud.policies.resize(1);
  scenario.plan.joint.cloud.policies[0].strengths = {0.01};
  const Proposal proposal = propose_for(park, scenario, whole_pack());
  EXPECT_EQ(proposal.outcome, ProposalOutcome::no_plan);
  EXPECT_THAT(proposal.reason_en, HasSubstr("cloud policies: with every policy at its greatest strength"));
  EXPECT_EQ(proposal.parts.at(1).outcome, ProposalOutcome::planned);
  EXPECT_TRUE(proposal.scenario.empty());
  const Proposal poor = propose_for(park, whole_scenario(), whole_pack(), 1.0);
  EXPECT_EQ(poor.outcome, ProposalOutcome::no_plan);
  EXPECT_THAT(poor.reason_en, HasSubstr("the budget of 2026"));
}

}  // namespace
}  // namespace parktwin::plan
