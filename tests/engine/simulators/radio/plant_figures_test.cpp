#include "engine/simulators/radio/plant_figures.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::Draft;
using test::hall_draft;
using test::simulated;

// A weak macro cell far away, and the hall without and with its own cell.
Draft served_from_outside() {
  Draft draft = hall_draft();
  draft.sites.push_back(test::site("S-OUT", {560.0, 360.0}, 25.0));
  draft.cells.push_back(test::cell("C-OUT", 1, 230.0));
  draft.cells[1].transmit_power = Dbm(20.0);
  return draft;
}

TEST(PlantFigures, OwnCellsServeAMetalHallThatOutsideDoesNot) {
  Draft draft = served_from_outside();
  draft.cells[0].operational = false;
  const auto dark = simulated(draft.park()).plants;
  ASSERT_EQ(dark.size(), 1U);  // the office has no radio site inside
  EXPECT_EQ(dark[0].building, Id<Building>(0));
  EXPECT_EQ(dark[0].floor_area_m2, 6000.0);
  EXPECT_LT(dark[0].covered_share, 0.2);
  EXPECT_EQ(dark[0].own_cells_share, 0.0);
  draft.cells[0].operational = true;
  const auto served = simulated(draft.park()).plants;
  EXPECT_EQ(served[0].covered_share, 1.0);
  EXPECT_EQ(served[0].own_cells_share, 1.0);
  EXPECT_GT(served[0].mean_rsrp_dbm, dark[0].mean_rsrp_dbm + 15.0);
}

// Recounted cell by cell from the finished map.
TEST(PlantFigures, AgreeWithTheMap) {
  Draft draft = served_from_outside();
  draft.cells[0].transmit_power = Dbm(-10.0);
  const Result map = simulated(draft.park());
  double cells = 0.0;
  double covered = 0.0;
  double own = 0.0;
  double sum_dbm = 0.0;
  for (std::int32_t row = 0; row < map.place.frame.rows; ++row) {
    for (std::int32_t column = 0; column < map.place.frame.columns; ++column) {
      if (!contains(draft.buildings[0].footprint, map.place.frame.centre(column, row))) continue;
      cells += 1.0;
      covered += map.rsrp_dbm.at(column, row) >= -105.0F && map.sinr_db.at(column, row) >= -3.0F ? 1.0 : 0.0;
      own += map.best_server.at(column, row) == 0 ? 1.0 : 0.0;
      sum_dbm += static_cast<double>(map.rsrp_dbm.at(column, row));
    }
  }
  ASSERT_EQ(map.plants.size(), 1U);
  EXPECT_GT(covered, 0.0);
  EXPECT_LT(covered, cells);
  EXPECT_EQ(map.plants[0].covered_share, covered / cells);
  EXPECT_EQ(map.plants[0].own_cells_share, own / cells);
  EXPECT_NEAR(map.plants[0].mean_rsrp_dbm, sum_dbm / cells, 1e-9);
}

TEST(PlantFigures, CoveredIsByTheOptionsThresholds) {
  Draft draft = served_from_outside();
  draft.cells[0].transmit_power = Dbm(-10.0);
  Options options;
  const double usual = simulated(draft.park(), options).plants[0].covered_share;
  options.minimum_rsrp = Dbm(-95.0);
  const double strict = simulated(draft.park(), options).plants[0].covered_share;
  options.minimum_rsrp = Dbm(-105.0);
  options.minimum_sinr = Decibel(20.0);
  EXPECT_LT(strict, usual);
  EXPECT_LT(simulated(draft.park(), options).plants[0].covered_share, usual);
}

TEST(PlantFigures, FactoriesWarehousesAndBuildingsWithASiteInside) {
  Draft draft = hall_draft();
  draft.buildings.push_back(test::building("B-3", test::box(20.0, 20.0, 30.0, 30.0), 8.0));
  draft.buildings[2].use = BuildingUse::warehouse;
  draft.buildings.push_back(test::building("B-4", test::box(900.0, 20.0, 30.0, 30.0), 8.0));  // off the map
  draft.buildings[3].use = BuildingUse::factory;
  draft.sites.push_back(test::site_inside("S-2", 1, {350.0, 180.0}, 3.0));
  const auto plants = simulated(draft.park()).plants;
  ASSERT_EQ(plants.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(plants[i].building, Id<Building>(i));
  EXPECT_EQ(plants[2].covered_share, 0.0);
  EXPECT_EQ(plants[3].floor_area_m2, 0.0);
}

TEST(PlantFigures, CountElementsByBearer) {
  Draft draft = hall_draft();
  draft.buildings[0].enterprise = Id<Enterprise>(1);
  Park park = draft.park();
  std::vector<ConnectedAssets> groups;
  const auto add = [&](std::size_t enterprise, AssetBearer bearer, std::int32_t count) {
    ConnectedAssets group;
    group.id = "G-" + std::to_string(groups.size());
    group.enterprise = Id<Enterprise>(enterprise);
    group.bearer = bearer;
    group.count = count;
    groups.push_back(group);
  };
  add(0, AssetBearer::nr, 1000);
  add(1, AssetBearer::nr, 30);
  add(1, AssetBearer::wired, 70);
  add(1, AssetBearer::wifi, 8);
  add(1, AssetBearer::lte, 1);
  add(1, AssetBearer::other_wireless, 1);
  park.connected_assets = Part(Table(std::move(groups)));
  const auto plants = simulated(park).plants;
  EXPECT_EQ(plants[0].nr_elements, 30);
  EXPECT_EQ(plants[0].wired_elements, 70);
  EXPECT_EQ(plants[0].wifi_elements, 8);
  EXPECT_EQ(plants[0].other_elements, 2);
  EXPECT_EQ(plants[0].nr_share, 0.75);
}

}  // namespace
}  // namespace parktwin::radio
