#include "engine/simulators/radio/reference_grading.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/simulators/radio/live_map.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

Options graded(std::int32_t points) {
  Options options;
  options.mode = PropagationMode::reference;
  options.reference_points = points;
  return options;
}

TEST(ReferenceGrading, OnOpenGroundTheMapIsTheDirectPathWithoutTheGround) {
  test::Draft draft;
  draft.sites = {test::site("S-1", {300.0, 200.0}, 30.0)};
  draft.cells = {test::cell("C-1", 0, 90.0)};
  const auto result = test::simulated(draft.park(), graded(150));
  ASSERT_EQ(result.graded.size(), 150U);
  for (const auto& place : result.graded) {
    EXPECT_TRUE(place.line_of_sight);
    EXPECT_EQ(place.strongest, "direct");
    // The reference adds the ground's reflection, which the map leaves out: up to 3 dB as powers, and the beams differ downwards.
    EXPECT_GT(place.reference_dbm, place.map_dbm - 0.1);
    EXPECT_LT(place.reference_dbm, place.map_dbm + 6.0);
  }
}

TEST(ReferenceGrading, DrawsDistinctOutdoorPlacesAndTheSameForAnyThreads) {
  const Park park = test::two_site_draft().park();
  auto options = graded(120);
  options.scattered_power = false;
  const auto result = test::simulated(park, options);
  ASSERT_EQ(result.graded.size(), 120U);
  for (std::size_t i = 0; i < result.graded.size(); ++i) {
    const auto& place = result.graded[i];
    const auto column = result.place.frame.column_of(place.position.x);
    const auto row = result.place.frame.row_of(place.position.y);
    EXPECT_EQ(result.place.at(column, row), static_cast<std::uint8_t>(Place::outdoor));
    EXPECT_EQ(result.best_server.at(column, row), place.cell.index());
    EXPECT_FLOAT_EQ(result.rsrp_dbm.at(column, row), static_cast<float>(place.map_dbm));
    EXPECT_TRUE(std::isfinite(place.reference_dbm));
    if (i > 0) {
      EXPECT_NE(place.position, result.graded[i - 1].position);
    }
  }
  const ThreadLimit limit(1);
  EXPECT_EQ(content_hash(test::simulated(park, options)), content_hash(result));
  EXPECT_NE(content_hash(test::simulated(park, options, 2).graded), content_hash(result.graded));  // another seed, other places
}

TEST(ReferenceGrading, LeavesScatteredPowerOut) {
  test::Draft draft;
  draft.buildings = {test::building("B-1", test::box(80.0, 60.0, 110.0, 140.0), 25.0)};
  draft.sites = {test::site("S-1", {40.0, 100.0}, 20.0)};
  draft.cells = {test::cell("C-1", 0, 90.0)};
  const Park park = draft.park();
  auto options = graded(200);
  const auto with = test::simulated(park, options);
  options.scattered_power = false;
  const auto without = test::simulated(park, options);
  EXPECT_EQ(content_hash(with.graded), content_hash(without.graded));
  std::size_t raised = 0;
  for (const auto& place : with.graded) {
    const auto column = with.place.frame.column_of(place.position.x);
    const auto row = with.place.frame.row_of(place.position.y);
    const double map_dbm = static_cast<double>(with.rsrp_dbm.at(column, row));
    EXPECT_GE(map_dbm, place.map_dbm - 1e-4);
    if (map_dbm > place.map_dbm + 3.0) ++raised;
  }
  EXPECT_GT(raised, 5U);
}

TEST(ReferenceGrading, SmallParksAreGradedWhole) {
  test::Draft draft;
  draft.boundary = test::box(0.0, 0.0, 40.0, 30.0);
  draft.sites = {test::site("S-1", {100.0, 15.0}, 30.0)};
  draft.cells = {test::cell("C-1", 0, 270.0)};
  EXPECT_EQ(test::simulated(draft.park(), graded(5000)).graded.size(), 300U);
  draft.cells.clear();
  EXPECT_TRUE(test::simulated(draft.park(), graded(5000)).graded.empty());
}

TEST(ReferenceGrading, NotesTellSightApart) {
  EXPECT_TRUE(grading_notes({}).empty());
  std::vector<GradedPlace> places(4);
  for (std::size_t i = 0; i < 4; ++i) {
    places[i].line_of_sight = i < 2;
    places[i].reference_dbm = -80.0;
    places[i].map_dbm = i < 2 ? -81.0 : (i == 2 ? -77.0 : -83.0);
  }
  const auto notes = grading_notes(places);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_NE(notes[0].text.find("In sight: 2 places, mean -1.0 dB, RMSE 1.0 dB"), std::string::npos) << notes[0].text;
  EXPECT_NE(notes[0].text.find("Out of sight: 2 places, mean 0.0 dB, RMSE 3.0 dB"), std::string::npos) << notes[0].text;
}

TEST(ReferenceGrading, LeavesOutServersInsideBuildings) {
  test::Draft draft = test::hall_draft();
  draft.sites.push_back(test::site("S-OUT", {500.0, 300.0}, 25.0));
  draft.cells.push_back(test::cell("C-OUT", 1, 240.0));
  draft.cells[0].transmit_power = Dbm(50.0);
  const auto result = test::simulated(draft.park(), graded(100));
  const auto column = result.place.frame.column_of(250.0);
  EXPECT_EQ(result.best_server.at(column, result.place.frame.row_of(145.0)), 0);  // outdoors, served from inside
  ASSERT_EQ(result.graded.size(), 100U);
  for (const auto& place : result.graded) EXPECT_EQ(place.cell, Id<RadioCell>(1));
}

}  // namespace
}  // namespace parktwin::radio
