#include "engine/criteria/carbon_metrics.h"

#include <gmock/gmock.h>

#include <map>

#include "engine/criteria/criteria.h"
#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using ::testing::ElementsAre;

/// 300,000 tce used, of which a tenth is own sun and two tenths bought green; 45,000 t by market, 90,000 t by location.
SmallWorld world_of(double scale = 1.0) {
  SmallWorld world;
  world.park.enterprises = part_of<Enterprise>({enterprise("E-1", "One", 100, 30), enterprise("E-2", "Two", 300, 10)});
  auto& energy = world.results.energy;
  energy.year = 2025;
  auto& carbon = energy.carbon;
  carbon.park.fuel_t = 15000.0 * scale;
  carbon.park.electricity_market_t = 30000.0 * scale;
  carbon.park.electricity_location_t = 75000.0 * scale;
  carbon.park.value_chain_t = 1e6;
  carbon.park.energy_tce = 270000.0 * scale;
  carbon.renewable_tce = 30000.0 * scale;
  carbon.green_tce = 60000.0 * scale;
  carbon.enterprises.resize(2);
  carbon.enterprises[0].name = "E-1";
  carbon.enterprises[0].fuel_t = 5000.0;
  carbon.enterprises[0].energy_tce = 200000.0;
  carbon.enterprises[1].name = "E-2";
  carbon.enterprises[1].electricity_market_t = 9000.0;
  carbon.enterprises[1].energy_tce = 40000.0;
  return world;
}

std::map<std::string, Verdict> judged(const SmallWorld& world) {
  static const Pack pack = read_pack(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data/criteria/zero-carbon-park-2025.yaml");
  std::map<std::string, Verdict> verdicts;
  for (const auto& verdict : assess(world.results, world.park, pack, "2026-06-30")) verdicts[verdict.id] = verdict;
  return verdicts;
}

TEST(CarbonMetrics, WorkedByHand) {
  const SmallWorld world = world_of();
  const auto intensity = world.measure("carbon.per_energy");
  EXPECT_DOUBLE_EQ(value_of(MetricKind::ratio, intensity), 0.15);
  EXPECT_THAT(intensity.where, ElementsAre(Text{"Two (E-2): 9000 t of CO2", "Two（E-2）：9000 tCO₂"},
                                           Text{"One (E-1): 5000 t of CO2", "One（E-1）：5000 tCO₂"}));
  EXPECT_DOUBLE_EQ(value_of(MetricKind::ratio, world.measure("carbon.per_energy_by_location")), 0.3);
  EXPECT_DOUBLE_EQ(world.measure("carbon.energy_used").part, 300000.0);
  const auto clean = world.measure("carbon.clean_energy");
  EXPECT_DOUBLE_EQ(value_of(MetricKind::share, clean), 30.0);
  EXPECT_EQ(clean.where.front().en, "One (E-1): 200000 tce bought");
}

TEST(CarbonMetrics, LimitBySize) {
  auto verdict = judged(world_of()).at("Z1-Q1");
  EXPECT_EQ(verdict.status, Status::met);
  EXPECT_EQ(verdict.comparator, "<=");
  EXPECT_EQ(verdict.threshold, 0.2);
  EXPECT_NEAR(*verdict.margin, 0.05, 1e-12);  // kept by so much
  EXPECT_EQ(verdict.threshold_origin, "secondary");
  EXPECT_EQ(verdict.alternatives.at(0).status, Status::missed);  // by location
  SmallWorld dirty = world_of();
  dirty.results.energy.carbon.park.process_t = 15001.0;
  verdict = judged(dirty).at("Z1-Q1");
  EXPECT_EQ(verdict.status, Status::missed);
  EXPECT_LT(*verdict.margin, 0.0);
  EXPECT_EQ(verdict.reason_en, "0.21 tCO2/tce where <= 0.2 is required");
  dirty = world_of(4.0);  // 1.2 million tce
  dirty.results.energy.carbon.park.process_t = 120000.0;
  verdict = judged(dirty).at("Z1-Q1");
  EXPECT_EQ(verdict.threshold, 0.3);
  EXPECT_EQ(verdict.status, Status::met);
}

TEST(CarbonMetrics, SmallParksHaveNoLimit) {
  const auto verdict = judged(world_of(0.1)).at("Z1-Q1");
  EXPECT_EQ(verdict.status, Status::not_assessed);
  EXPECT_NEAR(*verdict.value, 0.15, 1e-12);
  EXPECT_FALSE(verdict.threshold);
  EXPECT_FALSE(verdict.margin);
  EXPECT_EQ(verdict.reason_en, "the condition has no threshold for a park of 30000 tce");
  EXPECT_EQ(verdict.alternatives.at(1).status, Status::met);  // by the limit of the smallest size
}

TEST(CarbonMetrics, WhatTheTwinHasNoDataForIsDeclaredOrNotAssessed) {
  SmallWorld world = world_of();
  auto verdicts = judged(world);
  EXPECT_EQ(verdicts.at("Z2-Q1").status, Status::missed);
  for (const char* id : {"Z2-L1", "Z2-Q2", "Z2-Q3", "Z2-Q4"}) {
    EXPECT_EQ(verdicts.at(id).status, Status::not_assessed) << id;
    EXPECT_FALSE(verdicts.at(id).reason_en.empty()) << id;
  }
  EvidenceDocument ledger;
  ledger.id = "EV-1";
  ledger.clause = "Z2-Q2";
  ledger.document_number = "7";
  ledger.issuer = "Office";
  world.park.evidence = part_of<EvidenceDocument>({ledger});
  EXPECT_EQ(judged(world).at("Z2-Q2").status, Status::declared);
  ledger.valid_until = "2025-12-31";
  world.park.evidence = part_of<EvidenceDocument>({ledger});
  EXPECT_EQ(judged(world).at("Z2-Q2").status, Status::not_assessed);
}

TEST(CarbonMetrics, AnAccountWithGapsIsNoMeasure) {
  SmallWorld world = world_of();
  world.results.energy.carbon.complete = false;
  EXPECT_FALSE(world.measure("carbon.per_energy").measured());
  world.results.energy.carbon_reason = "no emission factors are given";
  EXPECT_EQ(world.measure("carbon.clean_energy").unmeasured.en, "there is no carbon account: no emission factors are given");
  EXPECT_EQ(judged(world).at("Z1-Q1").status, Status::not_assessed);
}

}  // namespace
}  // namespace parktwin::criteria
