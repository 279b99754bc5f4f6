#include "engine/plan/joint/asked_clauses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/criteria/criteria.h"
#include "tests/engine/plan/joint/whole_park.h"

namespace parktwin::plan {
namespace {

using testing::ElementsAre;

TEST(AskedClauses, ByPart) {
  const auto pack = whole_pack();
  EXPECT_THAT(clauses_for(PlanPart::network, pack), ElementsAre("W-1", "W-2"));
  EXPECT_THAT(clauses_for(PlanPart::cloud, pack), ElementsAre("W-3"));
  EXPECT_THAT(clauses_for(PlanPart::data_centres, pack), ElementsAre("W-4"));
  EXPECT_THAT(clauses_for(PlanPart::energy, pack), ElementsAre("W-5"));
}

TEST(AskedClauses, OfTheOfficialPack) {
  const auto pack = criteria::read_pack(PARKTWIN_SOURCE_DIR "/data/criteria/miit-2021.yaml");
  EXPECT_THAT(clauses_for(PlanPart::network, pack), ElementsAre("K1-Q2", "K1-Q3"));
  EXPECT_THAT(clauses_for(PlanPart::cloud, pack), ElementsAre("K1-Q4"));
  EXPECT_THAT(clauses_for(PlanPart::data_centres, pack), ElementsAre("K1-L5"));
  EXPECT_THAT(clauses_for(PlanPart::energy, pack), ElementsAre("P2-I1", "P2-L1", "K3-L1"));
}

TEST(AskedClauses, TheForecastStandsForAClauseOfCloud) {
  auto pack = whole_pack();
  EXPECT_EQ(forecast_threshold(pack.clauses[2]), 60.0);
  pack.clauses[2].alternatives[0].threshold = 70.0;
  EXPECT_EQ(forecast_threshold(pack.clauses[2]), 70.0);
  const Park park = whole_park();
  Results results;
  results.cloud = cloud::simulate(park, whole_scenario().options.cloud, {}, 1);
  const auto states = states_of(PlanPart::cloud, {"W-3"}, pack, {}, results, park);
  ASSERT_EQ(states.size(), 1U);
  EXPECT_EQ(states[0].target, 70.0);
  EXPECT_GT(states[0].value.value(), 30.0);
  EXPECT_FALSE(states[0].met);
}

TEST(AskedClauses, AClauseWithoutAVerdictIsNotMet) {
  const auto states = states_of(PlanPart::energy, {"W-5"}, whole_pack(), {}, {}, {});
  ASSERT_EQ(states.size(), 1U);
  EXPECT_FALSE(states[0].met);
  EXPECT_FALSE(states[0].value.has_value());
}

}  // namespace
}  // namespace parktwin::plan
