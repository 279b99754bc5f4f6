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
