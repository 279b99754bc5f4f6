#include "engine/simulators/radio/map_answers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/simulators/radio/answers/storeys.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using answers::UnservedReason;
using test::box;
using test::building;
using test::Draft;
using test::simulated;

/// With one public zone, and one enterprise on one parcel that uses all buildings.
Park with_ground(const Draft& draft, const Polygon& zone_shape, const Polygon& parcel_shape = {}) {
  Draft owned = draft;
  for (auto& each : owned.buildings) each.enterprise = Id<Enterprise>(0);
  Park park = owned.park();
  Zone zone;
  zone.id = "Z-1";
  zone.name = "Square";
  zone.shape.polygons = {zone_shape};
  Parcel parcel;
  parcel.id = "P-1";
  parcel.enterprise = Id<Enterprise>(0);
  parcel.shape.polygons = {parcel_shape};
  Enterprise enterprise;
  enterprise.id = "E-1";
  park.zones = Part<Table<Zone>>(Table<Zone>({zone}));
  park.parcels = Part<Table<Parcel>>(Table<Parcel>({parcel}));
  park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>({enterprise}));
  return park;
}

/// One mast at (100, 200) that points east.
Draft single_cell() {
  Draft draft;
  draft.sites = {test::site("S-1", {100.0, 200.0}, 25.0)};
  draft.cells = {test::cell("C-1", 0, 90.0)};
  return draft;
}

template <class Belongs>
void expect_counted(const answers::CoverageShares& shares, const Result& result, const Options& options, const Belongs& belongs) {
  double all = 0.0;
  double served = 0.0;
  std::vector<double> over(options.table_thresholds_dbm.size(), 0.0);
  for (std::size_t cell = 0; cell < result.place.values.size(); ++cell) {
    const auto columns = static_cast<std::size_t>(result.place.frame.columns);
    const Point centre = result.place.frame.centre(static_cast<std::int32_t>(cell % columns), static_cast<std::int32_t>(cell / columns));
    if (!belongs(centre, static_cast<Place>(result.place.values[cell]))) continue;
    all += 1.0;
    const auto rsrp = static_cast<double>(result.rsrp_dbm.values[cell]);
    if (rsrp >= options.minimum_rsrp.value() && result.sinr_db.values[cell] >= options.minimum_sinr.value()) served += 1.0;
    for (std::size_t i = 0; i < over.size(); ++i) over[i] += rsrp >= options.table_thresholds_dbm[i] ? 1.0 : 0.0;
  }
  ASSERT_GT(all, 0.0);
  EXPECT_DOUBLE_EQ(shares.area_m2, 4.0 * all);
  EXPECT_DOUBLE_EQ(shares.served_share, served / all);
  ASSERT_EQ(shares.share_over.size(), over.size());
  for (std::size_t i = 0; i < over.size(); ++i) EXPECT_DOUBLE_EQ(shares.share_over[i], over[i] / all);
}

TEST(MapAnswers, TablesAreThoseOfTheMaps) {
  Options options;
  options.minimum_rsrp = Dbm(-68.0);
  options.minimum_sinr = Decibel(4.0);
  options.table_thresholds_dbm = {-60.0, -80.0};
  const Polygon zone = box(10.0, 20.0, 300.0, 211.0);
  const Polygon parcel = box(305.0, 100.0, 250.0, 250.0);
  const Draft draft = test::two_site_draft();
  const auto result = simulated(with_ground(draft, zone, parcel), options);
  EXPECT_EQ(result.table_thresholds_dbm, options.table_thresholds_dbm);
  ASSERT_EQ(result.zone_coverage.size(), 1U);
  ASSERT_EQ(result.enterprise_coverage.size(), 1U);
  ASSERT_EQ(result.building_coverage.size(), 4U);
  expect_counted(result.zone_coverage[0].outdoors, result, options,
                 [&](Point at, Place place) { return place == Place::outdoor && contains(zone, at); });
  expect_counted(result.zone_coverage[0].indoors, result, options,
                 [&](Point at, Place place) { return place == Place::indoor && contains(zone, at); });
  expect_counted(result.enterprise_coverage[0].outdoors, result, options,
                 [&](Point at, Place place) { return place == Place::outdoor && contains(parcel, at); });
  expect_counted(result.enterprise_coverage[0].indoors, result, options, [&](Point, Place place) { return place == Place::indoor; });
  for (const auto& row : result.building_coverage) {
    const Polygon& footprint = draft.buildings[row.building.index()].footprint;
    expect_counted(row.ground_floor, result, options, [&](Point at, Place) { return contains(footprint, at); });
    EXPECT_DOUBLE_EQ(row.ground_floor.area_m2, area(footprint));  // walls lie on the sides of map cells
  }
}

TEST(MapAnswers, ThresholdsNotMovedGiveTheServedShares) {
  Options options;
  options.minimum_rsrp = Dbm(-68.0);
  options.minimum_sinr = Decibel(4.0);
  const auto result = simulated(with_ground(test::two_site_draft(), box(0.0, 0.0, 600.0, 400.0)), options);
  const auto& rows = result.threshold_shifts;
  const auto still =
      std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.rsrp_shift_db == 0.0 && row.sinr_shift_db == 0.0; });
  ASSERT_NE(still, rows.end());
  const auto& zone = result.zone_coverage[0];
  EXPECT_EQ(still->outdoor_served_share, zone.outdoors.served_share);
  EXPECT_EQ(still->indoor_served_share, zone.indoors.served_share);
  const double served_m2 = zone.outdoors.served_share * zone.outdoors.area_m2 + zone.indoors.served_share * zone.indoors.area_m2;
  EXPECT_DOUBLE_EQ(still->public_served_share, served_m2 / 240000.0);
  EXPECT_GT(still->outdoor_served_share, 0.1);
  EXPECT_LT(still->outdoor_served_share, 0.9);
}

TEST(MapAnswers, StoreysBeginWithTheGroundFloorAndLoseNothing) {
  for (const auto mode : {PropagationMode::deterministic, PropagationMode::site_general}) {
    Draft draft = single_cell();  // a hall in the shadow of a wall, and the wall
    draft.buildings = {building("WALL", box(300.0, 100.0, 10.0, 200.0), 60.0), building("HALL", box(330.0, 180.0, 60.0, 40.0), 12.0)};
    for (auto& each : draft.buildings) each.floors = 4;
    Options options;
    options.mode = mode;
    options.table_thresholds_dbm.clear();
    for (double threshold = -170.0; threshold < -60.0; threshold += 1.0) options.table_thresholds_dbm.push_back(threshold);
    const auto result = simulated(draft.park(), options);
    ASSERT_EQ(result.floor_coverage.size(), 8U);
    bool gains = false;
    for (std::size_t i = 0; i < result.floor_coverage.size(); ++i) {
      const auto& row = result.floor_coverage[i];
      const auto& below = result.building_coverage[i / 4].ground_floor;
      EXPECT_EQ(row.floor, static_cast<std::int32_t>(i % 4) + 1);
      EXPECT_EQ(row.shares.area_m2, below.area_m2);
      for (std::size_t k = 0; k < options.table_thresholds_dbm.size(); ++k) {
        EXPECT_GE(row.shares.share_over[k], below.share_over[k]);
        if (row.floor == 1) {
          EXPECT_EQ(row.shares.share_over[k], below.share_over[k]);
        }
        gains = gains || (i >= 4 && row.shares.share_over[k] > below.share_over[k]);
      }
    }
    EXPECT_TRUE(gains);
    const auto noted = [](const Note& note) { return note.place == "storeys" && note.kind == NoteKind::assumption; };
    EXPECT_EQ(std::count_if(result.notes.begin(), result.notes.end(), noted), 1);
  }
}

TEST(MapAnswers, StoreysGainWhatThePathLossLawLoses) {
  for (const auto environment : {Environment::urban_macro, Environment::urban_micro}) {
    const double gain = environment == Environment::urban_macro ? answers::macro_gain_db_per_m : answers::micro_gain_db_per_m;
    const auto low = path_loss_law(environment, gigahertz(3.5), Metres(25.0), Metres(1.5));
    const auto high = path_loss_law(environment, gigahertz(3.5), Metres(25.0), Metres(22.5));
    EXPECT_NEAR(low.blocked_offset_db - high.blocked_offset_db, 21.0 * gain, 1e-9);
  }
}

answers::UnservedPlace only_place(const Park& park, const Options& options) {
  const auto result = simulated(park, options);
  EXPECT_EQ(result.unserved_places.size(), 1U);
  return result.unserved_places.empty() ? answers::UnservedPlace{} : result.unserved_places[0];
}

TEST(MapAnswers, AWallBetweenMastAndPlaceIsNamed) {
  Draft draft = single_cell();
  draft.buildings = {building("LOW", box(200.0, 150.0, 20.0, 100.0), 5.0), building("WALL", box(300.0, 100.0, 10.0, 200.0), 60.0)};
  const Polygon shadow = box(330.0, 180.0, 60.0, 40.0);
  Options options;
  options.minimum_rsrp = Dbm(-75.0);
  Park park = with_ground(draft, shadow);
  park.parcels = {};
  auto unused = park.buildings->records();
  for (auto& each : unused) each.enterprise = {};
  park.buildings = Part<Table<Building>>(Table<Building>(unused));
  const auto place = only_place(park, options);
  EXPECT_EQ(name_of(place.reason), "blocked");
  EXPECT_EQ(place.obstacle, Id<Building>(1));
  EXPECT_GT(place.obstacle_fresnel, 10.0);
  EXPECT_DOUBLE_EQ(place.area_m2, area(shadow));
  EXPECT_EQ(place.reason_share, 1.0);
  EXPECT_EQ(place.zone, Id<Zone>(0));
  EXPECT_EQ(place.name, "Square");
  EXPECT_TRUE(contains(shadow, place.position));
  EXPECT_EQ(place.server, Id<RadioCell>(0));
  EXPECT_NEAR(place.missing_db, -75.0 - place.rsrp_dbm, 1e-9);
  EXPECT_EQ(place.nearest_site, Id<RadioSite>(0));
  EXPECT_DOUBLE_EQ(place.nearest_site_m, distance({100.0, 200.0}, place.position));
}

TEST(MapAnswers, TooFarNamesTheNearestSiteOnTheAir) {
  Draft draft = single_cell();
  draft.sites.push_back(test::site("S-OFF", {540.0, 200.0}, 25.0));
  draft.cells.push_back(test::cell("C-OFF", 1, 90.0));
  draft.cells[1].operational = false;
  Options options;
  options.maximum_distance = Metres(300.0);
  const auto place = only_place(with_ground(draft, box(500.0, 180.0, 60.0, 40.0)), options);
  EXPECT_EQ(name_of(place.reason), "too_far");
  EXPECT_FALSE(place.server.valid());
  EXPECT_TRUE(std::isnan(place.rsrp_dbm));
  EXPECT_EQ(place.nearest_site, Id<RadioSite>(0));
  EXPECT_DOUBLE_EQ(place.nearest_site_m, distance({100.0, 200.0}, place.position));
  draft.cells[0].operational = false;
  const auto silent = only_place(with_ground(draft, box(500.0, 180.0, 60.0, 40.0)), options);
  EXPECT_EQ(name_of(silent.reason), "too_far");
  EXPECT_FALSE(silent.nearest_site.valid());
}

TEST(MapAnswers, InterferenceNamesTheOtherCell) {
  Draft draft = single_cell();
  draft.sites.push_back(test::site("S-2", {500.0, 200.0}, 25.0));
  draft.cells.push_back(test::cell("C-2", 1, 270.0));
  for (auto& cell : draft.cells) cell.load = 1.0;
  Options options;
  options.minimum_sinr = Decibel(6.0);
  const auto place = only_place(with_ground(draft, box(280.0, 180.0, 40.0, 40.0)), options);
  EXPECT_EQ(name_of(place.reason), "interference");
  ASSERT_TRUE(place.server.valid() && place.interferer.valid());
  EXPECT_EQ(place.server.index() + place.interferer.index(), 1U);
  EXPECT_NEAR(place.missing_db, 6.0 - place.sinr_db, 1e-9);
  EXPECT_GT(place.missing_db, 0.0);
}

TEST(MapAnswers, IndoorsTheWallsAreNamed) {
  Draft draft = single_cell();
  draft.buildings = {building("B", box(300.0, 180.0, 60.0, 40.0), 12.0)};
  draft.buildings[0].name = "Hall";
  Options options;
  options.minimum_rsrp = Dbm(-70.0);
  const auto place = only_place(with_ground(draft, box(240.0, 180.0, 60.0, 40.0)), options);
  EXPECT_EQ(name_of(place.reason), "walls");
  EXPECT_TRUE(place.indoor);
  EXPECT_EQ(place.building, Id<Building>(0));
  EXPECT_EQ(place.enterprise, Id<Enterprise>(0));
  EXPECT_EQ(place.name, "Hall");
  EXPECT_DOUBLE_EQ(place.area_m2, 2400.0);
  EXPECT_GT(place.missing_db, 0.0);
  EXPECT_GT(place.indoor_loss_db, place.missing_db);
}

TEST(MapAnswers, InSightAndStillTooFaint) {
  Options options;
  options.minimum_rsrp = Dbm(-40.0);
  const auto place = only_place(with_ground(single_cell(), box(0.0, 0.0, 1.0, 1.0), box(400.0, 180.0, 40.0, 40.0)), options);
  EXPECT_EQ(name_of(place.reason), "weak");
  EXPECT_EQ(place.parcel, Id<Parcel>(0));
  EXPECT_EQ(place.enterprise, Id<Enterprise>(0));
  EXPECT_FALSE(place.interferer.valid());
}

TEST(MapAnswers, SmallPlacesAreSummedInANote) {
  Options options;
  options.minimum_rsrp = Dbm(-40.0);
  options.smallest_unserved_area = SquareMetres(2000.0);
  const auto result = simulated(with_ground(single_cell(), box(400.0, 180.0, 40.0, 40.0)), options);
  EXPECT_TRUE(result.unserved_places.empty());
  const auto noted = [](const Note& note) { return note.text == "1 unserved places below 2000 m², together 1600 m², are not listed."; };
  EXPECT_EQ(std::count_if(result.notes.begin(), result.notes.end(), noted), 1);
}

TEST(MapAnswers, SameBitsForAnyThreads) {
  Draft draft = test::two_site_draft();
  for (auto& each : draft.buildings) each.floors = 3;
  Options options;
  options.minimum_rsrp = Dbm(-70.0);
  const Park park = with_ground(draft, box(0.0, 0.0, 300.0, 400.0), box(250.0, 0.0, 350.0, 400.0));
  const auto all = content_hash(simulated(park, options));
  const ThreadLimit limit(1);
  EXPECT_EQ(content_hash(simulated(park, options)), all);
}

}  // namespace
}  // namespace parktwin::radio
