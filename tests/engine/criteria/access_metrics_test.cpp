#include "engine/criteria/access_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using wired::topology::AccessState;

Enterprise named_in_chinese(const std::string& id, const std::string& name, const std::string& name_zh, double floor_area) {
  Enterprise made = enterprise(id, name, floor_area);
  made.name_zh = name_zh;
  return made;
}

/// Five enterprises along a strip of ten cells of 2 m; the first five cells have 5G.
/// One: building of 4 cells, covered. Two: building of 2 cells, half covered. Three: parcel only, uncovered. Four: no premises.
/// Five: a shed smaller than a cell, whose centroid lies in the covered first cell.
SmallWorld strip() {
  SmallWorld world;
  world.results.radio = radio_map({"OOOOOXxxxx"});
  world.park.enterprises =
      part_of<Enterprise>({enterprise("E-1", "One", 100), named_in_chinese("E-2", "Two", "二号厂", 200), enterprise("E-3", "Three", 300),
                           enterprise("E-4", "Four", 400), enterprise("E-5", "Five", 0)});
  world.park.buildings = part_of<Building>({building("B-1", rectangle(0, 0, 8, 2), Id<Enterprise>(0)),
                                            building("B-2", rectangle(8, 0, 12, 2), Id<Enterprise>(1)),
                                            building("B-3", rectangle(0.1, 0.1, 0.4, 0.4), Id<Enterprise>(4))});
  world.park.parcels =
      part_of<Parcel>({parcel("P-1", area_of(8, 0, 20, 2), Id<Enterprise>(1)), parcel("P-2", area_of(12, 0, 16, 2), Id<Enterprise>(2)),
                       parcel("P-3", area_of(16, 0, 18, 2), Id<Enterprise>(2)), parcel("P-4", area_of(18, 0, 20, 2))});
  for (std::size_t i = 0; i < 5; ++i) {
    wired::topology::EnterpriseAccess access;
    access.enterprise = Id<Enterprise>(i);
    world.results.wired.topology.enterprises.push_back(access);
    wired::failures::Protection protection;
    protection.enterprise = access.enterprise;
    world.results.wired.failures.protections.push_back(protection);
  }
  return world;
}

Rule premises_share(double percent) {
  Rule rule;
  rule.minimum_premises_share_percent = percent;
  return rule;
}

TEST(AccessMetrics, FiveGOverThePremisesIsAnAccess) {
  const Measurement measurement = strip().measure("access.enterprises");
  ASSERT_TRUE(measurement.measured());
  EXPECT_EQ(measurement.part, 2.0);
  EXPECT_EQ(measurement.whole, 5.0);
  EXPECT_EQ(
      measurement.where,
      (std::vector<Text>{{"Four (E-4): no access node, no premises on the map", "Four（E-4）：没有接入节点，地图上没有其场所"},
                         {"Three (E-3): no access node, 5G on 0 % of its premises", "Three（E-3）：没有接入节点，5G 覆盖其场所的 0 %"},
                         {"Two (E-2): no access node, 5G on 50 % of its premises", "二号厂（E-2）：没有接入节点，5G 覆盖其场所的 50 %"}}));
}

TEST(AccessMetrics, ShareOfPremisesIsTheRules) {
  EXPECT_EQ(strip().measure("access.enterprises", premises_share(50.0)).part, 3.0);
  EXPECT_EQ(strip().measure("access.enterprises", premises_share(50.1)).part, 2.0);
}

TEST(AccessMetrics, RadioThresholdsOfTheRule) {
  Rule strict;
  strict.coverage.minimum_rsrp = Dbm(-80.0);
  EXPECT_EQ(strip().measure("access.enterprises", strict).part, 0.0);
  Rule with_margin;
  with_margin.coverage.shadowing_margin_deviations = 4.0;  // -105 + 4 * 4 = -89
  EXPECT_EQ(strip().measure("access.enterprises", with_margin).part, 0.0);
}

TEST(AccessMetrics, FiveGCountsWhereOneDeviceGetsTheEnterprisesRates) {
  SmallWorld world = strip();
  auto enterprises = world.park.enterprises->records();
  enterprises[0].required_down = MegabitsPerSecond(400.0);  // just what there is
  enterprises[4].required_up = MegabitsPerSecond(50.1);
  world.park.enterprises = part_of<Enterprise>(enterprises);
  const Measurement measurement = world.measure("access.enterprises");
  EXPECT_EQ(measurement.part, 1.0);
  EXPECT_EQ(measurement.where.back(), (Text{"Five (E-5): no access node, 5G on 100 % of its premises, at its rates on 0 %",
                                            "Five（E-5）：没有接入节点，5G 覆盖其场所的 100 %，达到其速率的占 0 %"}));
  world.results.radio.throughput_down_mbit_s.values[1] = 399.0F;  // three of four cells left
  EXPECT_EQ(world.measure("access.enterprises").part, 0.0);
  EXPECT_EQ(world.measure("access.enterprises", premises_share(75.0)).part, 1.0);
  world.results.radio.throughput_up_mbit_s = {};
  EXPECT_EQ(world.measure("access.enterprises").unmeasured.en, "the radio map has no rates");
  EXPECT_TRUE(world.measure("access.enterprises_fixed").measured());
}

TEST(AccessMetrics, FixedLineIsAnAccess) {
  SmallWorld world = strip();
  auto& fixed = world.results.wired.topology.enterprises;
  fixed[3].state = AccessState::served;
  fixed[1].state = AccessState::rate_too_low;
  fixed[2].state = AccessState::availability_too_low;
  fixed[4].state = AccessState::no_path;
  auto& protection = world.results.wired.failures.protections[2];
  protection.availability = protection.availability_upper = 0.9989999;
  EXPECT_EQ(world.measure("access.enterprises").part, 3.0);
  const Measurement only = world.measure("access.enterprises_fixed");
  EXPECT_EQ(only.part, 1.0);
  EXPECT_EQ(only.whole, 5.0);
  EXPECT_EQ(only.where, (std::vector<Text>{{"Three (E-3): fixed access works 0.998999 of the time, 0.999 required",
                                            "Three（E-3）：固定接入可用性0.998999，要求0.999"},
                                           {"Two (E-2): fixed access too slow", "二号厂（E-2）：固定接入速率不足"},
                                           {"One (E-1): no access node", "One（E-1）：没有接入节点"},
                                           {"Five (E-5): no working path to the core", "Five（E-5）：没有到核心的可用路径"}}));
  for (auto& access : fixed) access.state = AccessState::served;
  const Measurement all = world.measure("access.enterprises_fixed");
  EXPECT_EQ(all.part, all.whole);
  EXPECT_TRUE(all.where.empty());
}

TEST(AccessMetrics, SeveralPathsTogetherMayBeAvailableEnoughAndOfBoundsTheLowerCounts) {
  SmallWorld world = strip();
  auto& fixed = world.results.wired.topology.enterprises;
  auto& protections = world.results.wired.failures.protections;
  for (const std::size_t i : {2U, 3U}) {
    fixed[i].state = AccessState::availability_too_low;
    fixed[i].availability = 0.998;
    protections[i].availability = i == 2 ? 0.9995 : 0.9985;
    protections[i].availability_upper = 0.9995;
  }
  protections[2].state = wired::failures::AvailabilityState::met;
  protections[3].state = wired::failures::AvailabilityState::undecided;
  const Measurement measurement = world.measure("access.enterprises_fixed");
  EXPECT_EQ(measurement.part, 1.0);
  EXPECT_EQ(measurement.where.front(),
            (Text{"Four (E-4): fixed access works at least 0.9985 and at most 0.9995 of the time, 0.999 required",
                  "Four（E-4）：固定接入可用性不低于0.9985、不高于0.9995，要求0.999"}));
  protections.clear();
  EXPECT_EQ(world.measure("access.enterprises_fixed").unmeasured.en, "there are no availabilities of accesses in the results");
  for (auto& access : fixed) access.state = AccessState::served;
  EXPECT_EQ(world.measure("access.enterprises_fixed").part, 5.0);
}

TEST(AccessMetrics, ByFloorArea) {
  SmallWorld world = strip();
  world.results.wired.topology.enterprises[3].state = AccessState::served;
  const Measurement measurement = world.measure("access.floor_area");
  EXPECT_EQ(measurement.part, 500.0);
  EXPECT_EQ(measurement.whole, 1000.0);
}

TEST(AccessMetrics, ByParcelsCountsThoseOfEnterprises) {
  SmallWorld world = strip();
  world.results.wired.topology.enterprises[2].state = AccessState::served;
  const Measurement measurement = world.measure("access.parcels");
  EXPECT_EQ(measurement.part, 2.0);
  EXPECT_EQ(measurement.whole, 3.0);
  world.park.parcels = {};
  EXPECT_FALSE(world.measure("access.parcels").measured());
}

TEST(AccessMetrics, PremisesOutsideTheBoundaryDoNotCount) {
  SmallWorld world = strip();
  world.results.radio = radio_map({"..OOOXxxxx"});
  EXPECT_EQ(world.measure("access.enterprises").where[3],
            (Text{"Five (E-5): no access node, no premises on the map", "Five（E-5）：没有接入节点，地图上没有其场所"}));
}

TEST(AccessMetrics, MissingSimulatorsAreSaid) {
  SmallWorld world = strip();
  world.results.radio = {};
  EXPECT_EQ(world.measure("access.enterprises").unmeasured.en, "there is no radio map in the results");
  EXPECT_TRUE(world.measure("access.enterprises_fixed").measured());
  world.results.wired = {};
  EXPECT_EQ(world.measure("access.enterprises_fixed").unmeasured.en, "there is no wired topology in the results");
}

}  // namespace
}  // namespace parktwin::criteria
