#include "engine/simulators/radio/validity.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::Draft;
using test::two_site_draft;

std::size_t notes_about(const Result& result, const std::string& place) {
  return static_cast<std::size_t>(
      std::count_if(result.notes.begin(), result.notes.end(), [&](const Note& note) { return note.place == place; }));
}

TEST(Validity, UsualParkHasAssumptionsOnly) {
  const auto result = test::simulated(two_site_draft().park());
  for (const auto& note : result.notes) EXPECT_NE(note.kind, NoteKind::warning) << note.text;
  EXPECT_EQ(notes_about(result, "building walls"), 1U);
}

TEST(Validity, UnusualHeightsFrequenciesAndOptions) {
  Draft draft = two_site_draft();
  draft.sites[0].height = Metres(80.0);
  draft.cells[4].frequency = gigahertz(0.45);
  Options options;
  options.mode = PropagationMode::site_general;
  options.receiver_height = Metres(1.0);
  options.maximum_distance = Metres(6000.0);
  const auto result = test::simulated(draft.park(), options);
  EXPECT_EQ(notes_about(result, "radio site S-1"), 1U);
  EXPECT_EQ(notes_about(result, "radio site S-2"), 0U);
  EXPECT_EQ(notes_about(result, "radio cells"), 1U);
  EXPECT_EQ(notes_about(result, "option receiver_height_m"), 1U);
  EXPECT_EQ(notes_about(result, "option maximum_distance_m"), 1U);
}

TEST(Validity, EveryModeSaysWhatItTook) {
  Draft draft = two_site_draft();
  draft.cells[4].frequency = gigahertz(0.7);
  EXPECT_EQ(notes_about(test::simulated(draft.park()), "building façades"), 1U);
  EXPECT_EQ(notes_about(test::simulated(draft.park()), "trees"), 0U);
  draft.trees.push_back({.id = "T-1", .height = Metres(9.0), .crown_diameter = Metres(6.0), .position = {150.0, 150.0}});
  EXPECT_EQ(notes_about(test::simulated(draft.park()), "trees"), 2U);
  Options options;
  options.mode = PropagationMode::site_general;
  EXPECT_EQ(notes_about(test::simulated(draft.park(), options), "trees"), 0U);
  EXPECT_EQ(notes_about(test::simulated(draft.park(), options), "building façades"), 0U);
  options.mode = PropagationMode::reference;
  options.shadow_fading = true;
  EXPECT_EQ(notes_about(test::simulated(draft.park(), options), "option mode"), 1U);
}

TEST(Validity, RuralLawOutsideItsRange) {
  Draft draft = two_site_draft();
  draft.sites[1].height = Metres(8.0);
  draft.cells[0].frequency = gigahertz(39.0);
  Options options;
  options.mode = PropagationMode::site_general;
  options.site_law = SiteLaw::rma;
  options.receiver_height = Metres(0.6);
  options.maximum_distance = Metres(6000.0);
  const auto result = test::simulated(draft.park(), options);
  EXPECT_EQ(notes_about(result, "radio site S-1"), 0U);
  EXPECT_EQ(notes_about(result, "radio site S-2"), 1U);
  EXPECT_EQ(notes_about(result, "option receiver_height_m"), 1U);
  EXPECT_EQ(notes_about(result, "option maximum_distance_m"), 1U);
  EXPECT_EQ(notes_about(result, "option site_law"), 2U);  // frequency, and what surroundings were taken
}

// Around S-1 the roofs are 17 m high on average, around S-2 16 m: one mast above them, one below.
TEST(Validity, MeasuredLawSaysWhereItWasMeasured) {
  Draft draft = two_site_draft();
  Options options;
  options.mode = PropagationMode::site_general;
  options.site_law = SiteLaw::p1411;
  auto result = test::simulated(draft.park(), options);
  EXPECT_EQ(notes_about(result, "radio sites S-1"), 1U);
  EXPECT_EQ(notes_about(result, "radio sites S-2"), 1U);
  draft.cells[0].frequency = gigahertz(0.7);  // above roofs from 2.2 GHz
  draft.cells[3].frequency = gigahertz(0.7);  // below high roofs from 0.8 GHz
  for (auto& building : draft.buildings) building.height = Metres(30.0);
  draft.sites[0].height = Metres(40.0);
  result = test::simulated(draft.park(), options);
  EXPECT_EQ(notes_about(result, "radio sites S-1"), 2U);
  EXPECT_EQ(notes_about(result, "radio sites S-2"), 2U);
  for (auto& building : draft.buildings) building.height = Metres(6.0);
  draft.cells = two_site_draft().cells;
  result = test::simulated(draft.park(), options);
  EXPECT_EQ(notes_about(result, "radio sites S-1, S-2"), 2U);  // no row for low-rise above the roofs
}

TEST(Validity, EntryLawAndCalibrationSayWhatTheyTook) {
  Options options;
  options.entry_law = EntryLaw::p2109;
  options.calibration.origin = "drive test drive.csv";
  EXPECT_EQ(notes_about(test::simulated(two_site_draft().park(), options), "building walls"), 1U);
  EXPECT_EQ(notes_about(test::simulated(two_site_draft().park(), options), "option calibration"), 0U);
  options.entry_law = EntryLaw::high;
  options.calibration.classes.emplace_back().offset_db = 1.0;
  options.mode = PropagationMode::reference;
  options.reference_points = 3;
  const auto result = test::simulated(two_site_draft().park(), options);
  EXPECT_EQ(notes_about(result, "building walls"), 1U);
  EXPECT_EQ(notes_about(result, "option calibration"), 2U);
}

TEST(Validity, SilentParkIsNoted) {
  Draft draft = two_site_draft();
  draft.cells.clear();
  const auto result = test::simulated(draft.park());
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_EQ(result.notes[0].kind, NoteKind::warning);
}

TEST(Validity, TabulatedWallsNeedNoAssumption) {
  Draft draft = two_site_draft();
  for (auto& building : draft.buildings) building.material = WallMaterial::standard_glass;
  EXPECT_EQ(notes_about(test::simulated(draft.park()), "building walls"), 0U);
}

TEST(Validity, SaysWhatIsTakenForSitesInsideBuildings) {
  Draft draft = test::hall_draft();
  const auto result = test::simulated(draft.park());
  EXPECT_EQ(notes_about(result, "radio sites inside buildings"), 1U);
  EXPECT_EQ(notes_about(result, "leakage of radio sites inside buildings"), 1U);
  EXPECT_EQ(notes_about(result, "radio site S-IN"), 0U);
  EXPECT_EQ(notes_about(test::simulated(two_site_draft().park()), "radio sites inside buildings"), 0U);
  draft.sites[0].height = Metres(13.0);
  EXPECT_EQ(notes_about(test::simulated(draft.park()), "radio site S-IN"), 1U);
}

}  // namespace
}  // namespace parktwin::radio
