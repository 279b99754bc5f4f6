#include "engine/plan/plan_text.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

TEST(PlanText, SitesShareADuctThatIsPaidOnce) {
  const Park park = block_park(600.0);
  Scenario scenario;
  scenario.name = "blocks";
  const auto pack = coverage_pack(80.0, 90.0);
  const auto prices = block_prices();
  const Question question{park, scenario, pack, prices, "2026-01-01", "blocks.yaml"};
  RadioPlan plan;
  for (const double x : {300.0, 400.0}) {
    PlannedSite site;
    site.place = {{x, 300.0}, {}, Metres(20.0)};
    site.backhaul = Backhaul{Id<NetworkNode>(0), 350.0};
    plan.sites.push_back(site);
    plan.fibre.cables.push_back({Id<NetworkNode>(0), {{{}, 0}}, 350.0});
  }
  plan.fibre.ducts.push_back({{{5, 280}, {305, 280}}, 300.0, {0, 1}});
  plan.fibre.trench_m = 300.0;
  plan.fibre.cable_m = 700.0;
  const PlannedIds ids(park);
  const std::string changes = changes_of(question, plan, ids).all();
  EXPECT_EQ(scenario_of(question, ""), "name: \"blocks-plan\"\nbased_on: [\"blocks.yaml\"]\n");
  EXPECT_NE(scenario_of(question, changes).find("changes:\n  - add_antenna"), std::string::npos);
  Proposal proposal;
  proposal.lower_bound_cny = 500.0;
  put_plan(park, plan, ids, price_changes(park, changes, {prices, scenario.costs, 2026}), proposal);
  ASSERT_EQ(proposal.ducts.size(), 1U);
  EXPECT_EQ(proposal.ducts[0].sites, (std::vector<std::string>{"P-S-001", "P-S-002"}));
  EXPECT_NEAR(proposal.ducts[0].present_value_cny, 300.0, 1e-9);
  EXPECT_NEAR(proposal.sites[0].present_value_cny, 130.0 + 175.0, 1e-9);
  EXPECT_NEAR(proposal.present_value_cny, 2 * 305.0 + 300.0, 1e-9);
  EXPECT_NEAR(*proposal.gap_percent, 100.0 * (910.0 - 500.0) / 910.0, 1e-9);
  double outlay = 0.0;
  for (const auto& quantity : proposal.quantities) outlay += quantity.capital_likely_cny;
  EXPECT_NEAR(outlay, proposal.capital_cny, 1e-9);
  EXPECT_EQ(proposal.quantities[1].item, "add_duct");
  EXPECT_NEAR(proposal.quantities[1].quantity, 0.3, 1e-9);
}

}  // namespace
}  // namespace parktwin::plan
