// Planned access is what the wired simulator then finds: everybody served, all units lit, the price that of the changes.
#include "engine/plan/access/access_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/simulators/wired/wired.h"
#include "tests/engine/plan/access/access_park.h"

namespace parktwin::plan {
namespace {

criteria::Clause fixed_access() { return coverage_clause("X-3", "access.enterprises_fixed", 100.0); }

Results wired_results(const Park& park) {
  Results results;
  results.wired = wired::simulate(park, {}, 1);
  return results;
}

struct Planned {
  Newcomers newcomers;
  AccessPlan plan;
  Park park;
  Results results;
};

Planned planned_for(const Park& park, const wired::optical::Options& optical = {}) {
  const CostOptions costs;
  const auto prices = access_prices();
  Planned planned;
  planned.newcomers = newcomers_of(park, wired_results(park), fixed_access());
  planned.plan = plan_access(park, planned.newcomers, optical, {prices, costs, 2026});
  planned.park = park_after(park, planned.plan.changes);
  planned.results = wired_results(planned.park);
  return planned;
}

TEST(AccessPlan, EverybodyIsServedAndLit) {
  const Planned planned = planned_for(access_park(5));
  EXPECT_EQ(planned.newcomers.found.size(), 5U);
  EXPECT_TRUE(planned.plan.proposed.left_out.empty());
  for (const auto& access : planned.results.wired.topology.enterprises) EXPECT_EQ(access.state, wired::topology::AccessState::served);
  ASSERT_EQ(planned.results.wired.optical.units.size(), 5U);
  std::map<std::string, double> spare;
  for (const auto& unit : planned.results.wired.optical.units) EXPECT_EQ(unit.state, wired::optical::BudgetState::met);
  EXPECT_TRUE(newcomers_of(planned.park, planned.results, fixed_access()).found.empty());
}

TEST(AccessPlan, ItsLossIsTheSimulatorsToAHundredth) {
  const Planned planned = planned_for(access_park(5));
  double most = 0.0;
  for (const auto& unit : planned.results.wired.optical.units) most = std::max(most, unit.loss_db);
  double proposed = 0.0;
  for (const auto& splitter : planned.plan.proposed.splitters) proposed = std::max(proposed, splitter.loss_db);
  EXPECT_NEAR(proposed, most, 0.01);
}

TEST(AccessPlan, CostsWhatItsChangesCostAndNotLessThanItsBound) {
  const Planned planned = planned_for(access_park(5));
  const ProposedAccess& proposed = planned.plan.proposed;
  double ducts_m = 0.0;
  double cables_m = 0.0;
  for (const Duct& duct : *planned.park.ducts) ducts_m += length(duct.path);
  for (const Cable& cable : *planned.park.cables) cables_m += cable.length.value();
  const double splitters = static_cast<double>(proposed.splitters.size());
  EXPECT_NEAR(proposed.trench_m, ducts_m, 0.01);
  EXPECT_NEAR(proposed.capital_cny, ducts_m + 0.5 * cables_m + 20.0 * splitters + 200.0 + 5.0 * 5.0, 0.1);
  EXPECT_LE(proposed.lower_bound_cny, proposed.present_value_cny);
  EXPECT_GT(proposed.lower_bound_cny, 0.6 * proposed.present_value_cny);
  EXPECT_TRUE(proposed.splitters.front().terminal_bought);
}

TEST(AccessPlan, UsesATerminalThatStandsAndDuctsThatAreThere) {
  Park park = access_park(5);
  const double before = planned_for(park).plan.proposed.capital_cny;
  NetworkNode terminal;
  terminal.id = "OLT-1";
  terminal.kind = NodeKind::optical_line_terminal;
  terminal.position = park.network_nodes->records().front().position;
  auto nodes = park.network_nodes->records();
  nodes.push_back(terminal);
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(std::move(nodes)));
  NetworkLink uplink;
  uplink.id = "L-1";
  uplink.from = Id<NetworkNode>(0);
  uplink.to = Id<NetworkNode>(1);
  uplink.length = Metres(10.0);
  uplink.rate_down = uplink.rate_up = MegabitsPerSecond(10000.0);
  park.network_links = Part<Table<NetworkLink>>(Table<NetworkLink>({uplink}));
  const Planned standing = planned_for(park);
  EXPECT_NEAR(standing.plan.proposed.capital_cny, before - 200.0, 0.1);
  EXPECT_EQ(standing.plan.proposed.splitters.front().terminal, "OLT-1");
  Duct duct;
  duct.id = "D-1";
  duct.path.points = {park.network_nodes->records().front().position, {50.0, park.network_nodes->records().front().position.y}};
  park.ducts = Part<Table<Duct>>(Table<Duct>({duct}));
  const Planned in_ducts = planned_for(park);
  EXPECT_LT(in_ducts.plan.proposed.trench_m, standing.plan.proposed.trench_m);
  EXPECT_GT(in_ducts.plan.proposed.cable_in_standing_ducts_m, 0.0);
}

TEST(AccessPlan, SaysWhomItLeavesOut) {
  Park park = access_park(3);
  wired::optical::Options dark;
  dark.margin = Decibel(20.0);
  const Planned planned = planned_for(park, dark);
  EXPECT_EQ(planned.plan.proposed.left_out.size(), 3U);
  EXPECT_THAT(planned.plan.proposed.left_out.front(), testing::HasSubstr("light"));
  EXPECT_TRUE(planned.plan.changes.empty());
  park.network_nodes = {};
  const Planned without_router = planned_for(park);
  EXPECT_THAT(without_router.plan.proposed.left_out.front(), testing::HasSubstr("no line terminal"));
  park.buildings = {};
  const Planned nowhere = planned_for(park);
  EXPECT_THAT(nowhere.plan.proposed.left_out.front(), testing::HasSubstr("neither building nor parcel"));
}

}  // namespace
}  // namespace parktwin::plan
