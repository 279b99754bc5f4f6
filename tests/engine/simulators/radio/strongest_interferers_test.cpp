#include "engine/simulators/radio/strongest_interferers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "engine/core/random.h"
#include "tests/engine/simulators/radio/small_scene.h"

namespace parktwin::radio {
namespace {

// Every cell's map alone, and from them the greatest of level times load among those on the server's carrier.
TEST(StrongestInterferers, AgainstMapsOfEachCellAlone) {
  test::Draft draft = test::two_site_draft();
  draft.cells[0].load = 0.05;
  draft.cells[3].load = 0.0;
  draft.cells[2].frequency = gigahertz(0.7);
  draft.cells[2].bandwidth = megahertz(30.0);
  draft.cells[2].subcarrier_spacing = Hertz(15e3);
  const test::SmallScene small(draft, {});
  const auto all = test::simulated(small.park);
  std::vector<Grid<float>> alone;
  for (std::size_t i = 0; i < draft.cells.size(); ++i) {
    test::Draft one = draft;
    for (std::size_t other = 0; other < draft.cells.size(); ++other) one.cells[other].operational = other == i;
    alone.push_back(test::simulated(one.park()).rsrp_dbm);
  }
  const RandomSequence random(91, 0, 0);
  std::vector<MapCell> places;
  std::vector<std::uint16_t> servers;
  for (std::uint32_t draw = 0; draw < 400; ++draw) {
    places.push_back({static_cast<std::int32_t>(random.below(2 * draw, 300)), static_cast<std::int32_t>(random.below(2 * draw + 1, 200))});
    servers.push_back(all.best_server.at(places.back().column, places.back().row));
  }
  const auto found = strongest_interferers(small.scene, places, servers);
  std::set<std::uint16_t> met;
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::uint16_t strongest = no_server;
    double most_dbm = -1e9;
    for (std::size_t other = 0; other < draft.cells.size(); ++other) {
      if (other == servers[i] || draft.cells[other].load == 0.0 || (other == 2) != (servers[i] == 2)) continue;
      const double dbm = static_cast<double>(alone[other].at(places[i].column, places[i].row)) + 10.0 * std::log10(draft.cells[other].load);
      if (dbm <= most_dbm) continue;
      most_dbm = dbm;
      strongest = static_cast<std::uint16_t>(other);
    }
    EXPECT_EQ(found[i], strongest) << i;
    met.insert(found[i]);
  }
  EXPECT_GE(met.size(), 3U);
}

TEST(StrongestInterferers, NobodyDisturbsALoneCell) {
  test::Draft draft;
  draft.sites = {test::site("S-1", {100.0, 200.0}, 25.0)};
  draft.cells = {test::cell("C-1", 0, 90.0)};
  const test::SmallScene small(draft, {});
  const std::vector<MapCell> places = {{10, 10}};
  const std::vector<std::uint16_t> servers = {0};
  EXPECT_EQ(strongest_interferers(small.scene, places, servers), std::vector<std::uint16_t>{no_server});
  EXPECT_TRUE(strongest_interferers(small.scene, {}, {}).empty());
}

}  // namespace
}  // namespace parktwin::radio
