#include "engine/simulators/radio/wifi_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulators/radio/entry_loss.h"
#include "engine/simulators/radio/indoor_factory.h"
#include "engine/simulators/radio/indoor_office.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::access_point;
using test::Draft;
using test::hall_draft;
using test::simulated;

float level_at(const wifi::Result& map, Point p) {
  return map.level_dbm.at(map.level_dbm.frame.column_of(p.x), map.level_dbm.frame.row_of(p.y));
}

// ITU-R P.525: 20 lg d + 20 lg f − 147.55. 10 m along the ground and 1.5 m up at 5.25 GHz: 66.95 dB.
TEST(WifiMap, FreeSpaceAtTenMetres) {
  Draft draft;
  draft.nodes = {access_point("N-1", {301.0, 201.0})};
  const auto map = simulated(draft.park()).wifi;
  EXPECT_NEAR(level_at(map, {311.0, 201.0}), 23.0 - 66.95, 0.01);
  EXPECT_NEAR(level_at(map, {301.0, 191.0}), 23.0 - 66.95, 0.01);
  EXPECT_NEAR(level_at(map, {401.0, 201.0}), 23.0 - 86.85, 0.01);  // 100 m along the ground
}

TEST(WifiMap, ReachesAllAndOnlyWithinTheOptionsReach) {
  Draft draft;
  draft.nodes = {access_point("N-1", {301.0, 201.0})};
  const auto map = simulated(draft.park()).wifi;
  const GridFrame& frame = map.level_dbm.frame;
  double served_m2 = 0.0;
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      const double d = distance(frame.centre(column, row), {301.0, 201.0});
      const float level = map.level_dbm.at(column, row);
      ASSERT_EQ(std::isfinite(level), d <= 150.0);
      ASSERT_EQ(map.access_point.at(column, row) == 0, d <= 150.0);
      if (level >= -67.0F) served_m2 += 4.0;
    }
  }
  ASSERT_EQ(map.access_points.size(), 1U);
  EXPECT_EQ(map.access_points[0].served_area_m2, served_m2);
  // −67 dBm are met up to 142.7 m.
  EXPECT_NEAR(served_m2, 142.7 * 142.7 * 3.14159, 0.02 * served_m2);
  EXPECT_GT(map.access_points[0].mean_level_dbm, -67.0);
  EXPECT_GT(map.access_points[0].mean_rate_mbps, 51.6);
  EXPECT_LT(map.access_points[0].mean_rate_mbps, 143.4);
}

TEST(WifiMap, InsideByTheBuildingsLaw) {
  Draft draft = hall_draft();
  draft.nodes = {access_point("N-HALL", {231.0, 181.0})};  // in the hall, though it names no building
  const Result factory = simulated(draft.park());
  // At 20 m, 3 m over the clutter of 2 m: sparse high, k = 44.8142 · 1.5/0.5.
  const double sight = std::exp(-20.0 / (44.81420 * 3.0));
  const double slant_m = std::hypot(20.0, 1.5);
  const double loss_db = sight * indoor_factory_loss_db(FactoryHall::sparse_high, gigahertz(5.25), slant_m, true) +
                         (1.0 - sight) * indoor_factory_loss_db(FactoryHall::sparse_high, gigahertz(5.25), slant_m, false);
  EXPECT_NEAR(level_at(factory.wifi, {251.0, 181.0}), 23.0 - loss_db, 2e-3);
  draft.nodes = {access_point("N-OFFICE", {351.0, 181.0})};
  draft.nodes[0].building = Id<Building>(1);
  const Result office = simulated(draft.park());
  const double clear = indoor_office_clear_share(12.0);
  const double office_db = clear * indoor_office_loss_db(gigahertz(5.25), std::hypot(12.0, 1.5), true) +
                           (1.0 - clear) * indoor_office_loss_db(gigahertz(5.25), std::hypot(12.0, 1.5), false);
  EXPECT_NEAR(level_at(office.wifi, {363.0, 181.0}), 23.0 - office_db, 2e-3);
}

TEST(WifiMap, WhoIsStrongestAndWhoWorks) {
  Draft draft;
  draft.nodes = {access_point("N-0", {100.0, 100.0}), access_point("N-1", {140.0, 100.0}), access_point("N-2", {300.0, 300.0}),
                 access_point("N-3", {300.0, 310.0})};
  draft.nodes[0].kind = NodeKind::access_switch;
  draft.nodes[2].operational = false;
  draft.nodes[3].eirp = Dbm(29.0);
  draft.nodes[3].frequency = gigahertz(5.8);
  const auto map = simulated(draft.park()).wifi;
  ASSERT_EQ(map.access_points.size(), 2U);
  EXPECT_EQ(map.access_points[0].node, Id<NetworkNode>(1));
  EXPECT_EQ(map.access_points[1].node, Id<NetworkNode>(3));
  EXPECT_EQ(map.access_point.at(map.level_dbm.frame.column_of(101.0), map.level_dbm.frame.row_of(101.0)), 0);
  EXPECT_EQ(map.access_point.at(map.level_dbm.frame.column_of(300.0), map.level_dbm.frame.row_of(300.0)), 1);
}

TEST(WifiMap, EveryAttributeChangesIt) {
  Draft draft;
  draft.nodes = {access_point("N-1", {301.0, 201.0})};
  draft.buildings = {test::building("B-1", test::box(320.0, 190.0, 20.0, 20.0), 8.0)};
  const auto hash = content_hash(simulated(draft.park()).wifi);
  const auto differs = [&](const auto& change) {
    Draft changed = draft;
    change(changed.nodes[0]);
    return content_hash(simulated(changed.park()).wifi) != hash;
  };
  EXPECT_TRUE(differs([](NetworkNode& n) { n.wifi_generation = WifiGeneration::wifi7; }));
  EXPECT_TRUE(differs([](NetworkNode& n) { n.frequency = gigahertz(5.8); }));
  EXPECT_TRUE(differs([](NetworkNode& n) { n.eirp = Dbm(20.0); }));
  EXPECT_TRUE(differs([](NetworkNode& n) { n.height = Metres(6.0); }));
  EXPECT_TRUE(differs([](NetworkNode& n) { n.position = {303.0, 201.0}; }));
  EXPECT_FALSE(differs([](NetworkNode& n) { n.service_radius = Metres(77.0); }));
}

TEST(WifiMap, EmptyWithoutAccessPoints) {
  const auto map = simulated(hall_draft().park()).wifi;
  EXPECT_TRUE(map.level_dbm.empty());
  EXPECT_TRUE(map.access_point.empty());
  EXPECT_TRUE(map.access_points.empty());
  EXPECT_TRUE(map.notes.empty());
}

TEST(WifiMap, SaysWhereItExceedsTheLimit) {
  Draft draft;
  draft.nodes = {access_point("N-1", {301.0, 201.0}), access_point("N-2", {311.0, 201.0})};
  draft.nodes[1].eirp = Dbm(24.0);
  const auto map = simulated(draft.park()).wifi;
  EXPECT_THAT(map.notes, ::testing::Contains(::testing::Field(&Note::place, "network node N-2")));
  EXPECT_THAT(map.notes, ::testing::Not(::testing::Contains(::testing::Field(&Note::place, "network node N-1"))));
}

TEST(WifiMap, DoesNotDisturbTheRadioMap) {
  Draft draft = test::two_site_draft();
  const Result before = simulated(draft.park());
  draft.nodes = {access_point("N-1", {301.0, 201.0})};
  const Result after = simulated(draft.park());
  EXPECT_EQ(content_hash(after.rsrp_dbm), content_hash(before.rsrp_dbm));
  EXPECT_EQ(content_hash(after.sinr_db), content_hash(before.sinr_db));
}

}  // namespace
}  // namespace parktwin::radio
