#include "engine/simulators/services/pooling/pools.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/services/pooling/small_park.h"

namespace parktwin::services::pooling {
namespace {

Pool pool_of(const Park& park, std::vector<Note>& notes) { return make_pool(park, park.shared_resources->records()[0], {}, notes); }

TEST(Pools, DemandIsEqualOrByEmployees) {
  SharedResource resource;
  resource.requests_per_year = 200.0;
  resource.operating_hours_per_year = 2000.0;
  std::vector<Note> notes;
  const Park equal = small_park(resource);
  EXPECT_EQ(pool_of(equal, notes).requests_per_h, (std::vector<double>{0.1, 0.1, 0.1, 0.1}));
  resource.by_employees = true;
  const Park by_size = small_park(resource);
  const Pool pool = pool_of(by_size, notes);
  EXPECT_NEAR(pool.requests_per_h[0], 0.04, 1e-12);
  EXPECT_NEAR(pool.requests_per_h[3], 0.16, 1e-12);
  EXPECT_NEAR(pool.end_h, 2500.0, 1e-9);
  EXPECT_TRUE(pool.drive_h.empty());
  EXPECT_TRUE(notes.empty());
}

TEST(Pools, TrucksDriveOnTheRoads) {
  SharedResource resource;
  resource.kind = ResourceKind::trucks;
  resource.speed_kmh = 20.0;
  std::vector<Note> notes;
  Park park = small_park(resource);
  const Pool pool = pool_of(park, notes);
  EXPECT_NEAR(pool.drive_km[0][4], 0.01 + 2.0 + 0.01, 1e-6);  // the depot is the last place
  EXPECT_NEAR(pool.drive_h[0][4], 2.02 / 20.0, 1e-6);
  EXPECT_TRUE(notes.empty());
  park.roads = {};
  EXPECT_NEAR(pool_of(park, notes).drive_km[0][4], 1.3 * 2.0, 1e-6);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].kind, NoteKind::assumption);
}

TEST(Pools, WhatStandsInABuildingIsGoneToAndWhatComesOverTheNetworkIsNot) {
  SharedResource resource;
  resource.kind = ResourceKind::laboratory;
  resource.speed_kmh = 20.0;
  std::vector<Note> notes;
  const Pool bench = pool_of(small_park(resource), notes);
  ASSERT_EQ(bench.way_km.size(), 4U);
  EXPECT_NEAR(bench.way_km[0], 2.02, 1e-6);
  EXPECT_NEAR(bench.way_km[3], 0.52, 1e-6);
  EXPECT_NEAR(bench.way_h[3], 0.52 / 20.0, 1e-6);
  resource.kind = ResourceKind::security_advice;
  EXPECT_TRUE(pool_of(small_park(resource), notes).way_km.empty());
  EXPECT_TRUE(notes.empty());
}

TEST(Pools, AnEnterpriseHiresWhenItsOwnCostsMoreOrWouldBeOverloaded) {
  SharedResource resource;
  resource.by_employees = true;  // 0.04, 0.08, 0.12 and 0.16 requests an hour
  resource.requests_per_year = 200.0;
  resource.operating_hours_per_year = 2000.0;
  resource.service_h = 1.0;
  resource.own_server_cost_per_year = Yuan(20'000.0);
  std::vector<Note> notes;
  EXPECT_TRUE(pool_of(small_park(resource), notes).hires.empty());
  resource.outside_price_per_request = Yuan(80.0);
  resource.outside_wait_h = 2.0;
  resource.wait_cost_per_h = Yuan(10.0);  // 100 CNY each: 8,000, 16,000, 24,000 and 32,000 a year
  EXPECT_EQ(pool_of(small_park(resource), notes).hires, (std::vector<bool>{true, true, false, false}));
  resource.service_h = 7.0;  // the largest would work 1.12 of its time
  EXPECT_EQ(pool_of(small_park(resource), notes).hires, (std::vector<bool>{true, true, false, true}));
}

}  // namespace
}  // namespace parktwin::services::pooling
