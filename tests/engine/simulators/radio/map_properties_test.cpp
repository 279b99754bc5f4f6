// What must hold of any map, over random parks: bounds, monotony, independence of how a park is drawn, reciprocity.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/simulators/radio/antenna_pattern.h"
#include "engine/simulators/radio/carrier.h"
#include "engine/simulators/radio/obstacles.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;
using test::Draft;

constexpr auto all_modes = {PropagationMode::deterministic, PropagationMode::site_general, PropagationMode::reference};

Terrain hills(const RandomSequence& random) {
  Terrain terrain;
  terrain.elevation_m = Grid<float>({.origin = {0.0, 0.0}, .cell_size = 25.0, .columns = 15, .rows = 11});
  for (std::uint32_t i = 0; i < terrain.elevation_m.values.size(); ++i) {
    terrain.elevation_m.values[i] = static_cast<float>(random.uniform(1000 + i, 0.0, 15.0));
  }
  return terrain;
}

Tree tree(const std::string& id, Point at, double height_m) {
  Tree result;
  result.id = id;
  result.position = at;
  result.height = Metres(height_m);
  result.crown_diameter = Metres(7.0);
  return result;
}

// 360 m × 260 m: boxes that may overlap, one with a courtyard, a triangle, a tower beside the first mast, trees; a mast on the street, one
// on a roof, one inside a building below its roof, one in the courtyard; every other park has hills.
Draft random_draft(std::uint32_t number) {
  const RandomSequence random(211, 0, number);
  const auto draw = [&](std::uint32_t which, double low, double high) { return random.uniform(which, low, high); };
  Draft draft;
  draft.boundary = box(0.0, 0.0, 360.0, 260.0);
  if (number % 2 == 1) draft.terrain = hills(random);
  for (std::uint32_t i = 0; i < 9; ++i) {
    const auto footprint = box(draw(8 * i, 0, 330), draw(8 * i + 1, 0, 230), draw(8 * i + 2, 4, 60), draw(8 * i + 3, 4, 60));
    draft.buildings.push_back(building("B-" + std::to_string(i), footprint, draw(8 * i + 4, 3, 40), static_cast<WallMaterial>(i % 5)));
  }
  Polygon court = box(draw(100, 0, 200), draw(101, 0, 150), 90.0, 70.0);
  const Point corner = court.outer.front();
  court.holes = {
      {{corner.x + 25, corner.y + 20}, {corner.x + 25, corner.y + 50}, {corner.x + 60, corner.y + 50}, {corner.x + 60, corner.y + 20}}};
  draft.buildings.push_back(building("COURT", court, draw(102, 6, 30)));
  const Point apex{draw(103, 20, 300), draw(104, 20, 200)};
  draft.buildings.push_back(
      building("TRIANGLE", {.outer = {apex, {apex.x + 50, apex.y + 10}, {apex.x + 20, apex.y + 45}}, .holes = {}}, draw(105, 5, 35)));
  const Point street{draw(106, 10, 350), draw(107, 10, 250)};
  draft.buildings.push_back(building("TOWER", box(street.x + draw(108, 0.5, 6.0), street.y - 5.0, 12.0, 12.0), 70.0));
  for (std::uint32_t i = 0; i < 10; ++i)
    draft.trees.push_back(tree("T-" + std::to_string(i), {draw(120 + 3 * i, 0, 360), draw(121 + 3 * i, 0, 260)}, draw(122 + 3 * i, 4, 20)));
  draft.sites = {test::site("STREET", street, draw(160, 4, 40)),
                 test::site("ROOF", centroid(draft.buildings[2].footprint), draw(161, 0.5, 6)),
                 test::site("INSIDE", centroid(draft.buildings[4].footprint), 2.0),
                 test::site("COURT", {corner.x + 40, corner.y + 33}, draw(162, 3, 12))};
  draft.sites[1].building = Id<Building>(2);
  for (std::size_t i = 0; i < 8; ++i) {
    draft.cells.push_back(test::cell("C-" + std::to_string(i), i / 2, draw(170 + static_cast<std::uint32_t>(i), 0, 360)));
    draft.cells.back().load = draw(180 + static_cast<std::uint32_t>(i), 0, 1);
    if (i % 3 == 2) draft.cells.back().frequency = gigahertz(0.7);
    if (i % 3 == 2) draft.cells.back().bandwidth = megahertz(20.0);
  }
  return draft;
}

Options options_of(PropagationMode mode, std::uint32_t number) {
  Options options;
  options.mode = mode;
  options.resolution = Metres(number % 3 == 0 ? 2.0 : 4.0);
  options.maximum_distance = Metres(number % 4 == 3 ? 120.0 : 500.0);
  options.reference_points = 10;
  return options;
}

double radiated_dbm(const Draft& draft, std::size_t cell) {
  const RadioCell& sending = draft.cells[cell];
  return power_per_resource_element(sending.transmit_power, carrier_of(sending)).value() + peak_gain_dbi(draft.antennas[0]);
}

// Every map cell within reach of a mast has numbers, none above what its server radiates; in sight none above free space.
TEST(MapProperties, NoCellIsEmptyOrInfiniteOrReceivesMoreThanIsSent) {
  std::size_t indoors = 0;
  for (std::uint32_t number = 0; number < 24; ++number) {
    const Draft draft = random_draft(number);
    for (const auto mode : all_modes) {
      const Options options = options_of(mode, number);
      const auto result = test::simulated(draft.park(), options);
      const GridFrame& frame = result.place.frame;
      for (std::size_t i = 0; i < result.place.values.size(); ++i) {
        const auto columns = static_cast<std::size_t>(frame.columns);
        const Point centre = frame.centre(static_cast<std::int32_t>(i % columns), static_cast<std::int32_t>(i / columns));
        const bool within = std::any_of(draft.sites.begin(), draft.sites.end(), [&](const RadioSite& site) {
          return distance(site.position, centre) < options.maximum_distance.value() - 1e-6;
        });
        if (!within) continue;
        const float rsrp_dbm = result.rsrp_dbm.values[i];
        const std::uint16_t server = result.best_server.values[i];
        ASSERT_TRUE(std::isfinite(rsrp_dbm) && std::isfinite(result.sinr_db.values[i])) << number << " " << i;
        ASSERT_LT(server, draft.cells.size()) << number << " " << i;
        ASSERT_TRUE(std::isfinite(result.shadowing_deviation_db.values[i])) << number << " " << i;
        ASSERT_LE(rsrp_dbm, radiated_dbm(draft, server)) << number << " " << i;
        ASSERT_GT(rsrp_dbm, -400.0F) << number << " " << i;
        indoors += result.place.values[i] == static_cast<std::uint8_t>(Place::indoor) ? 1 : 0;
        // TR 38.901's law in sight is below free space near the mast, and two ways together may exceed one in free space.
        if (mode == PropagationMode::site_general || result.line_of_sight.values[i] == 0) continue;
        const double away_m = std::max(distance(draft.sites[draft.cells[server].site.index()].position, centre), 10.0);
        const double free_db = 20.0 * std::log10(4.0 * std::numbers::pi * away_m * draft.cells[server].frequency.value() / 299792458.0);
        ASSERT_LE(rsrp_dbm, radiated_dbm(draft, server) - free_db + 0.01) << number << " " << i;
      }
    }
  }
  EXPECT_GT(indoors, 10000U);
}

// A lone cell: more power is as much more everywhere. Levels are single precision: a few steps of 8e-6 dB at -100 dBm.
TEST(MapProperties, ALoneCellRisesByItsPower) {
  for (std::uint32_t number = 0; number < 12; ++number) {
    Draft draft = random_draft(number);
    draft.cells = {draft.cells[number % 8]};
    for (const auto mode : all_modes) {
      const Options options = options_of(mode, number);
      draft.cells[0].transmit_power = Dbm(30.0);
      const auto before = test::simulated(draft.park(), options);
      for (const double rise_db : {0.001, 1.0, 17.3}) {
        draft.cells[0].transmit_power = Dbm(30.0 + rise_db);
        const auto after = test::simulated(draft.park(), options);
        for (std::size_t i = 0; i < before.rsrp_dbm.values.size(); ++i) {
          if (std::isnan(before.rsrp_dbm.values[i])) continue;
          ASSERT_GT(after.rsrp_dbm.values[i], before.rsrp_dbm.values[i]);
          ASSERT_NEAR(after.rsrp_dbm.values[i] - before.rsrp_dbm.values[i], rise_db, 1e-4) << number << " " << i;
        }
      }
    }
  }
}

// The maps; tables are in the order of the park's own.
std::vector<ContentHash> maps_of(const Result& result) {
  return {content_hash(result.rsrp_dbm),
          content_hash(result.sinr_db),
          content_hash(result.best_server),
          content_hash(result.line_of_sight),
          content_hash(result.place),
          content_hash(result.shadowing_deviation_db),
          content_hash(result.rsrq_db),
          content_hash(result.throughput_down_mbit_s),
          content_hash(result.location_probability)};
}

// Where a ring starts and which way round it runs, and the order of the buildings, are the draughtsman's. Roofs have heights of their own
// here: of overlapping roofs at the very same elevation the first building in the table counts.
TEST(MapProperties, TheWayAParkIsDrawnDoesNotMatter) {
  for (std::uint32_t number = 0; number < 16; ++number) {
    Draft draft = random_draft(number);
    draft.sites[1].building = {};
    draft.sites[1].height = Metres(45.0);
    const RandomSequence random(212, 0, number);
    Draft drawn = draft;
    std::uint32_t draw = 0;
    for (auto& one : drawn.buildings) {
      Ring& ring = one.footprint.outer;
      std::rotate(ring.begin(), ring.begin() + random.below(draw++, static_cast<std::uint32_t>(ring.size())), ring.end());
      if (random.below(draw++, 2) == 0) std::reverse(ring.begin(), ring.end());
      for (auto& hole : one.footprint.holes) {
        std::rotate(hole.begin(), hole.begin() + random.below(draw++, static_cast<std::uint32_t>(hole.size())), hole.end());
        if (random.below(draw++, 2) == 0) std::reverse(hole.begin(), hole.end());
      }
    }
    for (std::size_t i = drawn.buildings.size() - 1; i > 0; --i) {
      std::swap(drawn.buildings[i], drawn.buildings[random.below(draw++, static_cast<std::uint32_t>(i + 1))]);
    }
    std::reverse(drawn.trees.begin(), drawn.trees.end());
    for (const auto mode : {PropagationMode::deterministic, PropagationMode::site_general}) {
      const Options options = options_of(mode, number);
      EXPECT_EQ(maps_of(test::simulated(drawn.park(), options)), maps_of(test::simulated(draft.park(), options))) << number;
    }
  }
}

TEST(MapProperties, SameBitsForOneAndTwoThreads) {
  for (std::uint32_t number = 0; number < 6; ++number) {
    const Park park = random_draft(number).park();
    for (const auto mode : all_modes) {
      std::vector<ContentHash> hashes;
      for (const std::size_t threads : {1U, 2U}) {
        const ThreadLimit limit(threads);
        hashes.push_back(content_hash(test::simulated(park, options_of(mode, number))));
      }
      EXPECT_EQ(hashes[0], hashes[1]) << number;
    }
  }
}

Antenna all_round() {
  Antenna antenna = test::antenna("ROUND");
  antenna.measured_gain = Decibel(2.0);
  antenna.measured_downtilt = Degrees(0.0);
  antenna.horizontal_cut_db.assign(360, 0.0);
  antenna.vertical_cut_db.assign(360, 0.0);
  return antenna;
}

struct Reception {
  float dbm;
  bool seen;
};

// What a device at one map cell's centre receives of an antenna at another's, both 10 m above flat ground.
Reception received(Draft draft, Point antenna, Point device) {
  draft.antennas = {all_round()};
  draft.sites = {test::site("S", antenna, 10.0)};
  draft.cells = {test::cell("C", 0, 0.0)};
  draft.cells[0].electrical_downtilt = Degrees(0.0);
  Options options;
  options.receiver_height = Metres(10.0);
  const auto result = test::simulated(draft.park(), options);
  const std::int32_t column = result.place.frame.column_of(device.x);
  const std::int32_t row = result.place.frame.row_of(device.y);
  return {result.rsrp_dbm.at(column, row), result.line_of_sight.at(column, row) != 0};
}

// Antenna and device changed for each other, within the 150 m that a detour reaches behind its corner (detour_search.h; beyond, the end
// that is nearer to the corner is offered a way that the other is not). Free space and strings over roofs are the same both ways to
// rounding. What is not is the raster's: a ray asks the nearest of its neighbours, at most half a cell beside, so a box or a corner that
// the line passes within half a cell of counts from one end and not from the other. In sight that is a grazing edge, at most 6.03 dB; out
// of sight a whole way around or the roofs alone.
TEST(MapProperties, PathsAreTheSameBothWays) {
  std::vector<double> over_edges;
  std::vector<double> in_sight;
  std::size_t disputed = 0;
  for (std::uint32_t number = 0; number < 533; ++number) {
    const RandomSequence random(213, 0, number);
    const bool is_low = number % 4 == 3;  // roofs 7 m below the line: clear of any grazing
    Draft draft;
    draft.boundary = box(0.0, 0.0, 140.0, 60.0);
    for (std::uint32_t i = 0; i < 5; ++i) {
      const auto footprint = box(random.uniform(8 * i, 14, 100), random.uniform(8 * i + 1, 0, 45), random.uniform(8 * i + 2, 6, 24),
                                 random.uniform(8 * i + 3, 6, 24));
      draft.buildings.push_back(building("B-" + std::to_string(i), footprint, is_low ? 3.0 : random.uniform(8 * i + 4, 4, 30)));
    }
    const auto centre = [](double position) { return 2.0 * std::floor(position / 2.0) + 1.0; };
    const Point one{centre(random.uniform(50, 1, 13)), centre(random.uniform(51, 1, 59))};
    const Point other{centre(random.uniform(52, 125, 139)), centre(random.uniform(53, 1, 59))};
    const Reception there = received(draft, one, other);
    const Reception back = received(draft, other, one);
    const double difference_db = std::abs(static_cast<double>(there.dbm) - static_cast<double>(back.dbm));
    if (is_low) {
      EXPECT_TRUE(there.seen && back.seen) << number;
      EXPECT_LE(difference_db, 0.01) << number;
    } else if (there.seen != back.seen) {
      ++disputed;
    } else {
      (there.seen ? in_sight : over_edges).push_back(difference_db);
    }
  }
  const auto share_within = [](const std::vector<double>& differences_db, double bound_db) {
    const auto within = std::count_if(differences_db.begin(), differences_db.end(), [&](double db) { return db <= bound_db; });
    return static_cast<double>(within) / static_cast<double>(differences_db.size());
  };
  ASSERT_GT(in_sight.size(), 60U);
  ASSERT_GT(over_edges.size(), 200U);
  EXPECT_LE(disputed, 4U);
  EXPECT_GE(share_within(in_sight, 0.01), 0.88);
  EXPECT_EQ(share_within(in_sight, 6.1), 1.0);
  EXPECT_GE(share_within(over_edges, 0.01), 0.86);
  EXPECT_GE(share_within(over_edges, 1.0), 0.88);
}

}  // namespace
}  // namespace parktwin::radio
