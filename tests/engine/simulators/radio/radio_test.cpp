#include "engine/simulators/radio/radio.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "engine/core/errors.h"
#include "engine/core/parallel.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;
using test::Draft;
using test::simulated;
using test::two_site_draft;

float rsrp_at(const Result& result, double x, double y) {
  return result.rsrp_dbm.at(result.rsrp_dbm.frame.column_of(x), result.rsrp_dbm.frame.row_of(y));
}

std::size_t covered(const Result& result) {
  std::size_t count = 0;
  for (const float value : result.rsrp_dbm.values) count += std::isnan(value) ? 0 : 1;
  return count;
}

/// One mast at (100, 200) of an empty park that points east.
Draft single_cell(double height_m = 25.0) {
  Draft draft;
  draft.sites = {test::site("S-1", {100.0, 200.0}, height_m)};
  draft.cells = {test::cell("C-1", 0, 90.0)};
  return draft;
}

TEST(Radio, SameBitsForOneAndTwoThreads) {
  const Park park = two_site_draft().park();
  for (const bool fading : {false, true}) {
    Options options;
    options.shadow_fading = fading;
    ContentHash one;
    ContentHash two;
    {
      const ThreadLimit limit(1);
      one = content_hash(simulated(park, options));
    }
    {
      const ThreadLimit limit(2);
      two = content_hash(simulated(park, options));
    }
    EXPECT_EQ(one, two);
  }
}

TEST(Radio, EveryOptionChangesTheResult) {
  Draft draft = two_site_draft();
  draft.nodes = {test::access_point("N-1", {300.0, 100.0})};
  draft.cells[0].network_operator = "South";
  Park park = draft.park();
  Zone zone;
  zone.id = "Z-1";
  zone.shape.polygons = {box(0.0, 0.0, 600.0, 400.0)};
  park.zones = Part<Table<Zone>>(Table<Zone>({zone}));
  const std::map<std::string, std::function<void(Options&)>, std::less<>> changes = {
      {"mode", [](Options& o) { o.mode = PropagationMode::site_general; }},
      {"resolution_m", [](Options& o) { o.resolution = Metres(4.0); }},
      {"receiver_height_m", [](Options& o) { o.receiver_height = Metres(2.5); }},
      {"maximum_distance_m", [](Options& o) { o.maximum_distance = Metres(200.0); }},
      {"noise_figure_db", [](Options& o) { o.noise_figure = Decibel(5.0); }},
      {"indoor_loss_db_per_m", [](Options& o) { o.indoor_loss_per_metre = Decibel(1.0); }},
      {"reference_points",
       [](Options& o) {
         o.mode = PropagationMode::reference;
         o.reference_points = 17;
       }},
      {"scattered_power", [](Options& o) { o.scattered_power = false; }},
      {"shadow_fading", [](Options& o) { o.shadow_fading = true; }},
      {"minimum_rsrp_dbm", [](Options& o) { o.minimum_rsrp = Dbm(-60.0); }},
      {"minimum_sinr_db", [](Options& o) { o.minimum_sinr = Decibel(15.0); }},
      {"table_thresholds_dbm", [](Options& o) { o.table_thresholds_dbm = {-70.0}; }},
      {"smallest_unserved_area_m2",
       [](Options& o) {
         o.minimum_rsrp = Dbm(-60.0);
         o.smallest_unserved_area = SquareMetres(5000.0);
       }},
      {"location_threshold_dbm", [](Options& o) { o.location_threshold = Dbm(-80.0); }},
      {"device_power_dbm", [](Options& o) { o.device_power = Dbm(10.0); }},
      {"base_station_noise_figure_db", [](Options& o) { o.base_station_noise_figure = Decibel(12.0); }},
      {"uplink_interference_rise_db", [](Options& o) { o.uplink_interference_rise = Decibel(10.0); }},
      {"count_overlap", [](Options& o) { o.count_overlap = true; }},
      {"network_operator", [](Options& o) { o.network_operator = "North"; }},
      {"wifi", [](Options& o) { o.wifi.reach = Metres(40.0); }},
      {"site_law",
       [](Options& o) {
         o.mode = PropagationMode::site_general;
         o.site_law = SiteLaw::rma;
       }},
      {"entry_law", [](Options& o) { o.entry_law = EntryLaw::low; }},
      {"entry_probability",
       [](Options& o) {
         o.entry_law = EntryLaw::p2109;
         o.entry_probability = 0.8;
       }},
      {"calibration", [](Options& o) { o.calibration.classes.emplace_back().offset_db = 2.0; }},
      {"load_from_traffic", [](Options& o) { o.load_from_traffic = true; }},
      {"location_target", [](Options& o) {
         o.location_threshold = Dbm(-80.0);
         o.location_target = 0.5;
       }}};
  const auto hash = content_hash(simulated(park));
  std::set<std::string> fields;
  Options options;
  describe([&](const Field& field, const auto&) { fields.insert(std::string(field.name)); }, options);
  for (const auto& field : fields) {
    const auto change = changes.find(field);
    ASSERT_NE(change, changes.end()) << field;
    Options changed;
    change->second(changed);
    if (field == "reference_points" || field == "site_law" || field == "entry_probability") {
      Options same_choice;
      same_choice.mode = changed.mode;
      same_choice.entry_law = changed.entry_law;
      EXPECT_NE(content_hash(simulated(park, changed)), content_hash(simulated(park, same_choice))) << field;
      continue;
    }
    if (field == "location_target") {
      Options same_threshold;
      same_threshold.location_threshold = changed.location_threshold;
      EXPECT_NE(content_hash(simulated(park, changed)), content_hash(simulated(park, same_threshold)));
      continue;
    }
    if (field == "smallest_unserved_area_m2") {
      Options with_places;
      with_places.minimum_rsrp = changed.minimum_rsrp;
      EXPECT_NE(content_hash(simulated(park, changed)), content_hash(simulated(park, with_places)));
      continue;
    }
    EXPECT_NE(content_hash(simulated(park, changed)), hash) << field;
  }
}

TEST(Radio, EveryCellAttributeChangesTheResult) {
  const Draft base = two_site_draft();
  const auto hash = content_hash(simulated(base.park()));
  const auto differs = [&](const std::function<void(RadioCell&)>& change) {
    Draft draft = base;
    change(draft.cells[0]);
    return content_hash(simulated(draft.park())) != hash;
  };
  EXPECT_TRUE(differs([](RadioCell& c) { c.azimuth = Degrees(10.0); }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.mechanical_downtilt = Degrees(3.0); }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.electrical_downtilt = Degrees(3.0); }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.frequency = gigahertz(2.6); }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.bandwidth = megahertz(40.0); }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.subcarrier_spacing = Hertz(60e3); }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.transmit_power = Dbm(40.0); }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.feeder_loss = Decibel(1.0); }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.load = 0.1; }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.operational = false; }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.access = RadioAccess::lte; }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.downlink_layers = 2; }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.uplink_layers = 2; }));
  EXPECT_TRUE(differs([](RadioCell& c) { c.duplex_pattern = "DDDDDDDSUU"; }));
}

TEST(Radio, SeedMattersWithShadowFadingOnly) {
  const Park park = two_site_draft().park();
  EXPECT_EQ(content_hash(simulated(park, {}, 1)), content_hash(simulated(park, {}, 2)));
  Options fading;
  fading.shadow_fading = true;
  EXPECT_NE(content_hash(simulated(park, fading, 1)), content_hash(simulated(park, fading, 2)));
}

// Drawn minus median level over the open ground of one cell: σ of UMa with sight is 4 dB; the sample of one field is loose.
TEST(Radio, ShadowFadingHasItsDeviation) {
  Options fading;
  fading.shadow_fading = true;
  const Park park = single_cell().park();
  const auto median = simulated(park);
  double square = 0.0;
  std::size_t count = 0;
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    const auto drawn = simulated(park, fading, seed);
    for (std::size_t i = 0; i < drawn.rsrp_dbm.values.size(); ++i) {
      const double difference = drawn.rsrp_dbm.values[i] - median.rsrp_dbm.values[i];
      square += difference * difference;
      ++count;
    }
  }
  EXPECT_NEAR(std::sqrt(square / static_cast<double>(count)), 4.0, 0.5);
  EXPECT_EQ(median.shadowing_deviation_db.values[0], 4.0F);
}

TEST(Radio, CellsOffTheAirServeNothing) {
  Draft draft = two_site_draft();
  draft.sites[1].operational = false;
  draft.cells[0].operational = false;
  const auto result = simulated(draft.park());
  ASSERT_EQ(result.cells.size(), 5U);
  for (const std::size_t off : {0U, 3U, 4U}) {
    EXPECT_FALSE(result.cells[off].on_air);
    EXPECT_EQ(result.cells[off].served_area_m2, 0.0);
    EXPECT_EQ(result.cells[off].mean_rsrp_dbm, 0.0);
  }
  EXPECT_TRUE(result.cells[1].on_air);
  for (const auto server : result.best_server.values) EXPECT_TRUE(server == 1 || server == 2);
}

TEST(Radio, SiteWithoutBackhaulIsOffTheAir) {
  const Park park = two_site_draft().park();
  Progress progress;
  const std::vector<std::uint8_t> connected = {0, 1};
  const auto result = simulate(park, {}, connected, 1, progress);
  EXPECT_FALSE(result.cells[0].on_air);
  EXPECT_TRUE(result.cells[3].on_air);
  const std::vector<std::uint8_t> wrong = {1};
  EXPECT_THROW((void)simulate(park, {}, wrong, 1, progress), BrokenPromise);
}

TEST(Radio, FiguresAddUpToTheServedGround) {
  const auto result = simulated(two_site_draft().park());
  double area = 0.0;
  double weighted = 0.0;
  for (const auto& figures : result.cells) {
    area += figures.served_area_m2;
    weighted += figures.served_area_m2 * figures.mean_rsrp_dbm;
  }
  EXPECT_DOUBLE_EQ(area, 600.0 * 400.0);
  double sum = 0.0;
  for (const float value : result.rsrp_dbm.values) sum += value;
  EXPECT_NEAR(weighted / area, sum / static_cast<double>(result.rsrp_dbm.values.size()), 1e-6);
}

TEST(Radio, ParksWithoutCellsOrGround) {
  Draft silent;
  const auto nothing = simulated(silent.park());
  EXPECT_EQ(covered(nothing), 0U);
  EXPECT_EQ(nothing.place.values.size(), 300U * 200U);
  EXPECT_EQ(nothing.place.values[0], static_cast<std::uint8_t>(Place::outdoor));
  Draft nowhere = single_cell();
  nowhere.boundary = {};
  EXPECT_EQ(covered(simulated(nowhere.park())), 0U);
  Draft degenerate = single_cell();
  degenerate.boundary = {.outer = {{5, 5}, {5, 5}, {5, 5}}, .holes = {}};
  EXPECT_EQ(covered(simulated(degenerate.park())), 0U);
}

TEST(Radio, SiteOutsideTheBoundary) {
  Draft draft = single_cell();
  draft.sites[0].position = {-300.0, 200.0};
  Options options;
  options.maximum_distance = Metres(500.0);
  const auto result = simulated(draft.park(), options);
  EXPECT_NEAR(rsrp_at(result, 1.0, 200.0), rsrp_at(simulated(single_cell().park()), 401.0, 200.0), 1e-3);
  EXPECT_TRUE(std::isnan(rsrp_at(result, 210.0, 200.0)));
  draft.sites[0].position = {90000.0, 200.0};
  EXPECT_EQ(covered(simulated(draft.park(), options)), 0U);
}

TEST(Radio, OutsideTheBoundaryNothingIsEvaluated) {
  Draft draft = two_site_draft();
  draft.boundary = {.outer = {{0, 0}, {600, 0}, {0, 400}}, .holes = {}};
  const auto result = simulated(draft.park());
  EXPECT_TRUE(std::isnan(rsrp_at(result, 590.0, 390.0)));
  EXPECT_FALSE(std::isnan(rsrp_at(result, 20.0, 20.0)));
  EXPECT_NEAR(static_cast<double>(covered(result)) * 4.0, 120000.0, 1500.0);
}

TEST(Radio, LoadOfOthersLowersSinrAndOwnLoadDoesNot) {
  Draft draft = two_site_draft();
  for (auto& cell : draft.cells) cell.load = 0.0;
  const auto idle = simulated(draft.park());
  for (std::size_t i = 0; i < idle.sinr_db.values.size(); ++i) {
    EXPECT_NEAR(idle.sinr_db.values[i], idle.rsrp_dbm.values[i] + 120.204, 1e-2);  // noise alone: kTB at 30 kHz and 9 dB
  }
  draft.cells[0].load = 1.0;
  const auto loaded = simulated(draft.park());
  for (std::size_t i = 0; i < idle.sinr_db.values.size(); ++i) {
    if (idle.best_server.values[i] == 0) {
      EXPECT_EQ(loaded.sinr_db.values[i], idle.sinr_db.values[i]);
    } else {
      EXPECT_LT(loaded.sinr_db.values[i], idle.sinr_db.values[i]);
    }
  }
}

TEST(Radio, CellsOfOtherOperatorsNeverServeAndStillDisturb) {
  Draft draft = two_site_draft();
  draft.cells[0].network_operator = "North";
  draft.cells[1].network_operator = "South";
  draft.cells[3].network_operator = "South";
  Options options;
  options.network_operator = "North";
  const auto north = simulated(draft.park(), options);
  Draft alone = draft;
  alone.cells[1].operational = false;
  alone.cells[3].operational = false;
  const auto undisturbed = simulated(alone.park(), options);
  for (std::size_t i = 0; i < north.best_server.values.size(); ++i) {
    ASSERT_EQ(north.best_server.values[i], undisturbed.best_server.values[i]);
    ASSERT_TRUE(north.best_server.values[i] != 1 && north.best_server.values[i] != 3);
    ASSERT_EQ(north.rsrp_dbm.values[i], undisturbed.rsrp_dbm.values[i]);
    ASSERT_LT(north.sinr_db.values[i], undisturbed.sinr_db.values[i]);
  }
  EXPECT_EQ(north.cells[1].served_area_m2, 0.0);
  EXPECT_TRUE(north.cells[1].on_air);
  options.network_operator = "Nobody";
  for (auto& cell : draft.cells) cell.network_operator = "North";
  const auto nobody = simulated(draft.park(), options);
  EXPECT_EQ(covered(nobody), 0U);
  std::size_t warnings = 0;
  for (const auto& note : nobody.notes) warnings += note.place == "option network_operator" ? 1 : 0;
  EXPECT_EQ(warnings, 1U);
}

TEST(Radio, MoreDowntiltMeansMoreNearAndLessFar) {
  for (const bool mechanical : {false, true}) {
    Draft flat = single_cell();
    flat.cells[0].electrical_downtilt = Degrees(0.0);
    Draft tilted = flat;
    (mechanical ? tilted.cells[0].mechanical_downtilt : tilted.cells[0].electrical_downtilt) = Degrees(10.0);
    const auto before = simulated(flat.park());
    const auto after = simulated(tilted.park());
    EXPECT_GT(rsrp_at(after, 230.0, 200.0), rsrp_at(before, 230.0, 200.0) + 3.0F);
    EXPECT_LT(rsrp_at(after, 590.0, 200.0), rsrp_at(before, 590.0, 200.0) - 3.0F);
  }
}

TEST(Radio, ShadowBehindATallBuilding) {
  Draft draft = single_cell();
  draft.buildings = {building("B", box(200.0, 230.0, 40.0, 40.0), 60.0)};
  const auto result = simulated(draft.park());
  // Mirror images about the boresight y = 200 m.
  EXPECT_LT(rsrp_at(result, 301.0, 299.0), rsrp_at(result, 301.0, 101.0) - 15.0F);
  const auto& sight = result.line_of_sight;
  EXPECT_EQ(sight.at(sight.frame.column_of(301.0), sight.frame.row_of(299.0)), 0);
  EXPECT_EQ(sight.at(sight.frame.column_of(301.0), sight.frame.row_of(101.0)), 1);
}

TEST(Radio, IndoorsWeakerByWallAndDepth) {
  Draft draft = single_cell();
  draft.buildings = {building("B", box(300.0, 180.0, 60.0, 40.0), 12.0, WallMaterial::standard_glass)};
  const auto with = simulated(draft.park());
  const auto without = simulated(single_cell().park());
  // Low-loss wall 12.70 dB at 3.5 GHz and 0.5 dB/m: at (311, 199) the nearest façade is 11 m away.
  EXPECT_NEAR(rsrp_at(without, 311.0, 199.0) - rsrp_at(with, 311.0, 199.0), 12.6975 + 5.5, 1e-2);
  EXPECT_EQ(with.place.at(155, 99), static_cast<std::uint8_t>(Place::indoor));
  EXPECT_EQ(with.line_of_sight.at(155, 99), 1);
  EXPECT_NEAR(with.shadowing_deviation_db.at(155, 99), std::hypot(7.0, 4.4), 1e-5);
}

TEST(Radio, ReportsProgressAndStops) {
  const Park park = two_site_draft().park();
  double last = -1.0;
  std::string name;
  Progress progress([&](std::string_view stage, double share) {
    name = std::string(stage);
    EXPECT_GE(share, last);
    last = share;
  });
  const std::vector<std::uint8_t> connected = {1, 1};
  (void)simulate(park, {}, connected, 1, progress);
  EXPECT_EQ(name, "radio coverage");
  EXPECT_DOUBLE_EQ(last, 1.0);
  progress.request_stop();
  EXPECT_THROW((void)simulate(park, {}, connected, 1, progress), Interrupted);
}

}  // namespace
}  // namespace parktwin::radio
