#include "engine/criteria/coverage_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

Rule rule_of(double rsrp, double sinr = -3.0, double margin = 0.0) {
  Rule rule;
  rule.coverage = {Dbm(rsrp), Decibel(sinr), margin};
  return rule;
}

/// 8 by 3 cells of 2 m inside, two columns outside. North: a road, 5 of 8 cells covered; middle: a square, 2 of 8 covered; south: a public
/// hall of 4 cells, 3 covered, and a plant of 4 cells, none covered.
SmallWorld quarter() {
  SmallWorld world;
  world.results.radio = radio_map({"oooooxxx..", "ooxxxxxx..", "OOOXXXXX.."});
  world.park.zones =
      part_of<Zone>({zone("Z-1", ZoneKind::road, true, area_of(0, 4, 20, 6)), zone("Z-2", ZoneKind::square, true, area_of(0, 2, 20, 4))});
  world.park.enterprises = part_of<Enterprise>({enterprise("E-1", "One", 1.0), enterprise("E-2", "Two", 1.0)});
  Building plant = building("B-2", rectangle(8, 0, 16, 2), Id<Enterprise>(0));
  plant.name_zh = "二厂房";
  world.park.buildings = part_of<Building>({building("B-1", rectangle(0, 0, 8, 2), {}, true), plant});
  return world;
}

TEST(CoverageMetrics, ParkIsEveryCellInsideTheBoundary) {
  const Measurement measurement = quarter().measure("radio.park");
  ASSERT_TRUE(measurement.measured());
  EXPECT_EQ(measurement.part, 10.0);
  EXPECT_EQ(measurement.whole, 24.0);
  EXPECT_EQ(measurement.scale, 4.0);
  EXPECT_EQ(measurement.where,
            (std::vector<Text>{{"Zone Z-2 (Z-2): 24 m2 of 32 m2 unserved", "Zone Z-2（Z-2）：32 平方米中有 24 平方米未覆盖"},
                               {"Building B-2 (B-2): 16 m2 of 16 m2 unserved", "二厂房（B-2）：16 平方米中有 16 平方米未覆盖"},
                               {"Zone Z-1 (Z-1): 12 m2 of 32 m2 unserved", "Zone Z-1（Z-1）：32 平方米中有 12 平方米未覆盖"},
                               {"Building B-1 (B-1): 4 m2 of 16 m2 unserved", "Building B-1（B-1）：16 平方米中有 4 平方米未覆盖"}}));
}

TEST(CoverageMetrics, ParkOutdoors) {
  const Measurement measurement = quarter().measure("radio.park_outdoors");
  EXPECT_EQ(measurement.part, 7.0);
  EXPECT_EQ(measurement.whole, 16.0);
}

TEST(CoverageMetrics, ThresholdsOfTheRule) {
  SmallWorld world;
  world.results.radio = radio_map({"ooooo"});
  world.results.radio.rsrp_dbm.values = {-95.0F, -98.0F, -104.0F, -109.0F, -120.0F};
  EXPECT_EQ(world.measure("radio.park", rule_of(-96)).part, 1.0);
  EXPECT_EQ(world.measure("radio.park", rule_of(-100)).part, 2.0);
  EXPECT_EQ(world.measure("radio.park", rule_of(-105)).part, 3.0);
  EXPECT_EQ(world.measure("radio.park", rule_of(-110)).part, 4.0);
  EXPECT_EQ(world.measure("radio.park", rule_of(-110, 11.0)).part, 0.0);
  // 1.645 deviations of 4 dB are 6.58 dB: -98.42 dBm is the limit.
  EXPECT_EQ(world.measure("radio.park", rule_of(-105, -3.0, 1.645)).part, 2.0);
}

TEST(CoverageMetrics, EnterpriseParcelsCountEachCellOnce) {
  SmallWorld world = quarter();
  world.park.parcels = part_of<Parcel>({parcel("P-1", area_of(0, 0, 8, 4), Id<Enterprise>(0)),
                                        parcel("P-2", area_of(4, 0, 12, 4), Id<Enterprise>(1)), parcel("P-3", area_of(0, 4, 20, 6))});
  const Measurement measurement = world.measure("radio.enterprise_parcels");
  // P-1: columns 0-3 of two rows, covered 2 + 3; P-2 adds columns 4-5, uncovered; P-3 is nobody's.
  EXPECT_EQ(measurement.part, 5.0);
  EXPECT_EQ(measurement.whole, 12.0);
  EXPECT_EQ(measurement.where, (std::vector<Text>{{"Two (P-2): 16 m2 of 16 m2 unserved", "Two（P-2）：16 平方米中有 16 平方米未覆盖"},
                                                  {"One (P-1): 12 m2 of 32 m2 unserved", "One（P-1）：32 平方米中有 12 平方米未覆盖"}}));
  world.park.parcels = {};
  EXPECT_FALSE(world.measure("radio.enterprise_parcels").measured());
}

TEST(CoverageMetrics, PublicGround) {
  const SmallWorld world = quarter();
  const Measurement any = world.measure("public.any_access");
  EXPECT_EQ(any.part, 10.0);
  EXPECT_EQ(any.whole, 20.0);
  EXPECT_EQ(any.where,
            (std::vector<Text>{{"Zone Z-2 (Z-2): 24 m2 of 32 m2 unserved", "Zone Z-2（Z-2）：32 平方米中有 24 平方米未覆盖"},
                               {"Zone Z-1 (Z-1): 12 m2 of 32 m2 unserved", "Zone Z-1（Z-1）：32 平方米中有 12 平方米未覆盖"},
                               {"Building B-1 (B-1): 4 m2 of 16 m2 unserved", "Building B-1（B-1）：16 平方米中有 4 平方米未覆盖"}}));
  EXPECT_EQ(world.measure("public.outdoors").part, 7.0);
  EXPECT_EQ(world.measure("public.outdoors").whole, 16.0);
}

TEST(CoverageMetrics, WiredServiceCountsExceptFor5gOnly) {
  SmallWorld world = quarter();
  NetworkNode inside = node("N-1", NodeKind::access_switch);
  inside.building = Id<Building>(0);
  world.park.network_nodes = part_of<NetworkNode>({inside});
  world.results.wired.topology.nodes = {{Id<NetworkNode>(0), true, 1.0, 1.0}};
  EXPECT_EQ(world.measure("public.any_access").part, 11.0);
  EXPECT_EQ(world.measure("public.5g_only").part, 10.0);
  EXPECT_EQ(world.measure("public.outdoors").part, 7.0);
}

TEST(CoverageMetrics, ParkWithoutPublicGroundIsNotMeasured) {
  SmallWorld world = quarter();
  world.park.zones = {};
  world.park.buildings = {};
  EXPECT_FALSE(world.measure("public.any_access").measured());
  EXPECT_EQ(world.measure("radio.park").where,
            (std::vector<Text>{{"other ground: 56 m2 of 96 m2 unserved", "其他用地：96 平方米中有 56 平方米未覆盖"}}));
  world.results.radio = radio_map({"..", ".."});
  EXPECT_FALSE(world.measure("radio.park").measured());
}

}  // namespace
}  // namespace parktwin::criteria
