#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "engine/storage/storage.h"

namespace parktwin::storage {
namespace {

using nlohmann::json;

TEST(Summary, HoldsFiguresOfEverySimulator) {
  constexpr float none = std::numeric_limits<float>::quiet_NaN();
  SavedRun run;
  run.results.radio.rsrp_dbm = Grid<float>({{0, 0}, 1.0, 2, 2});
  run.results.radio.rsrp_dbm.values = {-80.0F, -100.0F, none, -90.0F};
  run.results.radio.place = Grid<std::uint8_t>({{0, 0}, 1.0, 2, 2});
  run.results.radio.place.values = {1, 1, 0, 2};
  using wired::topology::AccessState;
  run.results.wired.topology.enterprises.resize(3);
  run.results.wired.topology.enterprises[1].state = AccessState::served;
  run.results.wired.topology.nodes.resize(2);
  run.results.wired.topology.nodes[0].reachable = true;
  run.results.wired.ipv6.nodes_working = 12;
  run.results.cloud.on_cloud = 150;
  run.results.services.enterprises_served = 101;
  run.results.radio.reliable_share = 0.75;
  run.results.radio.slices.resize(3);
  run.results.radio.slices[1].falls_short = true;
  const json headline = json::parse(summary_json(run)).at("headline");
  const json expected_map{{"unit", "dBm"}, {"cells", 3}, {"mean", -90.0}, {"minimum", -100.0}, {"maximum", -80.0}};
  EXPECT_EQ(headline.at("radio").at("rsrp_dbm"), expected_map);
  EXPECT_EQ(headline.at("radio").at("place").at("cells_by_value"), json({{"0", 1}, {"1", 2}, {"2", 1}}));
  EXPECT_EQ(headline.at("wired").at("topology").at("enterprises").at("state"), json({{"no_access_node", 2}, {"served", 1}}));
  EXPECT_EQ(headline.at("wired").at("topology").at("nodes"), json({{"rows", 2}, {"reachable", 1}}));
  EXPECT_EQ(headline.at("wired").at("ipv6").at("nodes_working"), 12);
  EXPECT_EQ(headline.at("cloud").at("on_cloud"), 150);
  EXPECT_EQ(headline.at("services").at("enterprises_served"), 101);
  EXPECT_EQ(headline.at("radio").at("reliable_share"), 0.75);
  EXPECT_EQ(headline.at("radio").at("slices"), json({{"rows", 3}, {"overcommitted", 0}, {"falls_short", 1}}));
}

TEST(Summary, HoldsTimingsMemoryAndHash) {
  SavedRun run;
  run.timings = {{"radio coverage", 1.5}, {"wired network", 0.25}};
  run.peak_memory_mib = 321.0;
  const json summary = json::parse(summary_json(run));
  EXPECT_EQ(summary.at("timings").at(0), json({{"stage", "radio coverage"}, {"seconds", 1.5}}));
  EXPECT_EQ(summary.at("total_seconds"), 1.75);
  EXPECT_EQ(summary.at("peak_memory_mib"), 321.0);
  EXPECT_EQ(summary.at("results_hash"), results_hash(run.results).hex());
}

TEST(Summary, HoldsFilesPhasesAndCosts) {
  SavedRun run;
  run.files = {{"base.yaml", "aa", "text"}, {"s.yaml", "bb", "text"}};
  criteria::PhaseRecord phase;
  phase.year = 2027;
  phase.name_en = "First";
  phase.capital_likely_cny = 5.0;
  phase.covered_hectares = 12.5;
  phase.connected_enterprises = 3;
  phase.results_hash = "cc";
  phase.targets = {{"K1-Q1", criteria::Status::met, 1.0}, {"K1-Q2", criteria::Status::met, {}}, {"K1-Q3", criteria::Status::missed, 2.0}};
  run.plan.phases = {phase};
  run.plan.account.prices = "table";
  run.plan.account.capital_low_cny = 4.0;
  run.plan.account.present_value_high_cny = 9.0;
  run.plan.account.bill.not_priced.resize(2);
  run.plan.unit_costs.cny_per_covered_hectare = 0.5;
  const json summary = json::parse(summary_json(run));
  EXPECT_EQ(summary.at("files"), json::parse(R"([{"path": "base.yaml", "hash": "aa"}, {"path": "s.yaml", "hash": "bb"}])"));
  const json& first = summary.at("phases").at(0);
  EXPECT_EQ(first.at("year"), 2027);
  EXPECT_EQ(first.at("name").at("en"), "First");
  EXPECT_EQ(first.at("covered_hectares"), 12.5);
  EXPECT_EQ(first.at("counts"), json::parse(R"({"met": 2, "missed": 1, "not_assessed": 0, "declared": 0})"));
  EXPECT_EQ(summary.at("costs").at("prices"), "table");
  EXPECT_EQ(summary.at("costs").at("capital_cny"), json({4.0, 0.0, 0.0}));
  EXPECT_EQ(summary.at("costs").at("present_value_cny"), json({0.0, 0.0, 9.0}));
  EXPECT_EQ(summary.at("costs").at("not_priced"), 2);
  EXPECT_EQ(summary.at("costs").at("unit_costs").at("cny_per_covered_hectare"), 0.5);
  EXPECT_TRUE(summary.at("costs").at("unit_costs").at("cny_per_hectare_gained").is_null());
}

TEST(Summary, AMapWithoutAnyValueHasNoMean) {
  SavedRun run;
  run.results.radio.sinr_db = Grid<float>({{0, 0}, 1.0, 2, 1}, std::numeric_limits<float>::quiet_NaN());
  const json figures = json::parse(summary_json(run)).at("headline").at("radio").at("sinr_db");
  EXPECT_EQ(figures.at("cells"), 0);
  EXPECT_TRUE(figures.at("mean").is_null());
  EXPECT_TRUE(figures.at("minimum").is_null());
}

}  // namespace
}  // namespace parktwin::storage
