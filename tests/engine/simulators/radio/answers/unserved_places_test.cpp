#include "engine/simulators/radio/answers/unserved_places.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/radio/answers/hand_made_map.h"

namespace parktwin::radio::answers {
namespace {

constexpr ServedRule rule{-105.0, -3.0};

ServerFacts facts_of(const test::HandMadeMap& map, std::vector<float>& indoor_db) {
  indoor_db.resize(map.building.size());
  for (std::size_t cell = 0; cell < indoor_db.size(); ++cell) indoor_db[cell] = map.place.values[cell] == indoors ? 20.0F : 0.0F;
  return {.noise_dbm = {-120.0, -120.0, -95.0}, .indoor_db = {indoor_db, indoor_db, indoor_db}};
}

test::HandMadeMap one_zone(std::int32_t columns, std::int32_t rows) {
  test::HandMadeMap map;
  Zone zone;
  zone.id = "Z-1";
  zone.name = "Square";
  zone.shape.polygons = {test::box(-1.0, -1.0, 2000.0, 2000.0)};
  map.park.zones = Part<Table<Zone>>(Table<Zone>({zone}));
  map.fill({.origin = {}, .cell_size = 2.0, .columns = columns, .rows = rows});
  return map;
}

TEST(UnservedPlaces, EveryReasonHasItsCondition) {
  auto map = one_zone(8, 1);
  map.best_server.values = {nobody, 0, 0, 0, 0, 0, 2, 0};
  map.rsrp_dbm.values = {test::no_level, -110.0F, -110.0F, -124.0F, -126.0F, -100.0F, -97.0F, -126.0F};
  map.sinr_db.values = {test::no_level, 10.0F, 10.0F, 10.0F, 10.0F, -4.0F, -4.0F, 10.0F};
  map.line_of_sight.values = {0, 0, 1, 0, 0, 1, 1, 1};
  map.place.values[3] = map.place.values[4] = map.place.values[7] = indoors;
  std::vector<float> indoor_db;
  const auto facts = facts_of(map, indoor_db);
  const std::vector<UnservedReason> expected = {UnservedReason::too_far,      UnservedReason::blocked, UnservedReason::weak,
                                                UnservedReason::walls,        UnservedReason::blocked, UnservedReason::interference,
                                                UnservedReason::interference, UnservedReason::weak};
  for (std::size_t cell = 0; cell < expected.size(); ++cell) {
    EXPECT_EQ(name_of(reason_at(map.view(), rule, facts, cell)), name_of(expected[cell])) << cell;
  }
  // Over noise of −95 dBm alone a level of −97 dBm has an SINR of −2 dB; one of −99 dBm is too weak even without interference.
  map.rsrp_dbm.values[6] = -99.0F;
  EXPECT_EQ(reason_at(map.view(), rule, facts, 6), UnservedReason::weak);
}

TEST(UnservedPlaces, AreMeasuredAndNamed) {
  auto map = one_zone(40, 30);
  for (std::int32_t row = 10; row < 20; ++row) {
    for (std::int32_t column = 5; column < 15; ++column) {
      const std::size_t cell = map.place.frame.index(column, row);
      map.rsrp_dbm.values[cell] = -111.0F;
      map.line_of_sight.values[cell] = column < 7 ? 1 : 0;
    }
  }
  std::vector<float> indoor_db;
  const auto found = find_unserved(map.park, map.view(), map.holders(), rule, facts_of(map, indoor_db), 100.0);
  ASSERT_EQ(found.places.size(), 1U);
  const auto& place = found.places[0];
  EXPECT_DOUBLE_EQ(place.area_m2, 400.0);
  EXPECT_EQ(place.zone, Id<Zone>(0));
  EXPECT_EQ(place.name, "Square");
  EXPECT_EQ(place.reason, UnservedReason::blocked);
  EXPECT_DOUBLE_EQ(place.reason_share, 0.8);
  // The middle of columns 7 to 14 and rows 10 to 19 lies between cells: one of the four around it.
  EXPECT_NEAR(place.position.x, 22.0, 1.01);
  EXPECT_NEAR(place.position.y, 30.0, 1.01);
  EXPECT_EQ(map.centre(found.map_cells[0]), place.position);
  EXPECT_EQ(place.rsrp_dbm, -111.0);
  EXPECT_EQ(place.missing_db, 6.0);
  EXPECT_EQ(place.server, Id<RadioCell>(0));
  EXPECT_FALSE(place.indoor);
  EXPECT_EQ(found.more.count + found.small.count, 0U);
}

TEST(UnservedPlaces, TheMiddleOfARingLiesInTheRing) {
  auto map = one_zone(30, 30);
  for (std::size_t cell = 0; cell < map.building.size(); ++cell) {
    const double away = distance(map.centre(cell), {30.0, 30.0});
    if (away > 14.0 && away < 20.0) map.sinr_db.values[cell] = -8.0F;
  }
  std::vector<float> indoor_db;
  const auto found = find_unserved(map.park, map.view(), map.holders(), rule, facts_of(map, indoor_db), 100.0);
  ASSERT_EQ(found.places.size(), 1U);
  EXPECT_EQ(found.places[0].reason, UnservedReason::interference);
  EXPECT_EQ(found.places[0].missing_db, 5.0);
  EXPECT_EQ(map.sinr_db.values[found.map_cells[0]], -8.0F);
}

TEST(UnservedPlaces, AllUnservedGroundIsListedOrCounted) {
  constexpr ServedRule easy{-120.0, -10.0};  // leaves many small areas
  for (std::uint32_t number = 0; number < 3; ++number) {
    const auto map = test::random_map(number);
    const auto holders = map.holders();
    double expected_m2 = 0.0;
    for (std::size_t cell = 0; cell < map.place.values.size(); ++cell) {
      const bool meant = holders.is_public(cell) || holders.enterprise(cell) != held_by_none;
      const bool served = easy.holds(map.rsrp_dbm.values[cell], map.sinr_db.values[cell]);
      if (map.place.values[cell] != outside_park && meant && !served) expected_m2 += map.cell_area_m2();
    }
    std::vector<float> indoor_db;
    const auto found = find_unserved(map.park, map.view(), holders, easy, facts_of(map, indoor_db), 0.5);
    EXPECT_EQ(found.places.size(), most_unserved_places);
    double listed_m2 = 0.0;
    for (std::size_t i = 0; i < found.places.size(); ++i) {
      const auto& place = found.places[i];
      listed_m2 += place.area_m2;
      EXPECT_GE(place.area_m2, 0.5);
      if (i > 0) {
        EXPECT_LE(place.area_m2, found.places[i - 1].area_m2);
      }
      EXPECT_EQ(place.indoor, map.place.values[found.map_cells[i]] == indoors);
      EXPECT_EQ((place.zone.valid() ? 1 : 0) + (place.parcel.valid() ? 1 : 0) + (place.building.valid() ? 1 : 0), 1);
      EXPECT_EQ(reason_at(map.view(), easy, facts_of(map, indoor_db), found.map_cells[i]), place.reason);
    }
    EXPECT_GT(found.more.count, 0U);
    EXPECT_GT(found.small.count, 0U);
    EXPECT_NEAR(listed_m2 + found.more.area_m2 + found.small.area_m2, expected_m2, 1e-9);
  }
}

}  // namespace
}  // namespace parktwin::radio::answers
