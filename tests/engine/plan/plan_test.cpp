#include "engine/plan/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "engine/core/errors.h"
#include "engine/core/parallel.h"
#include "engine/core/yaml_reader.h"
#include "engine/criteria/criteria.h"
#include "engine/plan/radio/air.h"
#include "engine/plan/radio/demand.h"
#include "engine/run/run.h"
#include "engine/scenario/change_reader.h"
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

using testing::HasSubstr;

/// Weak sites, so that several are needed, on a coarse map.
Scenario block_scenario() {
  Scenario scenario;
  scenario.name = "blocks";
  scenario.options.radio.resolution = Metres(5.0);
  scenario.plan.transmit_power = Dbm(26.0);
  scenario.plan.candidate_sites = 16;
  scenario.plan.least_spacing = Metres(60.0);
  scenario.plan.demand_points = 300;
  return scenario;
}

Proposal propose_for(const Park& park, const Scenario& scenario, const criteria::Pack& pack) {
  const auto prices = block_prices();
  Progress progress;
  return propose({park, scenario, pack, prices, "2026-01-01", "blocks.yaml"}, progress);
}

Park built(const Park& park, const Proposal& proposal) {
  Problems problems;
  const auto document = yaml::parse_document(proposal.scenario, "proposal");
  return parktwin::apply(park, read_changes(document.root["changes"], "proposal", problems));
}

std::vector<criteria::Verdict> verdicts_at(const Park& park, const Scenario& scenario, const criteria::Pack& pack, double resolution_m) {
  SimulationOptions options = scenario.options;
  options.radio.resolution = Metres(resolution_m);
  Progress progress;
  return criteria::assess(run(park, options, scenario.seed, progress), park, pack, "2026-01-01");
}

TEST(Plan, MeetsEveryTargetAtTheRunsAndAtDoubleResolution) {
  const Park park = block_park(600.0);
  const Scenario scenario = block_scenario();
  const auto pack = coverage_pack(85.0, 95.0);
  const Proposal proposal = propose_for(park, scenario, pack);
  ASSERT_EQ(proposal.outcome, ProposalOutcome::planned) << proposal.reason_en;
  EXPECT_GE(proposal.sites.size(), 2U);
  const Park after = built(park, proposal);
  EXPECT_EQ(after.radio_sites->size(), proposal.sites.size());
  for (const double resolution_m : {5.0, 2.5}) {
    for (const auto& verdict : verdicts_at(after, scenario, pack, resolution_m)) {
      EXPECT_EQ(verdict.status, criteria::Status::met) << verdict.id << " at " << resolution_m;
    }
  }
  const auto confirmed = verdicts_at(after, scenario, pack, 5.0);
  for (std::size_t i = 0; i < proposal.targets.size(); ++i) EXPECT_EQ(proposal.targets[i].confirmed_percent, confirmed[i].value);
}

TEST(Plan, CostsNoLessThanItsBoundAndWhatItsSitesCost) {
  const Proposal proposal = propose_for(block_park(600.0), block_scenario(), coverage_pack(85.0, 95.0));
  ASSERT_EQ(proposal.outcome, ProposalOutcome::planned);
  EXPECT_GT(proposal.lower_bound_cny, 0.0);
  EXPECT_LE(proposal.lower_bound_cny, proposal.present_value_cny + 1e-9);
  double sum = 0.0;
  for (const auto& site : proposal.sites) {
    // To the length in the file, which is in centimetres.
    EXPECT_NEAR(site.present_value_cny, 130.0 + 0.5 * site.fibre_m, 0.01);
    EXPECT_EQ(site.backhaul_node, "N-1");
    sum += site.present_value_cny;
  }
  double trench_m = 0.0;
  for (const auto& duct : proposal.ducts) {
    EXPECT_NEAR(duct.present_value_cny, duct.length_m, 1e-6);
    sum += duct.present_value_cny;
    trench_m += duct.length_m;
  }
  EXPECT_NEAR(proposal.trench_m, trench_m, 1e-9);
  EXPECT_NEAR(proposal.present_value_cny, sum, 1e-6);
  EXPECT_EQ(proposal.unpriced, std::vector<std::string>{"add_network_node"});
}

/// Sites of the same equipment on a regular grid, at the same price but without any fibre.
double cheapest_uniform_grid(const Park& park, const Scenario& scenario, const criteria::Pack& pack) {
  Progress progress;
  SimulationOptions coarse = scenario.options;
  coarse.radio.resolution = scenario.plan.resolution;
  const auto demands = radio_demands(pack, park, run(park, coarse, scenario.seed, progress));
  Air air(park, scenario.options.radio, scenario.plan, {}, scenario.seed, true);
  for (int per_side = 1; per_side < 9; ++per_side) {
    std::vector<PlannedSite> sites;
    for (int i = 0; i < per_side * per_side; ++i) {
      PlannedSite site;
      site.place.position = {600.0 * (i % per_side + 0.5) / per_side, 600.0 * (i / per_side + 0.5) / per_side};
      site.place.height = scenario.plan.pole_height;
      site.sector = {{{0.0, 4.0}, {120.0, 4.0}, {240.0, 4.0}}};
      sites.push_back(site);
    }
    if (shortfall(demands, air.with(sites), 0.0) <= 0.0) return 130.0 * per_side * per_side;
  }
  return std::numeric_limits<double>::infinity();
}

TEST(Plan, BeatsAUniformGridOfSites) {
  const Park park = block_park(600.0);
  Scenario scenario = block_scenario();
  const auto pack = coverage_pack(85.0, 95.0);
  const double grid = cheapest_uniform_grid(park, scenario, pack);
  // Without a network there is no fibre to pay: sites against sites.
  Park without_network = park;
  without_network.network_nodes = {};
  const Proposal proposal = propose_for(without_network, scenario, pack);
  ASSERT_EQ(proposal.outcome, ProposalOutcome::planned) << proposal.reason_en;
  for (const auto& site : proposal.sites) EXPECT_EQ(site.backhaul_node, "");
  EXPECT_LT(proposal.present_value_cny, grid);
}

TEST(Plan, BuildsNothingWhereTheTargetsAreMet) {
  const Park park = block_park(400.0);
  const Scenario scenario = block_scenario();
  const auto pack = coverage_pack(60.0, 80.0);
  const Proposal first = propose_for(park, scenario, pack);
  ASSERT_EQ(first.outcome, ProposalOutcome::planned) << first.reason_en;
  const Park after = built(park, first);
  const Proposal second = propose_for(after, scenario, coverage_pack(50.0, 60.0));
  EXPECT_EQ(second.outcome, ProposalOutcome::nothing_to_build);
  EXPECT_TRUE(second.sites.empty());
  EXPECT_FALSE(second.reason_zh.empty());
  Scenario anew = scenario;
  anew.plan.from_scratch = true;
  const Proposal third = propose_for(after, anew, pack);
  ASSERT_EQ(third.outcome, ProposalOutcome::planned) << third.reason_en;
  EXPECT_THAT(third.scenario, HasSubstr("modify_radio_site: {id: \"P-S-001\", set: {operational: false}}"));
  EXPECT_EQ(third.sites.front().site, "PP-S-001");
}

TEST(Plan, SaysWhichTargetIsOutOfReach) {
  Scenario scenario = block_scenario();
  scenario.plan.candidate_sites = 1;
  const Proposal proposal = propose_for(block_park(600.0), scenario, coverage_pack(99.9, 80.0));
  EXPECT_EQ(proposal.outcome, ProposalOutcome::no_plan);
  EXPECT_THAT(proposal.reason_en, HasSubstr("X-1: all 1 candidates together reach"));
  EXPECT_THAT(proposal.reason_zh, HasSubstr("X-1"));
  EXPECT_LT(proposal.targets[0].reachable_percent, 99.9);
  EXPECT_TRUE(proposal.scenario.empty());
}

TEST(Plan, SaysWhyThereIsNothingToPlan) {
  criteria::Pack pack = coverage_pack(60.0, 80.0);
  pack.clauses[0].metric = "ipv6.services";
  pack.clauses[1].threshold.reset();
  const Proposal without_target = propose_for(block_park(400.0), block_scenario(), pack);
  EXPECT_EQ(without_target.outcome, ProposalOutcome::no_plan);
  EXPECT_THAT(without_target.reason_en, HasSubstr("no target of radio coverage"));
  Park bare = block_park(400.0);
  bare.buildings = {};
  bare.roads = {};
  const Proposal without_place = propose_for(bare, block_scenario(), coverage_pack(60.0, 80.0));
  EXPECT_EQ(without_place.outcome, ProposalOutcome::no_plan);
  EXPECT_THAT(without_place.reason_en, HasSubstr("no place for a new site"));
  Scenario scenario = block_scenario();
  scenario.plan.antenna = "A-9";
  EXPECT_THROW(static_cast<void>(propose_for(block_park(400.0), scenario, coverage_pack(60.0, 80.0))), InputError);
}

TEST(Plan, IsTheSameForAnyNumberOfThreads) {
  const auto text = [](std::size_t threads) {
    const ThreadLimit limit(threads);
    return propose_for(block_park(400.0), block_scenario(), coverage_pack(80.0, 90.0)).scenario;
  };
  const std::string one = text(1);
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(one, text(2));
}

TEST(Plan, EveryOptionChangesTheProposal) {
  const Park park = block_park(400.0);
  const auto pack = coverage_pack(85.0, 95.0);
  const auto hash_with = [&](const auto& change) {
    Scenario scenario = block_scenario();
    change(scenario.plan);
    return content_hash(propose_for(park, scenario, pack));
  };
  const auto usual = hash_with([](PlanOptions&) {});
  EXPECT_EQ(usual, hash_with([](PlanOptions&) {}));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.candidate_sites = 3; }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.roof_mast_height = Metres(12.0); }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.pole_height = Metres(35.0); }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.pole_spacing = Metres(90.0); }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.least_spacing = Metres(150.0); }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.resolution = Metres(7.0); }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.demand_points = 40; }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.margin_percent = 8.0; }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.search_nodes = 0; }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.frequency = gigahertz(2.6); }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.bandwidth = megahertz(40.0); }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.transmit_power = Dbm(34.0); }));
  EXPECT_NE(usual, hash_with([](PlanOptions& o) { o.load = 0.9; }));
}

}  // namespace
}  // namespace parktwin::plan
