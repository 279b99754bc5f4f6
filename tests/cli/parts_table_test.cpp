#include "cli/parts_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

plan::Proposal two_parts() {
  plan::Proposal proposal;
  plan::PartProposal cloud;
  cloud.part = PlanPart::cloud;
  cloud.outcome = plan::ProposalOutcome::planned;
  cloud.clauses = {{"K1-Q4", "%", 90.0, 87.77, 91.11}};
  cloud.items = {{"CP-PLAN-1", "Vouchers, strength 0.5", "上云券，力度 0.5", 400000.0}};
  cloud.capital_cny = cloud.present_value_cny = 400000.0;
  cloud.lower_bound_cny = 360000.0;
  plan::PartProposal centres;
  centres.part = PlanPart::data_centres;
  centres.outcome = plan::ProposalOutcome::no_plan;
  centres.clauses = {{"K1-L5", "", std::nullopt, 4.0, std::nullopt}};
  proposal.parts = {cloud, centres};
  return proposal;
}

std::string rendered(bool chinese, const std::vector<plan::PartProposal>& parts) {
  std::ostringstream out;
  Progress progress;
  Session session{.out = out, .err = out, .progress = progress};
  if (chinese) session.language = viz::Language::zh;
  return parts_table(parts, session);
}

TEST(PartsTable, CostBoundAndGapOfEachPart) {
  const auto text = rendered(false, two_parts().parts);
  EXPECT_THAT(text, ContainsRegex("cloud policies +planned +400.0 +400.0 +360.0 +10.0 %\n"));
  EXPECT_THAT(text, ContainsRegex("data centres +NO PLAN +0.0 +0.0 +0.0 +-\n"));
  EXPECT_THAT(text, ContainsRegex("K1-Q4 +90 +87.77 +91.11  % \\(forecast\\)\n"));
  EXPECT_THAT(text, ContainsRegex("K1-L5 +all +4 +-  \n"));
  EXPECT_THAT(text, ContainsRegex("CP-PLAN-1 +400.0  Vouchers, strength 0.5\n"));
}

TEST(PartsTable, InChinese) {
  const auto text = rendered(true, two_parts().parts);
  EXPECT_THAT(text, ContainsRegex("上云政策 +有方案 +40.00"));
  EXPECT_THAT(text, HasSubstr("上云券，力度 0.5"));
  EXPECT_THAT(text, Not(HasSubstr("forecast")));
}

TEST(PartsTable, AnAloneNetworkHasNone) { EXPECT_EQ(rendered(false, {}), ""); }

TEST(PartsTable, TitleAndHeads) {
  std::ostringstream out;
  Progress progress;
  const Session session{.out = out, .err = out, .progress = progress};
  EXPECT_EQ(parts_title(two_parts(), session), "Planned: 1 works in 1 of 2 parts");
  EXPECT_EQ(parts_head(two_parts().parts, 8), "   K1-Q4   K1-L5");
}

}  // namespace
}  // namespace parktwin::cli
