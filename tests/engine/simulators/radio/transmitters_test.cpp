#include "engine/simulators/radio/transmitters.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/radio/measured_antenna.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::Draft;
using test::two_site_draft;

Transmitters listed(const Park& park, std::vector<std::uint8_t> connected) {
  const auto surface = make_surface(*park.terrain, park.buildings->records(), frame_covering({{0, 0}, {600, 400}}, 2.0));
  PatternCache patterns;
  return list_transmitters(park, surface, connected, Metres(1.5), patterns);
}

TEST(Transmitters, OnlyCellsOnTheAir) {
  Draft draft = two_site_draft();
  draft.cells[0].operational = false;
  draft.cells[1].access = RadioAccess::lte;
  const auto one = listed(draft.park(), {1, 1});
  ASSERT_EQ(one.masts.size(), 2U);
  ASSERT_EQ(one.masts[0].transmitters.size(), 1U);
  EXPECT_EQ(one.masts[0].transmitters[0].cell, 2);
  EXPECT_EQ(listed(draft.park(), {0, 1}).masts.size(), 1U);
  draft.sites[1].operational = false;
  EXPECT_TRUE(listed(draft.park(), {0, 1}).masts.empty());
}

TEST(Transmitters, PowerOfAResourceElementAtThePeak) {
  Draft draft = two_site_draft();
  draft.cells[0].feeder_loss = Decibel(2.0);
  const auto list = listed(draft.park(), {1, 1});
  // 53 dBm − 10 lg 3276 − 2 dB + 8 dBi + 10 lg 8 = 53 − 35.154 − 2 + 17.031 = 32.877 dBm.
  EXPECT_NEAR(list.masts[0].transmitters[0].peak_dbm, 32.877, 1e-3);
}

TEST(Transmitters, SharedCarriersAndPatterns) {
  Draft draft = two_site_draft();
  draft.cells[3].frequency = gigahertz(2.6);
  const auto list = listed(draft.park(), {1, 1});
  EXPECT_EQ(list.carriers.size(), 2U);
  EXPECT_EQ(list.frequencies.size(), 2U);
  EXPECT_EQ(list.patterns.size(), 2U);  // electrical tilts of 6° and 2°
  EXPECT_EQ(list.masts[0].transmitters[0].pattern, list.masts[1].transmitters[0].pattern);
}

TEST(Transmitters, HeightsOverGroundAndRoof) {
  Draft draft = two_site_draft();
  draft.sites[0].position = {230.0, 120.0};  // on the 30 m high B-1
  draft.sites[0].height = Metres(3.0);
  draft.sites[0].building = Id<Building>(0);
  const auto list = listed(draft.park(), {1, 1});
  EXPECT_DOUBLE_EQ(list.masts[0].point.elevation_m, 33.0);
  EXPECT_DOUBLE_EQ(list.masts[0].antenna_height.value(), 33.0);
  EXPECT_EQ(list.masts[0].environment, Environment::urban_macro);
  EXPECT_EQ(list.masts[0].point.ignored, no_building);
  EXPECT_EQ(list.masts[1].environment, Environment::urban_micro);
}

TEST(Transmitters, MastBelowItsRoofIsNotBlockedByItsBuilding) {
  Draft draft = two_site_draft();
  draft.sites[0].position = {230.0, 120.0};
  const auto list = listed(draft.park(), {1, 1});
  EXPECT_EQ(list.masts[0].point.ignored, 0);
  ASSERT_EQ(list.notes.size(), 1U);
  EXPECT_EQ(list.notes[0].place, "radio site S-1");
}

TEST(Transmitters, UnknownChannelIsNoted) {
  Draft draft = two_site_draft();
  draft.cells[0].bandwidth = megahertz(37.0);
  const auto list = listed(draft.park(), {1, 1});
  ASSERT_EQ(list.notes.size(), 1U);
  EXPECT_EQ(list.notes[0].kind, NoteKind::assumption);
}

// 53 dBm + 8 dBi + 10 lg 8 = 70.031 dBm.
TEST(Transmitters, EirpLimitIsKeptAndNoted) {
  Draft draft = two_site_draft();
  const double free_dbm = listed(draft.park(), {1, 1}).masts[0].transmitters[1].peak_dbm;
  draft.cells[1].eirp_limit = Dbm(65.0);
  draft.cells[2].eirp_limit = Dbm(71.0);
  const auto list = listed(draft.park(), {1, 1});
  EXPECT_NEAR(list.masts[0].transmitters[1].peak_dbm, free_dbm - 5.031, 1e-3);
  EXPECT_NEAR(list.masts[0].transmitters[2].peak_dbm, free_dbm, 1e-12);
  ASSERT_EQ(list.notes.size(), 1U);
  EXPECT_EQ(list.notes[0].place, "radio cell C-2");
  EXPECT_EQ(list.notes[0].text, "Its EIRP of 70.0 dBm is above its limit of 65.0 dBm; its transmit power was reduced by 5.0 dB.");
}

TEST(Transmitters, MeasuredPatternCountsAndItsUseElsewhereIsNoted) {
  Draft draft = two_site_draft();
  draft.antennas = {test::measured_panel()};
  draft.antennas[0].measured_frequency = gigahertz(3.4);
  for (auto& cell : draft.cells) cell.electrical_downtilt = Degrees(4.0);
  auto list = listed(draft.park(), {1, 1});
  EXPECT_TRUE(list.notes.empty());
  ASSERT_EQ(list.patterns.size(), 1U);
  EXPECT_NE(list.patterns[0]->measured(), nullptr);
  EXPECT_NEAR(list.masts[0].transmitters[0].peak_dbm, 53.0 - 35.154 + 18.0, 1e-3);
  draft.cells[0].electrical_downtilt = Degrees(6.0);
  draft.cells[3].frequency = gigahertz(2.6);
  list = listed(draft.park(), {1, 1});
  ASSERT_EQ(list.notes.size(), 2U);
  EXPECT_EQ(list.notes[0].text,
            "Its electrical tilt is 6.0° off the measured pattern of antenna M-1, whose vertical cut was shifted by as much; a pattern "
            "measured nearer to this tilt would be truer.");
  EXPECT_EQ(list.notes[1].place, "radio cell C-4");
  EXPECT_EQ(list.notes[1].text, "It sends at 2600 MHz with the pattern of antenna M-1 measured at 3400 MHz.");
}

TEST(Transmitters, SitesInsideHangAboveTheirFloor) {
  Draft draft = test::hall_draft();
  draft.terrain.elevation_m = Grid<float>({{0.0, 0.0}, 100.0, 6, 4}, 30.0F);
  const Park park = draft.park();
  const Grid<SurfaceCell> surface = make_surface(*park.terrain, park.buildings->records(), frame_covering({{0, 0}, {600, 400}}, 2.0));
  const std::vector<std::uint8_t> connected(1, 1);
  PatternCache patterns;
  const auto listed = list_transmitters(park, surface, connected, Metres(1.5), patterns);
  ASSERT_EQ(listed.masts.size(), 1U);
  ASSERT_TRUE(listed.masts[0].hall);
  EXPECT_EQ(listed.masts[0].hall->building, 0);
  EXPECT_NEAR(listed.masts[0].point.elevation_m, 38.0, 1e-9);
  EXPECT_EQ(listed.masts[0].antenna_height, Metres(8.0));
  EXPECT_TRUE(listed.notes.empty());
}

}  // namespace
}  // namespace parktwin::radio
