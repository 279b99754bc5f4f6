// What a reader refuses is tested in tests/importers/park_folder/bad_radio_test.cpp.
#include "engine/simulators/radio/inventory_notes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::Draft;
using test::two_site_draft;
using ::testing::HasSubstr;

/// Notes about a place, each as "kind: text".
std::vector<std::string> notes_on(const Draft& draft, const std::string& place, const Options& options = {}) {
  std::vector<std::string> notes;
  for (const auto& note : test::simulated(draft.park(), options).notes) {
    if (note.place == place) notes.push_back(std::string(name_of(note.kind)) + ": " + note.text);
  }
  return notes;
}

TEST(InventoryNotes, NothingToSayOfAUsualPark) {
  const Park park = two_site_draft().park();
  const auto frame = frame_covering({{0, 0}, {600, 400}}, 2.0);
  const auto surface = make_surface(*park.terrain, park.buildings->records(), frame);
  PatternCache patterns;
  const std::vector<std::uint8_t> connected = {1, 1};
  EXPECT_TRUE(inventory_notes(park, {}, list_transmitters(park, surface, connected, Metres(1.5), patterns), frame).empty());
}

TEST(InventoryNotes, MastsOutsideTheBoundary) {
  Draft draft = two_site_draft();
  draft.sites[0].position = {-250.0, 200.0};
  auto notes = notes_on(draft, "radio site S-1");
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_THAT(notes[0], HasSubstr("information: It stands outside the boundary"));
  draft.sites[0].position = {-2000.0, 200.0};
  notes = notes_on(draft, "radio site S-1");
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0], "warning: It stands 2000 m from the map, further than cells are considered (1500 m); its cells count nowhere.");
  const auto result = test::simulated(draft.park());
  for (const std::size_t cell : {0U, 1U, 2U}) EXPECT_EQ(result.cells[cell].served_area_m2, 0.0);
}

TEST(InventoryNotes, MastInsideABuilding) {
  Draft draft = two_site_draft();
  draft.sites[0].position = {230.0, 120.0};  // 25 m high in the 30 m high B-1
  const auto notes = notes_on(draft, "radio site S-1");
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_THAT(notes[0], HasSubstr("warning: The antenna is below the roof of building B-1 it stands in"));
}

TEST(InventoryNotes, SitesInTheSamePlaceAndCellsThatDrownEachOther) {
  Draft draft = two_site_draft();
  draft.sites[1].position = {draft.sites[0].position.x + 0.05, draft.sites[0].position.y};
  EXPECT_EQ(notes_on(draft, "radio sites S-1 and S-2").size(), 1U);
  EXPECT_EQ(notes_on(draft, "radio cells C-1 and C-4").size(), 0U);
  draft.cells[3].azimuth = Degrees(359.5);
  ASSERT_EQ(notes_on(draft, "radio cells C-1 and C-4").size(), 1U);
  EXPECT_THAT(notes_on(draft, "radio cells C-1 and C-4")[0], HasSubstr("warning: They send on the same channel"));
  draft.cells[3].frequency = gigahertz(2.6);
  EXPECT_EQ(notes_on(draft, "radio cells C-1 and C-4").size(), 0U);
}

TEST(InventoryNotes, CopiedCellOfOneSite) {
  Draft draft = two_site_draft();
  draft.cells.push_back(draft.cells[1]);
  draft.cells.back().id = "C-9";
  EXPECT_EQ(notes_on(draft, "radio cells C-2 and C-9").size(), 1U);
  EXPECT_EQ(notes_on(draft, "radio cells C-9 and C-2").size(), 0U);
  draft.cells.back().azimuth = Degrees(30.0);
  EXPECT_EQ(notes_on(draft, "radio cells C-2 and C-9").size(), 0U);
  draft.antennas[0].omnidirectional = true;
  EXPECT_EQ(notes_on(draft, "radio cells C-2 and C-9").size(), 1U);
  draft.cells.back().operational = false;
  EXPECT_EQ(notes_on(draft, "radio cells C-2 and C-9").size(), 0U);
}

TEST(InventoryNotes, CarriersThatNrDoesNotHave) {
  Draft draft = two_site_draft();
  draft.cells[0].frequency = gigahertz(10.0);
  EXPECT_EQ(
      notes_on(draft, "radio cell C-1"),
      (std::vector<std::string>{"warning: It sends at 10.000 GHz, where NR has no frequency range (TS 38.104: 0.41 to 7.125 and 24.25 "
                                "to 71 GHz)."}));
  draft.cells[0].frequency = gigahertz(3.5);
  draft.cells[0].subcarrier_spacing = Hertz(120e3);  // of FR2
  EXPECT_TRUE(notes_on(draft, "radio cell C-1").empty());
  ASSERT_EQ(notes_on(draft, "carrier at 3500.000000 MHz").size(), 1U);
  EXPECT_THAT(notes_on(draft, "carrier at 3500.000000 MHz")[0], HasSubstr("TS 38.104 has no such bandwidth and subcarrier spacing"));
}

}  // namespace
}  // namespace parktwin::radio
