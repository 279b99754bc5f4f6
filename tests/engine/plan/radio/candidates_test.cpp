#include "engine/plan/radio/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

TEST(Candidates, StandOnRoofsAndBesideRoadsApartFromEachOther) {
  const Park park = block_park(600.0);
  PlanOptions options;
  options.least_spacing = Metres(70.0);
  const std::vector<Point> standing = {{300.0, 300.0}};
  const auto places = find_candidates(park, standing, options);
  ASSERT_GT(places.size(), 10U);
  bool any_roof = false;
  bool any_pole = false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Candidate& place = places[i];
    EXPECT_GE(distance(place.position, standing[0]), 70.0);
    for (std::size_t k = 0; k < i; ++k) EXPECT_GE(distance(place.position, places[k].position), 70.0);
    const auto over = [&](const Building& building) { return contains(building.footprint, place.position); };
    if (place.building.valid()) {
      any_roof = true;
      EXPECT_TRUE(over((*park.buildings)[place.building]));
      EXPECT_EQ(place.height, options.roof_mast_height);
    } else {
      any_pole = true;
      EXPECT_TRUE(std::none_of(park.buildings->begin(), park.buildings->end(), over));
      EXPECT_NEAR(place.position.y, 280.0 - 5.0, 0.01);  // at the edge of a road of 10 m
    }
  }
  EXPECT_TRUE(any_roof);
  EXPECT_TRUE(any_pole);
}

TEST(Candidates, AreTheFurthestFirst) {
  const Park park = block_park(600.0);
  PlanOptions options;
  options.candidate_sites = 2;
  const auto two = find_candidates(park, {{0.0, 0.0}}, options);
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].position, (Point{550.0, 535.0}));
  options.candidate_sites = 5;
  const auto five = find_candidates(park, {{0.0, 0.0}}, options);
  EXPECT_EQ(five[1].position, two[1].position);
}

TEST(Candidates, OfABentBuildingLieOnItsRoof) {
  Park park = block_park(600.0);
  Building bent;
  bent.id = "U";  // its centroid lies in the yard
  bent.footprint.outer = {{0, 0}, {100, 0}, {100, 100}, {80, 100}, {80, 10}, {20, 10}, {20, 100}, {0, 100}};
  park.buildings = Part<Table<Building>>(Table<Building>({bent}));
  park.roads = {};
  const auto places = find_candidates(park, {}, {});
  ASSERT_EQ(places.size(), 1U);
  EXPECT_FALSE(contains(bent.footprint, centroid(bent.footprint)));
  EXPECT_TRUE(contains(bent.footprint, places[0].position));
}

}  // namespace
}  // namespace parktwin::plan
