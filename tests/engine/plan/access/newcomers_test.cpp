// Who lacks an access, by fixed line alone or with 5G.
#include "engine/plan/access/newcomers.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/access/access_park.h"

namespace parktwin::plan {
namespace {

Results results_of(const std::vector<wired::topology::AccessState>& states) {
  Results results;
  for (std::size_t i = 0; i < states.size(); ++i) {
    wired::topology::EnterpriseAccess access;
    access.enterprise = Id<Enterprise>(i);
    access.state = states[i];
    results.wired.topology.enterprises.push_back(access);
    results.wired.failures.protections.emplace_back();
    results.wired.failures.protections.back().state = wired::failures::AvailabilityState::met;
  }
  return results;
}

TEST(Newcomers, AreThoseWithoutAWorkingLine) {
  using wired::topology::AccessState;
  const Park park = access_park(4);
  Results results =
      results_of({AccessState::served, AccessState::no_access_node, AccessState::availability_too_low, AccessState::rate_too_low});
  const auto clause = coverage_clause("X", "access.enterprises_fixed", 100.0);
  const Newcomers found = newcomers_of(park, results, clause);
  ASSERT_EQ(found.found.size(), 2U);
  EXPECT_EQ(found.found[0].enterprise.index(), 1U);
  EXPECT_EQ(found.found[1].enterprise.index(), 3U);
  EXPECT_TRUE(found.found[0].building.valid());
  results.wired.failures.protections[2].state = wired::failures::AvailabilityState::missed;
  EXPECT_EQ(newcomers_of(park, results, clause).found.size(), 3U);
}

TEST(Newcomers, OnlyClausesOfAccessWithAThresholdAsk) {
  auto clause = coverage_clause("X", "access.enterprises", 100.0);
  EXPECT_TRUE(asks_for_access(clause));
  clause.threshold.reset();
  EXPECT_FALSE(asks_for_access(clause));
  EXPECT_FALSE(asks_for_access(coverage_clause("X", "radio.park", 60.0)));
}

TEST(Newcomers, StandOnTheirParcelWhereTheyHaveNoBuilding) {
  Park park = access_park(1);
  park.buildings = {};
  Parcel parcel;
  parcel.id = "P-1";
  parcel.enterprise = Id<Enterprise>(0);
  parcel.shape.polygons = {rectangle(100, 100, 50, 50)};
  park.parcels = Part<Table<Parcel>>(Table<Parcel>({parcel}));
  const auto found =
      newcomers_of(park, results_of({wired::topology::AccessState::no_access_node}), coverage_clause("X", "access.enterprises", 100.0));
  ASSERT_EQ(found.found.size(), 1U);
  EXPECT_FALSE(found.found[0].building.valid());
  EXPECT_EQ(found.found[0].position, (Point{125.0, 125.0}));
}

}  // namespace
}  // namespace parktwin::plan
