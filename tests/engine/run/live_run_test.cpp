#include "engine/run/live_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "engine/core/errors.h"
#include "engine/core/parallel.h"
#include "engine/run/run.h"
#include "importers/synthetic/synthetic.h"
#include "tests/engine/run/park_changes.h"

namespace parktwin {
namespace {

using testing::altered;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

/// Every simulator at work, each as briefly as it can.
SimulationOptions brief() {
  SimulationOptions options;
  options.radio.resolution = Metres(25.0);
  options.cloud.adoption.replicas = 10;
  options.cloud.adoption.horizon_months = 12;
  options.services.pooling.replicas = 2;
  options.services.pooling.years = 0.1;
  options.services.pooling.warm_up_years = 0.0;
  return options;
}

const importers::SyntheticOptions smallest{.enterprises = 3, .area_km2 = 0.5, .seed = 5};

/// Without weather, whose sun takes most of the time of so small a year.
const Park& small_park() {
  static const Park park = [] {
    Park made = importers::generate_park(smallest);
    made.weather = {};
    return made;
  }();
  return park;
}

Results from_scratch(const Park& park, const SimulationOptions& options, std::uint64_t seed) {
  Progress progress;
  return run(park, options, seed, progress);
}

std::map<std::string, ContentHash> hashes_of(const Results& results) {
  std::map<std::string, ContentHash> hashes;
  describe([&](const Field& field, const auto& part) { hashes[std::string(field.name)] = content_hash(part); }, results);
  return hashes;
}

/// The names of the results that are not the same.
std::set<std::string> differences(const Results& one, const Results& other) {
  std::set<std::string> names;
  const auto hashes = hashes_of(other);
  for (const auto& [name, hash] : hashes_of(one)) {
    if (hash != hashes.at(name)) names.insert(name);
  }
  return names;
}

TEST(LiveRun, JudgedResultsAreThoseOfAWholeRunWithoutTables) {
  Progress progress;
  LiveRun live({}, nullptr, RunExtent::judged);
  auto sites = small_park().radio_sites->records();
  ASSERT_FALSE(sites.empty());
  static_cast<void>(live.update(small_park(), brief(), 1, progress));
  Park moved = small_park();
  sites.front().position.x += 12.0;
  moved.radio_sites = Part(Table(std::move(sites)));
  const Results& judged = live.update(moved, brief(), 1, progress);
  const Results whole = from_scratch(moved, brief(), 1);
  EXPECT_THAT(differences(judged, whole), ::testing::ElementsAre("radio"));
  std::set<std::string> left_out;
  const auto parts_of = [](const radio::Result& result) {
    std::map<std::string, ContentHash> hashes;
    describe([&](const Field& field, const auto& part) { hashes[std::string(field.name)] = content_hash(part); }, result);
    return hashes;
  };
  const auto whole_parts = parts_of(whole.radio);
  for (const auto& [name, hash] : parts_of(judged.radio)) {
    if (hash != whole_parts.at(name)) left_out.insert(name);
  }
  for (const auto* map : {"rsrp_dbm", "sinr_db", "best_server", "throughput_down_mbit_s", "throughput_up_mbit_s", "wifi", "place"}) {
    EXPECT_FALSE(left_out.contains(map)) << map;
  }
  EXPECT_TRUE(left_out.contains("zone_coverage"));
  EXPECT_TRUE(judged.radio.zone_coverage.empty());
  EXPECT_TRUE(judged.radio.plants.empty());
}

TEST(LiveRun, RandomScenariosHaveTheBitsOfRunsFromScratch) {
  const auto places = testing::field_places(small_park());
  const RandomSequence random(17, 3, 0);
  LiveRun live;
  Progress progress;
  Park park = small_park();
  SimulationOptions options = brief();
  std::uint64_t seed = 1;
  std::size_t reused = 0;
  for (std::uint32_t step = 0; step < 200; ++step) {
    const std::uint32_t draw = 10 * step;
    if (random.below(draw, 12) == 0) park = small_park();
    const auto& place = places[random.below(draw + 1, static_cast<std::uint32_t>(places.size()))];
    park = altered(park, place, random.uniform(draw + 2, 0.0, 1.0));
    if (random.below(draw + 3, 20) == 0) options.radio.minimum_rsrp = Dbm(random.uniform(draw + 4, -120.0, -90.0));
    if (random.below(draw + 5, 20) == 0) options.energy.feed_in_cny_per_kwh = random.uniform(draw + 6, 0.0, 1.0);
    if (random.below(draw + 7, 30) == 0) seed = 1 + random.below(draw + 8, 3);
    const Results& results = live.update(park, options, seed, progress);
    ASSERT_THAT(differences(results, from_scratch(park, options, seed)), IsEmpty())
        << "step " << step << ", " << place.table << " " << place.field;
    reused += live.simulated().size() < 7 ? 1 : 0;
  }
  EXPECT_GT(reused, 100U);
}

// Each field of each table in turn: whatever differs from the run before must have been simulated again, and nothing else may differ.
TEST(LiveRun, WhicheverResultAChangedPartChangesIsSimulatedAgain) {
  const SimulationOptions options = brief();
  LiveRun live;
  Progress progress;
  const Results base = from_scratch(small_park(), options, 1);
  std::set<std::string> tables;
  std::set<std::string> changed_tables;
  for (const auto& place : testing::field_places(small_park())) {
    tables.insert(place.table);
    const Park park = altered(small_park(), place, 0.4);
    if (content_hash_of(park) == content_hash_of(small_park())) continue;
    changed_tables.insert(place.table);
    const Results& results = live.update(park, options, 1, progress);
    const std::set<std::string> simulated(live.simulated().begin(), live.simulated().end());
    const Results scratch = from_scratch(park, options, 1);
    EXPECT_THAT(differences(results, scratch), IsEmpty()) << place.table << " " << place.field;
    static_cast<void>(live.update(small_park(), options, 1, progress));
    for (const auto& name : differences(base, scratch)) {
      EXPECT_TRUE(name == "needs" || simulated.contains(name)) << name << " after " << place.table << " " << place.field;
    }
  }
  EXPECT_EQ(changed_tables, tables);
  EXPECT_GT(tables.size(), 30U);
}

TEST(LiveRun, FollowsSiteTerrainAndWeather) {
  const SimulationOptions options = brief();
  LiveRun live;
  Progress progress;
  Park park = small_park();
  const auto expect_followed = [&](const char* what) {
    EXPECT_THAT(differences(live.update(park, options, 1, progress), from_scratch(park, options, 1)), IsEmpty()) << what;
  };
  expect_followed("first");
  park.weather = importers::generate_park(smallest).weather;
  expect_followed("weather");
  Site site = *park.site;
  site.name += " II";
  site.boundary.polygons.front().outer.front().x += 3.0;
  park.site = Part(std::move(site));
  expect_followed("site");
  Terrain terrain = *park.terrain;
  for (auto& metres : terrain.elevation_m.values) metres *= 1.01F;
  park.terrain = Part(std::move(terrain));
  expect_followed("terrain");
}

TEST(LiveRun, RunsOnlyWhatAChangeTouches) {
  LiveRun live;
  Progress progress;
  const SimulationOptions options = brief();
  static_cast<void>(live.update(small_park(), options, 1, progress));
  EXPECT_EQ(live.simulated().size(), 7U);
  static_cast<void>(live.update(small_park(), options, 1, progress));
  EXPECT_TRUE(live.simulated().empty());
  static_cast<void>(live.update(altered(small_park(), {"radio_sites", "position"}, 0.4), options, 1, progress));
  EXPECT_THAT(live.simulated(), Contains("radio"));
  for (const char* untouched : {"wired", "energy", "cloud", "services"}) EXPECT_THAT(live.simulated(), Not(Contains(untouched)));
}

TEST(LiveRun, BeginsFromScratchAfterAStopAndAfterItsResultsWereTaken) {
  LiveRun live;
  Progress progress;
  const SimulationOptions options = brief();
  const Park moved = altered(small_park(), {"radio_sites", "position"}, 0.4);
  static_cast<void>(live.update(small_park(), options, 1, progress));
  Progress stopped;
  stopped.request_stop();
  EXPECT_THROW(static_cast<void>(live.update(moved, options, 1, stopped)), Interrupted);
  EXPECT_THAT(differences(live.update(moved, options, 1, progress), from_scratch(moved, options, 1)), IsEmpty());
  EXPECT_EQ(live.simulated().size(), 7U);
  static_cast<void>(live.take_results());
  static_cast<void>(live.update(moved, options, 1, progress));
  EXPECT_EQ(live.simulated().size(), 7U);
}

}  // namespace
}  // namespace parktwin
