#include "engine/simulators/radio/scene.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "engine/simulators/radio/entry_loss.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

Scene scene_of(const Park& park, const Obstacles& obstacles, const Options& options, const Scene* before = nullptr) {
  PatternCache patterns;
  const std::vector<std::uint8_t> connected(park.radio_sites->size(), 1);
  auto transmitters = list_transmitters(park, obstacles.surface, connected, options.receiver_height, patterns);
  return make_scene(park, options, obstacles, std::move(transmitters), 7, before);
}

struct Setting {
  Park park = [] {
    auto draft = test::two_site_draft();
    draft.cells[1].frequency = gigahertz(0.7);
    return draft.park();
  }();
  Obstacles obstacles = make_obstacles(park, frame_covering({{0, 0}, {600, 400}}, 2.0));
};

TEST(Scene, HoldsWhatFollowsFromFrequenciesAndBuildings) {
  const Setting setting;
  const Scene scene = scene_of(setting.park, setting.obstacles, {});
  ASSERT_EQ(scene.tables.size(), 2U);
  ASSERT_EQ(scene.wall_loss_db.size(), 2U);
  EXPECT_NEAR(scene.tables[1]->wavelength_m, 299792458.0 / 0.7e9, 1e-12);
  for (std::size_t i = 0; i < setting.park.buildings->size(); ++i) {
    const auto material = setting.park.buildings->records()[i].material;
    EXPECT_FLOAT_EQ(scene.wall_loss_db[0][i], static_cast<float>(entry_loss(material, gigahertz(3.5)).value()));
    EXPECT_FLOAT_EQ(scene.wall_loss_db[1][i], static_cast<float>(entry_loss(material, gigahertz(0.7)).value()));
    const auto inside = combined_deviation(shadowing_deviation(Environment::urban_micro, true, true), entry_loss_deviation(material));
    EXPECT_FLOAT_EQ(scene.indoor_deviation_db[0][1][1][i], static_cast<float>(inside.value()));
  }
  EXPECT_EQ(scene.mast_of_cell, (std::vector<std::size_t>{0, 0, 0, 1, 1}));
  EXPECT_FLOAT_EQ(scene.load_of_cell[4], 0.9F);
  EXPECT_TRUE(scene.fields.empty());
}

TEST(Scene, StatisticalEntryHoldsTheWayInsideAndSpreadsByFrequency) {
  const Setting setting;
  Options options;
  options.entry_law = EntryLaw::p2109;
  const EntryChoice choice{options.entry_law, options.entry_probability};
  const Scene scene = scene_of(setting.park, setting.obstacles, options);
  ASSERT_EQ(scene.indoor_deviation_db.size(), 2U);
  for (std::size_t f = 0; f < 2; ++f) {
    const Hertz frequency = scene.transmitters.frequencies[f];
    for (std::size_t i = 0; i < setting.park.buildings->size(); ++i) {
      const auto material = setting.park.buildings->records()[i].material;
      const auto inside = combined_deviation(Decibel(7.0), entry_loss_deviation(choice, material, frequency));
      EXPECT_FLOAT_EQ(scene.indoor_deviation_db[f][0][0][i], static_cast<float>(inside.value()));
    }
    for (std::size_t at = 0; at < scene.ground->indoor_db[f].size(); ++at) {
      const std::int32_t building = setting.obstacles.surface.values[at].building;
      if (building == no_building) continue;
      EXPECT_EQ(scene.ground->indoor_db[f][at], scene.wall_loss_db[f][static_cast<std::size_t>(building)]);
    }
  }
  EXPECT_EQ(scene.frequency_of_cell, (std::vector<std::size_t>{0, 1, 0, 0, 0}));
}

TEST(Scene, OnlyRuralCellsHaveAFarDeviation) {
  const Setting setting;
  Options options;
  options.site_law = SiteLaw::rma;
  EXPECT_EQ(site_law_of(options), SiteLaw::automatic);
  EXPECT_FALSE(deviation_follows_frequency(options));
  options.mode = PropagationMode::site_general;
  EXPECT_EQ(site_law_of(options), SiteLaw::rma);
  EXPECT_TRUE(deviation_follows_frequency(options));
  PatternCache patterns;
  const std::vector<std::uint8_t> connected(2, 1);
  auto rural = list_transmitters(setting.park, setting.obstacles.surface, connected, Metres(1.5), patterns, {}, SiteLaw::rma);
  const Scene scene = make_scene(setting.park, options, setting.obstacles, rural, 7, nullptr);
  EXPECT_EQ(scene.far_from_m[1], rural.masts[0].transmitters[1].law.breakpoint_m);
  EXPECT_TRUE(std::isinf(scene_of(setting.park, setting.obstacles, {}).far_from_m[1]));
}

TEST(Scene, ShadowFadingDrawsWallsAndFields) {
  const Setting setting;
  Options options;
  options.shadow_fading = true;
  const Scene drawn = scene_of(setting.park, setting.obstacles, options);
  const Scene median = scene_of(setting.park, setting.obstacles, {});
  EXPECT_EQ(drawn.fields.size(), 2U);
  EXPECT_NE(drawn.wall_loss_db, median.wall_loss_db);
  EXPECT_EQ(drawn.wall_loss_db, scene_of(setting.park, setting.obstacles, options).wall_loss_db);
}

// Two carriers of 100 MHz side by side from 3.4 to 3.6 GHz: ACLR 45 dB (TS 38.104 table 6.6.3.2-1) and ACS 33 dB (TS 38.101-1 table 7.5-2)
// together 32.73 dB. With 110 MHz between them leakage alone, 45 dB; with 200 MHz nothing.
TEST(Scene, NeighbouringCarriersCoupleByLeakageAndSelectivity) {
  for (const auto& [ghz, expected] :
       {std::pair{3.55, std::pow(10.0, -3.3) + std::pow(10.0, -4.5)}, {3.66, std::pow(10.0, -4.5)}, {3.75, 0.0}}) {
    auto draft = test::two_site_draft();
    draft.cells[0].frequency = gigahertz(3.45);
    for (std::size_t i = 1; i < draft.cells.size(); ++i) draft.cells[i].frequency = gigahertz(ghz);
    const Park park = draft.park();
    const Obstacles obstacles = make_obstacles(park, frame_covering({{0, 0}, {600, 400}}, 2.0));
    const Scene scene = scene_of(park, obstacles, {});
    ASSERT_EQ(scene.coupling.size(), 2U);
    EXPECT_EQ(scene.coupling[0][0], 1.0F);
    EXPECT_NEAR(scene.coupling[0][1], expected, 1e-4 * expected) << ghz;
    EXPECT_NEAR(scene.coupling[1][0], expected, 1e-4 * expected) << ghz;
  }
}

TEST(Scene, TakesFromTheSceneBeforeWhatStays) {
  const Setting setting;
  const Scene before = scene_of(setting.park, setting.obstacles, {});
  const Scene after = scene_of(setting.park, setting.obstacles, {}, &before);
  EXPECT_EQ(after.tables, before.tables);  // the very same
  EXPECT_EQ(after.wall_loss_db, before.wall_loss_db);
  EXPECT_EQ(after.coupling, before.coupling);
  EXPECT_EQ(after.noise_mw, before.noise_mw);
  EXPECT_EQ(after.outdoor_deviation_db, before.outdoor_deviation_db);
}

}  // namespace
}  // namespace parktwin::radio
