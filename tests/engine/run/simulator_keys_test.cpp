#include "engine/run/simulator_keys.h"

#include <gtest/gtest.h>

namespace parktwin {
namespace {

Park with_site(Point position, bool operational) {
  RadioSite site;
  site.id = "S";
  site.position = position;
  site.operational = operational;
  RadioCell cell;
  cell.id = "C";
  cell.site = Id<RadioSite>(0);
  Park park;
  park.radio_sites = Part(Table(std::vector<RadioSite>{site}));
  park.radio_cells = Part(Table(std::vector<RadioCell>{cell}));
  return park;
}

TEST(SimulatorKeys, AMovedSiteIsNewToTheRadioMapAndNotToTheWire) {
  const SimulationOptions options;
  const Park here = with_site({0, 0}, true);
  const Park there = with_site({50, 0}, true);
  EXPECT_EQ(keys::wired(here, options, 1), keys::wired(there, options, 1));
  EXPECT_EQ(keys::energy(here, options), keys::energy(there, options));
  EXPECT_NE(keys::radio(here, options, 1), keys::radio(there, options, 1));
  EXPECT_NE(keys::wired(here, options, 1), keys::wired(with_site({0, 0}, false), options, 1));
}

TEST(SimulatorKeys, OptionsAndSeedCountWhereTheyAreRead) {
  const Park park = with_site({0, 0}, true);
  SimulationOptions options;
  options.energy.feed_in_cny_per_kwh += 0.1;
  EXPECT_NE(keys::energy(park, options), keys::energy(park, {}));
  EXPECT_EQ(keys::radio(park, options, 1), keys::radio(park, {}, 1));
  EXPECT_NE(keys::cloud(park, {}, 1), keys::cloud(park, {}, 2));
}

}  // namespace
}  // namespace parktwin
