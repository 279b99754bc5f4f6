#include "engine/simulators/radio/live_map.h"

#include <gtest/gtest.h>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::Draft;
using test::two_site_draft;

std::vector<std::uint8_t> all_connected(const Park& park) { return std::vector<std::uint8_t>(park.radio_sites->size(), 1); }

// Four sites with three cells each on two carriers among the four buildings, and a row of trees.
Draft busy_draft() {
  Draft draft = two_site_draft();
  draft.sites.push_back(test::site("S-3", {520.0, 60.0}, 18.0));
  draft.sites.push_back(test::site("S-4", {90.0, 60.0}, 32.0));
  draft.cells.clear();
  for (std::size_t i = 0; i < 12; ++i) {
    draft.cells.push_back(
        test::cell("C-" + std::to_string(i), i / 3, 120.0 * static_cast<double>(i % 3) + 10.0 * static_cast<double>(i / 3)));
    if (i % 5 == 4) draft.cells.back().frequency = gigahertz(0.7);
    if (i % 5 == 4) draft.cells.back().bandwidth = megahertz(30.0);
    if (i % 5 == 4) draft.cells.back().subcarrier_spacing = Hertz(15e3);
  }
  return draft;
}

// One change that a planner might make.
void change(Draft& draft, const RandomSequence& random, std::uint32_t step) {
  const auto draw = [&](std::uint32_t number, double low, double high) { return random.uniform(16 * step + number, low, high); };
  auto& cell = draft.cells[random.below(16 * step, static_cast<std::uint32_t>(draft.cells.size()))];
  auto& site = draft.sites[random.below(16 * step + 1, static_cast<std::uint32_t>(draft.sites.size()))];
  switch (random.below(16 * step + 2, 8)) {
    case 0:
      site.position = {draw(3, 10, 590), draw(4, 10, 390)};
      break;
    case 1:
      site.height = Metres(draw(3, 8, 45));
      break;
    case 2:
      cell.electrical_downtilt = Degrees(draw(3, 0, 12));
      break;
    case 3:
      cell.azimuth = Degrees(draw(3, 0, 360));
      break;
    case 4:
      cell.transmit_power = Dbm(draw(3, 30, 55));
      break;
    case 5:
      cell.load = draw(3, 0, 1);
      break;
    case 6:
      cell.operational = !cell.operational;
      break;
    default:
      site.operational = !site.operational;
  }
}

TEST(LiveMap, FollowsChangesWithTheBitsOfAMapFromScratch) {
  for (const auto mode : {PropagationMode::deterministic, PropagationMode::site_general}) {
    Draft draft = busy_draft();
    Options options;
    options.mode = mode;
    options.maximum_distance = Metres(450.0);
    Progress progress;
    GeometryCache cache;
    LiveMap live(draft.park(), options, all_connected(draft.park()), 1, cache, progress);
    const RandomSequence random(77, 0, static_cast<std::uint32_t>(mode));
    for (std::uint32_t step = 0; step < 30; ++step) {
      change(draft, random, step);
      if (step % 3 == 0) change(draft, random, step + 1000);  // two at once
      live.update(draft.park(), all_connected(draft.park()), progress);
      const auto scratch = test::simulated(draft.park(), options);
      ASSERT_EQ(content_hash(live.result()), content_hash(scratch)) << "step " << step;
    }
  }
}

TEST(LiveMap, FollowsCellsThatChangeTheirOperator) {
  Draft draft = busy_draft();
  for (std::size_t i = 0; i < draft.cells.size(); ++i) draft.cells[i].network_operator = i % 3 == 0 ? "South" : (i % 3 == 1 ? "North" : "");
  Options options;
  options.network_operator = "North";
  options.count_overlap = true;
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), options, all_connected(draft.park()), 1, cache, progress);
  const RandomSequence random(78, 0, 0);
  for (std::uint32_t step = 0; step < 12; ++step) {
    auto& cell = draft.cells[random.below(step, static_cast<std::uint32_t>(draft.cells.size()))];
    cell.network_operator = cell.network_operator == "South" ? "North" : "South";
    cell.downlink_layers = 1 + cell.downlink_layers % 4;
    change(draft, random, step + 100);
    live.update(draft.park(), all_connected(draft.park()), progress);
    ASSERT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options))) << "step " << step;
  }
}

// Two halls with cells of their own and a mast outdoors; sites hang higher or lower, move within their hall, or onto its roof.
TEST(LiveMap, FollowsCellsInsideBuildings) {
  for (const auto mode : {PropagationMode::deterministic, PropagationMode::site_general}) {
    Draft draft = test::hall_draft();
    draft.sites.push_back(test::site_inside("S-2", 0, {281.3, 190.2}, 6.0));
    draft.sites.push_back(test::site_inside("S-3", 1, {350.0, 180.0}, 3.0));
    draft.sites.push_back(test::site("S-4", {500.0, 300.0}, 20.0));
    for (std::size_t i = 1; i < 4; ++i) draft.cells.push_back(test::small_cell("C-" + std::to_string(i), i));
    draft.cells.push_back(test::cell("C-4", 3, 220.0));
    draft.cells[2].frequency = gigahertz(4.9);
    draft.nodes = {test::access_point("N-1", {250.0, 180.0}), test::access_point("N-2", {250.0, 100.0})};
    Options options;
    options.mode = mode;
    options.maximum_distance = Metres(300.0);
    Progress progress;
    GeometryCache cache;
    LiveMap live(draft.park(), options, all_connected(draft.park()), 1, cache, progress);
    const RandomSequence random(78, 0, static_cast<std::uint32_t>(mode));
    for (std::uint32_t step = 0; step < 40; ++step) {
      const auto draw = [&](std::uint32_t number, double low, double high) { return random.uniform(16 * step + number, low, high); };
      auto& site = draft.sites[random.below(16 * step, 3)];
      auto& cell = draft.cells[random.below(16 * step + 1, static_cast<std::uint32_t>(draft.cells.size()))];
      switch (random.below(16 * step + 2, 7)) {
        case 0:
          site.height = Metres(draw(3, 0.6, 11.0));
          break;
        case 1:
          site.position.x += draw(3, -8.0, 8.0);
          break;
        case 2:
          site.inside = !site.inside;
          break;
        case 3:
          cell.load = draw(3, 0.0, 1.0);
          break;
        case 4:
          cell.frequency = cell.frequency == gigahertz(3.5) ? gigahertz(4.9) : gigahertz(3.5);
          break;
        case 5:
          cell.operational = !cell.operational;
          break;
        default:
          draft.nodes[0].position.x += draw(3, -5.0, 5.0);
      }
      live.update(draft.park(), all_connected(draft.park()), progress);
      ASSERT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options))) << "step " << step;
    }
  }
}

// The deviations follow the frequency of a cell here, and the law its surroundings.
TEST(LiveMap, FollowsOtherLawsToo) {
  for (const auto law : {SiteLaw::rma, SiteLaw::p1411}) {
    Draft draft = busy_draft();
    Options options;
    options.mode = PropagationMode::site_general;
    options.site_law = law;
    options.entry_law = EntryLaw::p2109;
    Progress progress;
    GeometryCache cache;
    LiveMap live(draft.park(), options, all_connected(draft.park()), 1, cache, progress);
    const RandomSequence random(78, 0, static_cast<std::uint32_t>(law));
    for (std::uint32_t step = 0; step < 12; ++step) {
      change(draft, random, step);
      if (step % 3 == 0) {
        auto& cell = draft.cells[step];
        const bool low = cell.frequency < gigahertz(1.0);
        cell.frequency = gigahertz(low ? 3.5 : 0.7);
        cell.bandwidth = megahertz(low ? 100.0 : 30.0);
        cell.subcarrier_spacing = Hertz(low ? 30e3 : 15e3);
      }
      live.update(draft.park(), all_connected(draft.park()), progress);
      ASSERT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options))) << "step " << step;
    }
  }
}

Options near_options() {
  Options options;
  options.maximum_distance = Metres(450.0);
  return options;
}

/// A map with reaches that do not cover it, and whether it has the bits of one from scratch after the draft has changed.
struct Followed {
  Draft draft = busy_draft();
  Options options = near_options();
  Progress progress;
  GeometryCache cache;
  LiveMap live{draft.park(), options, all_connected(draft.park()), 1, cache, progress};

  [[nodiscard]] bool follows() {
    live.update(draft.park(), all_connected(draft.park()), progress);
    return content_hash(live.result()) == content_hash(test::simulated(draft.park(), options));
  }
};

// The powers of the mast that came last are kept for its next going, and must not serve for anything else.
TEST(LiveMap, FollowsAMastThatIsDraggedAmongOtherChanges) {
  Followed map;
  Draft& draft = map.draft;
  const RandomSequence random(78, 0, 0);
  std::uint32_t number = 0;
  const auto move = [&](std::size_t site) {
    draft.sites[site].position = {random.uniform(number, 10, 590), random.uniform(number + 1, 10, 390)};
    number += 2;
  };
  for (const std::size_t site : {1U, 1U, 1U, 2U, 1U}) {
    move(site);
    ASSERT_TRUE(map.follows()) << "move " << number;
  }
  draft.cells[4].load = 0.9;  // of the dragged mast: retuned between two moves
  ASSERT_TRUE(map.follows());
  move(1);
  ASSERT_TRUE(map.follows());
  move(1);
  move(3);  // two at once
  ASSERT_TRUE(map.follows());
  move(1);
  ASSERT_TRUE(map.follows());
  move(1);
  draft.cells[4].electrical_downtilt = Degrees(7.0);
  draft.cells[5].operational = false;
  ASSERT_TRUE(map.follows());
  draft.sites[1].operational = false;
  ASSERT_TRUE(map.follows());
  draft.sites[1].operational = true;
  ASSERT_TRUE(map.follows());
  draft.sites[1].position = {-400.0, -300.0};  // nearly out of reach: most rows are empty
  ASSERT_TRUE(map.follows());
  move(1);
  ASSERT_TRUE(map.follows());
}

// Tilts, powers and loads of up to six radio cells at once: of one mast, of a few, and of more than are retuned one after the other.
TEST(LiveMap, FollowsMastsThatAreRetunedTogether) {
  Followed map;
  Draft& draft = map.draft;
  const RandomSequence random(79, 0, 0);
  std::uint32_t number = 0;
  for (std::uint32_t step = 0; step < 60; ++step) {
    const std::uint32_t changes = 1 + random.below(number++, 6);
    for (std::uint32_t i = 0; i < changes; ++i) {
      auto& cell = draft.cells[random.below(number++, static_cast<std::uint32_t>(draft.cells.size()))];
      const double drawn = random.uniform(number++, 0.0, 1.0);
      const std::uint32_t kind = random.below(number++, 3);
      if (kind == 0) cell.electrical_downtilt = Degrees(14.0 * drawn);
      if (kind == 1) cell.transmit_power = Dbm(30.0 + 25.0 * drawn);
      if (kind == 2) cell.load = drawn;
    }
    ASSERT_TRUE(map.follows()) << "step " << step;
  }
}

TEST(LiveMap, FollowsSitesThatComeAndGo) {
  Draft draft = busy_draft();
  Options options;
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), options, all_connected(draft.park()), 1, cache, progress);
  draft.sites.push_back(test::site("S-5", {300.0, 350.0}, 20.0));
  draft.cells.push_back(test::cell("C-NEW", 4, 180.0));
  live.update(draft.park(), all_connected(draft.park()), progress);
  EXPECT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options)));
  draft.sites.pop_back();
  draft.cells.pop_back();
  live.update(draft.park(), all_connected(draft.park()), progress);
  EXPECT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options)));
  // A site without backhaul is off the air.
  std::vector<std::uint8_t> connected = all_connected(draft.park());
  connected[1] = 0;
  live.update(draft.park(), connected, progress);
  EXPECT_EQ(content_hash(live.result()), content_hash(simulate(draft.park(), options, connected, 1, progress)));
}

TEST(LiveMap, FollowsACellThatChangesItsMast) {
  Draft draft = busy_draft();
  draft.cells[1].operational = false;
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), {}, all_connected(draft.park()), 1, cache, progress);
  draft.cells[0].site = Id<RadioSite>(2);
  draft.cells[1].operational = true;
  draft.cells[7].site = Id<RadioSite>(0);
  live.update(draft.park(), all_connected(draft.park()), progress);
  EXPECT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), {})));
}

TEST(LiveMap, OtherLandOrCarriersMakeItAnew) {
  Draft draft = busy_draft();
  Options options;
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), options, all_connected(draft.park()), 1, cache, progress);
  draft.buildings[0].height = Metres(44.0);
  live.update(draft.park(), all_connected(draft.park()), progress);
  EXPECT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options)));
  draft.cells[0].frequency = gigahertz(4.9);
  live.update(draft.park(), all_connected(draft.park()), progress);
  EXPECT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options)));
  draft.boundary = test::box(0.0, 0.0, 500.0, 380.0);
  live.update(draft.park(), all_connected(draft.park()), progress);
  EXPECT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options)));
}

// Buildings come, go and rise: the bits of a map from scratch, and no geometry made anew that has no change within its reach.
TEST(LiveMap, AChangedBuildingIsTracedWhereItIsWithinReach) {
  Draft draft = busy_draft();
  Options options;
  options.maximum_distance = Metres(220.0);
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), options, all_connected(draft.park()), 1, cache, progress);
  const std::size_t first = cache.added();
  std::size_t most = 0;
  for (std::uint32_t step = 0; step < 24; ++step) {
    const RandomSequence random(78, 0, step);
    const auto which = random.below(0, static_cast<std::uint32_t>(draft.buildings.size()));
    if (step % 3 == 0) {
      const auto footprint =
          test::box(random.uniform(1, 0, 550), random.uniform(2, 0, 350), random.uniform(3, 4, 50), random.uniform(4, 4, 50));
      draft.buildings.insert(draft.buildings.begin() + which,
                             test::building("N-" + std::to_string(step), footprint, random.uniform(5, 4, 50)));
    } else if (step % 3 == 1) {
      draft.buildings[which].height = Metres(random.uniform(6, 4, 60));
    } else {
      draft.buildings.erase(draft.buildings.begin() + which);
    }
    if (step % 5 == 4) change(draft, random, 1);
    live.update(draft.park(), all_connected(draft.park()), progress);
    ASSERT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options))) << "step " << step;
    most += draft.sites.size();
  }
  EXPECT_LT(cache.added() - first, most * 3 / 4);
}

TEST(LiveMap, ANewBuildingIsTracedByTheOneSiteThatReachesIt) {
  Draft draft = busy_draft();
  Options options;
  options.maximum_distance = Metres(220.0);
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), options, all_connected(draft.park()), 1, cache, progress);
  EXPECT_EQ(cache.added(), 4U);
  draft.buildings.insert(draft.buildings.begin(), test::building("NEW", test::box(480.0, 370.0, 20.0, 20.0), 9.0));  // 94 m from S-2
  live.update(draft.park(), all_connected(draft.park()), progress);
  EXPECT_EQ(cache.added(), 5U);
  EXPECT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options)));
}

TEST(LiveMap, ShadowFadingIsFollowedToo) {
  Draft draft = two_site_draft();
  Options options;
  options.shadow_fading = true;
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), options, all_connected(draft.park()), 5, cache, progress);
  draft.cells[0].electrical_downtilt = Degrees(1.0);
  live.update(draft.park(), all_connected(draft.park()), progress);
  EXPECT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options, 5)));
}

TEST(LiveMap, SameBitsForOneAndTwoThreadsWhileItFollows) {
  std::vector<ContentHash> hashes;
  for (const std::size_t threads : {1U, 2U}) {
    const ThreadLimit limit(threads);
    Draft draft = busy_draft();
    Progress progress;
    GeometryCache cache;
    LiveMap live(draft.park(), {}, all_connected(draft.park()), 1, cache, progress);
    draft.sites[2].position = {333.0, 150.0};
    live.update(draft.park(), all_connected(draft.park()), progress);
    hashes.push_back(content_hash(live.result()));
  }
  EXPECT_EQ(hashes[0], hashes[1]);
}

TEST(LiveMap, GeometriesOfUnmovedSitesAreReused) {
  Draft draft = busy_draft();
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), {}, all_connected(draft.park()), 1, cache, progress);
  EXPECT_EQ(cache.size(), 4U);
  draft.cells[0].electrical_downtilt = Degrees(1.0);
  live.update(draft.park(), all_connected(draft.park()), progress);
  EXPECT_EQ(cache.size(), 4U);
  draft.sites[0].position.x += 10.0;
  live.update(draft.park(), all_connected(draft.park()), progress);
  EXPECT_EQ(cache.size(), 5U);
}

}  // namespace
}  // namespace parktwin::radio
