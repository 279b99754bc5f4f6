#include "engine/plan/radio/air.h"

#include <gtest/gtest.h>

#include "engine/core/hash.h"
#include "engine/plan/radio/choices.h"
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

PlannedSite pole(double x, double azimuth_deg) {
  PlannedSite site;
  site.place = {{x, 275.0}, {}, Metres(20.0)};
  site.sector = sectors_of({azimuth_deg, 4.0});
  return site;
}

TEST(Air, FollowsTrialsToTheBitsOfAFreshMap) {
  const Park park = block_park(600.0);
  Air followed(park, {}, {}, {}, 1, true);
  const std::vector<PlannedSite> first = {pole(100.0, 0.0)};
  const std::vector<PlannedSite> second = {pole(100.0, 60.0), pole(500.0, 0.0)};
  static_cast<void>(followed.with(first));
  const radio::Result after = followed.with(second);
  Air fresh(park, {}, {}, {}, 1, true);
  const radio::Result& expected = fresh.with(second);
  EXPECT_EQ(after.place.frame.cell_size, 10.0);  // the search's resolution, not the run's
  EXPECT_EQ(content_hash(after.rsrp_dbm), content_hash(expected.rsrp_dbm));
  EXPECT_EQ(content_hash(after.sinr_db), content_hash(expected.sinr_db));
}

TEST(Air, KeepsTheSitesThatStandUnlessAlone) {
  Park park = block_park(600.0);
  Antenna antenna;
  antenna.id = "A-1";
  RadioSite site;
  site.id = "S-1";
  site.position = {500.0, 275.0};
  RadioCell cell;
  cell.id = "C-1";
  cell.site = Id<RadioSite>(0);
  cell.antenna = Id<Antenna>(0);
  park.antennas = Part<Table<Antenna>>(Table<Antenna>({antenna}));
  park.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>({site}));
  park.radio_cells = Part<Table<RadioCell>>(Table<RadioCell>({cell}));
  const std::vector<PlannedSite> one = {pole(100.0, 0.0)};
  Air together(park, {}, {}, {1}, 1, false);
  Air alone(park, {}, {}, {1}, 1, true);
  Air off(park, {}, {}, {0}, 1, false);
  const auto& with_standing = together.with(one);
  EXPECT_NE(content_hash(with_standing.rsrp_dbm), content_hash(alone.with(one).rsrp_dbm));
  EXPECT_EQ(content_hash(off.with(one).rsrp_dbm), content_hash(alone.with(one).rsrp_dbm));
  EXPECT_EQ(alone.with({}).rsrp_dbm.values.size(), with_standing.rsrp_dbm.values.size());
}

}  // namespace
}  // namespace parktwin::plan
