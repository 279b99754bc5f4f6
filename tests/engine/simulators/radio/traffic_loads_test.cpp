#include "engine/simulators/radio/traffic_loads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/simulators/radio/live_map.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

// The four buildings of the small park are of four enterprises; each piece of equipment wants this much downlink.
Park busy_park(const std::vector<double>& down_mbit_s, test::Draft draft = test::two_site_draft()) {
  for (std::size_t i = 0; i < draft.buildings.size(); ++i) draft.buildings[i].enterprise = Id<Enterprise>(i);
  Park park = draft.park();
  std::vector<Enterprise> enterprises(draft.buildings.size());
  std::vector<ConnectedAssets> assets(enterprises.size());
  for (std::size_t i = 0; i < enterprises.size(); ++i) {
    enterprises[i].id = "E-" + std::to_string(i);
    assets[i].id = "A-" + std::to_string(i);
    assets[i].enterprise = Id<Enterprise>(i);
    assets[i].bearer = AssetBearer::nr;
    assets[i].count = 1;
    assets[i].rate_down = MegabitsPerSecond(down_mbit_s[i]);
  }
  park.enterprises = Part(Table(enterprises));
  park.connected_assets = Part(Table(assets));
  return park;
}

Options coupled_options(double resolution_m) {
  Options options;
  options.resolution = Metres(resolution_m);
  options.load_from_traffic = true;
  return options;
}

// Whole maps from quiet cells upwards, each loaded by what the traffic needed on the map before.
std::vector<double> loads_by_whole_maps(const Park& park, Options options) {
  options.load_from_traffic = false;
  std::vector<double> loads(park.radio_cells->size(), 0.0);
  for (int round = 0; round < 50; ++round) {
    const auto result = test::simulated(with_loads(park, loads), options);
    for (std::size_t i = 0; i < loads.size(); ++i) loads[i] = std::min(1.0, result.cells[i].needed_load_down);
  }
  return loads;
}

TEST(TrafficLoads, AgreeWithWholeMapsMadeAgainAndAgain) {
  const Park park = busy_park({85.0, 70.0, 90.0, 60.0});
  // At 10 m no enterprise has more map cells in a radio cell than places: nothing is left to sampling.
  const auto options = coupled_options(10.0);
  const auto result = test::simulated(park, options);
  const auto expected = loads_by_whole_maps(park, options);
  double sum = 0.0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_NEAR(result.cells[i].load, expected[i], 1e-3 + 5e-3 * expected[i]) << i;
    EXPECT_NEAR(result.cells[i].load, std::min(1.0, result.cells[i].needed_load_down), 1e-3 + 5e-3 * expected[i]) << i;
    sum += expected[i];
  }
  EXPECT_GT(sum, 0.5);
  EXPECT_LT(*std::max_element(expected.begin(), expected.end()), 0.95);
  // At 2 m a few percent of the ground speak for all of it.
  const auto fine = test::simulated(park, coupled_options(2.0));
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_NEAR(fine.cells[i].load, fine.cells[i].needed_load_down, 0.01 + 0.05 * fine.cells[i].load) << i;
  }
}

// A lone cell is disturbed by nobody: its load is the sum of demand over rate on a map whose loads do not matter.
TEST(TrafficLoads, ALoneCellNeedsWhatItsMapSays) {
  auto draft = test::two_site_draft();
  draft.sites.resize(1);
  draft.cells.resize(1);
  draft.cells[0].load = 0.7;
  const Park park = busy_park({40.0, 0.0, 30.0, 0.0}, draft);
  auto options = coupled_options(10.0);
  const auto with = test::simulated(park, options);
  options.load_from_traffic = false;
  const auto without = test::simulated(park, options);
  EXPECT_NEAR(with.cells[0].load, without.cells[0].needed_load_down, 1e-6);
  EXPECT_EQ(with.cells[0].typed_load, 0.7);
  EXPECT_EQ(without.cells[0].load, 0.7);
  EXPECT_EQ(content_hash(with.sinr_db), content_hash(without.sinr_db));
  EXPECT_NE(content_hash(with.rsrq_db), content_hash(without.rsrq_db));  // a device measures its own cell's load
}

TEST(TrafficLoads, TypedLoadsDoNotMatter) {
  auto draft = test::two_site_draft();
  const auto one = test::simulated(busy_park({50.0, 60.0, 70.0, 80.0}, draft), coupled_options(4.0));
  for (auto& cell : draft.cells) cell.load = 0.99;
  const auto other = test::simulated(busy_park({50.0, 60.0, 70.0, 80.0}, draft), coupled_options(4.0));
  EXPECT_EQ(content_hash(one.sinr_db), content_hash(other.sinr_db));
  for (std::size_t i = 0; i < one.cells.size(); ++i) {
    EXPECT_EQ(one.cells[i].load, other.cells[i].load);
    EXPECT_EQ(other.cells[i].typed_load, 0.99);
  }
}

TEST(TrafficLoads, MoreTrafficNeverLowersALoad) {
  std::vector<double> before(5, 0.0);
  bool full = false;
  for (const double factor : {0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 30.0}) {
    const auto result = test::simulated(busy_park({40.0 * factor, 30.0, 60.0 * factor, 20.0}), coupled_options(4.0));
    for (std::size_t i = 0; i < 5; ++i) {
      EXPECT_GE(result.cells[i].load, before[i]);
      EXPECT_LE(result.cells[i].load, 1.0);
      before[i] = result.cells[i].load;
      full = full || result.cells[i].load == 1.0;
    }
  }
  EXPECT_TRUE(full);
}

TEST(TrafficLoads, SameBitsForOneAndTwoThreads) {
  const Park park = busy_park({85.0, 70.0, 90.0, 60.0});
  for (const bool fading : {false, true}) {
    auto options = coupled_options(2.0);
    options.shadow_fading = fading;
    ContentHash one;
    ContentHash two;
    {
      const ThreadLimit limit(1);
      one = content_hash(test::simulated(park, options));
    }
    {
      const ThreadLimit limit(2);
      two = content_hash(test::simulated(park, options));
    }
    EXPECT_EQ(one, two);
  }
}

TEST(TrafficLoads, ALiveMapFollowsWithTheBitsOfAMapFromScratch) {
  auto draft = test::two_site_draft();
  const auto options = coupled_options(4.0);
  const std::vector<double> demands = {85.0, 70.0, 90.0, 60.0};
  Progress progress;
  GeometryCache cache;
  const std::vector<std::uint8_t> connected = {1, 1};
  LiveMap live(busy_park(demands, draft), options, connected, 1, cache, progress);
  for (int step = 0; step < 3; ++step) {
    EXPECT_EQ(content_hash(live.result()), content_hash(test::simulated(busy_park(demands, draft), options)));
    draft.cells[static_cast<std::size_t>(step)].electrical_downtilt = Degrees(9.0);
    draft.cells[3].load = 0.1 * step;
    live.update(busy_park(demands, draft), connected, progress);
  }
}

// North's map: South's cells disturb by their typed load, whatever their own traffic may be.
TEST(TrafficLoads, CellsThatDoNotServeKeepTheirTypedLoad) {
  auto draft = test::two_site_draft();
  draft.cells[1].network_operator = "South";
  draft.cells[1].load = 0.85;
  auto options = coupled_options(4.0);
  options.network_operator = "North";
  const auto loaded = test::simulated(busy_park({20.0, 15.0, 20.0, 15.0}, draft), options);
  EXPECT_EQ(loaded.cells[1].load, 0.85);
  draft.cells[1].load = 0.05;
  const auto quiet = test::simulated(busy_park({20.0, 15.0, 20.0, 15.0}, draft), options);
  EXPECT_EQ(quiet.cells[1].load, 0.05);
  double more = 0.0;
  for (const std::size_t i : {0U, 2U, 3U, 4U}) {
    EXPECT_GE(loaded.cells[i].load, quiet.cells[i].load);
    more += loaded.cells[i].load - quiet.cells[i].load;
  }
  EXPECT_GT(more, 1e-4);
}

std::vector<std::string> notes_on_loads(const Result& result) {
  std::vector<std::string> texts;
  for (const auto& note : result.notes) {
    if (note.place == "option load_from_traffic") texts.push_back(note.text);
  }
  return texts;
}

TEST(TrafficLoads, NotesSayWhatIsIdleOverloadedAndSettled) {
  const auto quiet = notes_on_loads(test::simulated(test::two_site_draft().park(), coupled_options(4.0)));
  ASSERT_EQ(quiet.size(), 2U);
  EXPECT_NE(quiet[0].find("at 0 sampled places"), std::string::npos) << quiet[0];
  EXPECT_NE(quiet[0].find("which count as idle: 5."), std::string::npos) << quiet[0];
  const auto result = test::simulated(busy_park({4000.0, 0.0, 0.0, 0.0}), coupled_options(4.0));
  const auto busy = notes_on_loads(result);
  ASSERT_EQ(busy.size(), 3U);
  const auto fullest = std::max_element(result.cells.begin(), result.cells.end(),
                                        [](const auto& a, const auto& b) { return a.needed_load_down < b.needed_load_down; });
  EXPECT_NE(busy[1].find(": C-" + std::to_string(fullest - result.cells.begin() + 1) + " ("), std::string::npos) << busy[1];
  EXPECT_TRUE(busy[2].starts_with("The loads settled after ")) << busy[2];
  TrafficLoads cut;
  cut.load = cut.needed = {0.5};
  cut.iterations = 500;
  cut.last_change = 0.02;
  Result unsettled;
  unsettled.cells.resize(1);
  auto draft = test::two_site_draft();
  draft.cells.resize(1);
  put_traffic_loads(draft.park(), cut, unsettled);
  EXPECT_EQ(unsettled.notes.back().kind, NoteKind::warning);
  EXPECT_EQ(unsettled.notes.back().text, "The loads did not settle within 500 rounds and are too low; the last still changed one by 0.02.");
}

TEST(TrafficLoads, WithLoads) {
  const Park park = test::two_site_draft().park();
  const auto loaded = with_loads(park, std::vector<double>{0.1, 0.2, 0.3, 0.4, 1.0});
  EXPECT_EQ(loaded.radio_cells->records()[4].load, 1.0);
  EXPECT_EQ(loaded.radio_cells->records()[4].id, "C-5");
  EXPECT_EQ(park.radio_cells->records()[0].load, 0.5);
  EXPECT_THROW((void)with_loads(park, std::vector<double>{0.1}), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::radio
