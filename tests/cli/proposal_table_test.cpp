#include "cli/proposal_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <sstream>

namespace parktwin::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

plan::Proposal planned() {
  plan::Proposal proposal;
  proposal.outcome = plan::ProposalOutcome::planned;
  proposal.candidates = 9;
  proposal.targets = {{"K1-Q3", 60.0, 12.5, 99.0, 61.0, std::nullopt}};
  proposal.sites = {{"P-S-001", "B-7", 10.4, 20.6, 5.0, {0, 120, 240}, {4, 4, 6}, "N-1", 120.0, 2500.0}};
  proposal.ducts = {{"P-D-001", 80.0, {"P-S-001", "P-S-002"}, 400.0}};
  proposal.quantities = {{"duct", "new duct", "新建管道", 0.08, "km", 300.0, 400.0, 500.0}};
  proposal.trench_m = 80.0;
  proposal.cable_m = 120.0;
  proposal.cable_in_standing_ducts_m = 40.0;
  proposal.present_value_cny = 2500.0;
  proposal.lower_bound_cny = 2000.0;
  proposal.gap_percent = 20.0;
  proposal.unpriced = {"add_network_node"};
  return proposal;
}

std::string table(const plan::Proposal& proposal, viz::Language language) {
  std::ostringstream out;
  Progress progress;
  Session session{.out = out, .err = out, .progress = progress};
  session.language = language;
  return proposal_table(proposal, session);
}

TEST(ProposalTable, ShowsTargetsSitesAndTheBound) {
  const std::string text = table(planned(), viz::Language::en);
  EXPECT_THAT(text, HasSubstr("1 new sites, of 9 places"));
  EXPECT_THAT(text, HasSubstr("K1-Q3            60.00 %       12.50 %       99.00 %       61.00 %             -"));
  EXPECT_THAT(text, HasSubstr("P-S-001   B-7                 10        21     5 m     0/120/240     4/4/6           N-1      120"));
  EXPECT_THAT(text, HasSubstr("P-D-001           80         0.4  P-S-001 P-S-002"));
  EXPECT_THAT(text, HasSubstr("new duct"));
  EXPECT_THAT(text, Not(HasSubstr("outlay kCNY")));
  EXPECT_THAT(text, HasSubstr("80 m of trench; 120 m of cable, 40 m of it in ducts that are there"));
  EXPECT_THAT(text, HasSubstr("Power supply of the new sites is not checked."));
  EXPECT_THAT(text, HasSubstr("20.0 %"));
  EXPECT_THAT(text, HasSubstr("without a price: add_network_node"));
}

TEST(ProposalTable, ShowsThePhases) {
  plan::Proposal proposal = planned();
  proposal.phases = {{2027, {"P-S-001"}, 2500.0, {60.5}}, {2028, {}, 0.0, {std::numeric_limits<double>::quiet_NaN()}}};
  EXPECT_THAT(table(proposal, viz::Language::en), HasSubstr("2027              2.5       1       60.50 %"));
  EXPECT_THAT(table(proposal, viz::Language::zh), HasSubstr("2028             0.00       0             -"));
}

TEST(ProposalTable, GivesTheReasonInstead) {
  plan::Proposal proposal = planned();
  proposal.outcome = plan::ProposalOutcome::no_plan;
  proposal.reason_en = "out of reach";
  proposal.reason_zh = "不可达";
  EXPECT_THAT(table(proposal, viz::Language::en), HasSubstr("No plan: out of reach"));
  EXPECT_THAT(table(proposal, viz::Language::zh), HasSubstr("无可行方案：不可达"));
  EXPECT_THAT(table(proposal, viz::Language::en), Not(HasSubstr("P-S-001")));
  proposal.outcome = plan::ProposalOutcome::nothing_to_build;
  EXPECT_THAT(table(proposal, viz::Language::en), HasSubstr("Nothing to build: out of reach"));
}

}  // namespace
}  // namespace parktwin::cli
