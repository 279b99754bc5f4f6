#include "engine/plan/radio/demand.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/run/run.h"
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

class Demands : public testing::Test {
 protected:
  Demands() : park_(block_park(400.0)) {
    SimulationOptions options;
    options.radio.resolution = Metres(10.0);
    Progress progress;
    results_ = run(park_, options, 1, progress);
  }
  Park park_;
  Results results_;
};

TEST_F(Demands, CountTheGroundOfTheirClauses) {
  criteria::Pack pack = coverage_pack(60.0, 80.0);
  pack.clauses.push_back(coverage_clause("X-3", "radio.park_outdoors", 50.0));
  pack.clauses.push_back(coverage_clause("X-4", "cloud.share", 50.0));
  const auto demands = radio_demands(pack, park_, results_);
  ASSERT_EQ(demands.size(), 3U);
  EXPECT_EQ(demands[0].counted.size(), 1600U);  // 400 m × 400 m in cells of 10 m
  EXPECT_EQ(demands[1].counted.size(), 40U);    // the road, 10 m wide
  std::size_t outdoors = 0;
  for (const auto place : results_.radio.place.values) outdoors += place == static_cast<std::uint8_t>(radio::Place::outdoor) ? 1 : 0;
  EXPECT_EQ(demands[2].counted.size(), outdoors);
  EXPECT_EQ(demands[1].target_share, 0.8);
}

TEST_F(Demands, ServeByLevelAndQualityOrByWire) {
  const auto demands = radio_demands(coverage_pack(60.0, 80.0), park_, results_);
  radio::Result map = results_.radio;
  std::fill(map.rsrp_dbm.values.begin(), map.rsrp_dbm.values.end(), std::numeric_limits<float>::quiet_NaN());
  std::fill(map.sinr_db.values.begin(), map.sinr_db.values.end(), 10.0F);
  EXPECT_EQ(served_share(demands[0], map), 0.0);
  EXPECT_DOUBLE_EQ(shortfall(demands, map, 0.0), 0.6 + 0.8);
  std::fill(map.rsrp_dbm.values.begin(), map.rsrp_dbm.values.end(), -105.0F);
  EXPECT_EQ(served_share(demands[0], map), 1.0);
  EXPECT_EQ(shortfall(demands, map, 0.5), 0.0);  // no more than everything is wanted
  map.sinr_db.values[demands[0].counted[0]] = -3.1F;
  EXPECT_LT(served_share(demands[0], map), 1.0);
  RadioDemand wired = demands[1];
  std::fill(wired.served_by_wire.begin(), wired.served_by_wire.end(), std::uint8_t{1});
  std::fill(map.rsrp_dbm.values.begin(), map.rsrp_dbm.values.end(), -140.0F);
  EXPECT_EQ(served_share(wired, map), 1.0);
  EXPECT_EQ(served_share(demands[1], map), 0.0);
}

TEST_F(Demands, AskForMoreWithAMarginOfShadowing) {
  criteria::CoverageRule rule;
  radio::Result map = results_.radio;
  std::fill(map.rsrp_dbm.values.begin(), map.rsrp_dbm.values.end(), -100.0F);
  std::fill(map.sinr_db.values.begin(), map.sinr_db.values.end(), 10.0F);
  std::fill(map.shadowing_deviation_db.values.begin(), map.shadowing_deviation_db.values.end(), 6.0F);
  EXPECT_TRUE(criteria::has_5g(map, rule, 0));
  rule.shadowing_margin_deviations = 1.0;
  EXPECT_FALSE(criteria::has_5g(map, rule, 0));
}

}  // namespace
}  // namespace parktwin::plan
