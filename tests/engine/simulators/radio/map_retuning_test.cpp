// One mast retuned after the other: sums, ranks and maps must stay those of a map from scratch, also where ranks are tied or unknown.
#include <gtest/gtest.h>

#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/simulators/radio/live_map.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::Draft;

std::vector<std::uint8_t> connected(const Draft& draft) { return std::vector<std::uint8_t>(draft.sites.size(), 1); }

// Three masts; of nine cells two are on another carrier, and two stand in the same place with the same pattern.
Draft draft_of_three() {
  Draft draft = test::two_site_draft();
  draft.sites.push_back(test::site("S-3", {420.0, 330.0}, 15.0));
  draft.cells.clear();
  for (std::size_t i = 0; i < 9; ++i) {
    draft.cells.push_back(test::cell("C-" + std::to_string(i), i / 3, 120.0 * static_cast<double>(i % 3)));
  }
  draft.cells[8].azimuth = draft.cells[7].azimuth;
  for (const std::size_t i : {std::size_t{2}, std::size_t{5}}) draft.cells[i].frequency = gigahertz(4.9);
  return draft;
}

void retune(Draft& draft, const RandomSequence& random, std::uint32_t step) {
  const auto draw = [&](std::uint32_t number, double low, double high) { return random.uniform(8 * step + number, low, high); };
  auto& cell = draft.cells[random.below(8 * step, static_cast<std::uint32_t>(draft.cells.size()))];
  switch (random.below(8 * step + 1, 6)) {
    case 0:
      cell.electrical_downtilt = Degrees(draw(2, 0, 12));
      break;
    case 1:
      cell.mechanical_downtilt = Degrees(draw(2, 0, 8));
      break;
    case 2:
      cell.azimuth = Degrees(draw(2, 0, 360));
      break;
    case 3:
      cell.transmit_power = Dbm(draw(2, 20, 60));
      break;
    case 4:
      cell.transmit_power = Dbm(46.0);  // often the same on both cells of one place
      break;
    default:
      cell.load = draw(2, 0, 1);
  }
}

TEST(MapRetuning, KeepsTheBitsOfAMapFromScratch) {
  for (const auto mode : {PropagationMode::deterministic, PropagationMode::site_general}) {
    Draft draft = draft_of_three();
    Options options;
    options.mode = mode;
    options.maximum_distance = Metres(400.0);
    Progress progress;
    GeometryCache cache;
    LiveMap live(draft.park(), options, connected(draft), 1, cache, progress);
    const RandomSequence random(61, 0, static_cast<std::uint32_t>(mode));
    for (std::uint32_t step = 0; step < 60; ++step) {
      retune(draft, random, step);
      live.update(draft.park(), connected(draft), progress);
      ASSERT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), options))) << "step " << step;
    }
  }
}

// The same mast again and again, down to where it serves nobody and up to where nobody else does.
TEST(MapRetuning, FromNothingToEverythingAndBack) {
  Draft draft = draft_of_three();
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), {}, connected(draft), 1, cache, progress);
  for (const double power_dbm : {53.0, -60.0, 53.0, 90.0, 30.0, 90.0, -60.0, 40.0}) {
    for (std::size_t i = 0; i < 3; ++i) draft.cells[i].transmit_power = Dbm(power_dbm + static_cast<double>(i));
    live.update(draft.park(), connected(draft), progress);
    ASSERT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), {}))) << power_dbm;
  }
}

// What is kept of a mast goes when anything else happens to it, and comes again.
TEST(MapRetuning, BetweenOtherChanges) {
  Draft draft = draft_of_three();
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), {}, connected(draft), 1, cache, progress);
  const auto expect_same = [&](const char* what) {
    live.update(draft.park(), connected(draft), progress);
    ASSERT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), {}))) << what;
  };
  draft.cells[0].electrical_downtilt = Degrees(9.0);
  expect_same("tilted");
  draft.cells[1].operational = false;
  expect_same("a cell off");
  draft.cells[0].electrical_downtilt = Degrees(2.0);
  expect_same("tilted with two cells");
  draft.cells[1].operational = true;
  draft.cells[0].transmit_power = Dbm(44.0);
  expect_same("on again");
  draft.cells[0].azimuth = Degrees(200.0);
  draft.cells[4].azimuth = Degrees(300.0);
  expect_same("two masts at once");
  draft.cells[0].azimuth = Degrees(210.0);
  expect_same("turned");
  draft.sites[0].height = Metres(31.0);
  expect_same("raised");
  draft.cells[0].azimuth = Degrees(220.0);
  expect_same("turned up there");
  draft.cells[0].frequency = gigahertz(4.9);
  expect_same("another carrier");
  draft.cells[0].azimuth = Degrees(10.0);
  expect_same("turned on it");
  draft.cells.erase(draft.cells.begin() + 4);
  expect_same("numbers moved up");
  draft.cells[5].azimuth = Degrees(100.0);
  expect_same("turned by its new number");
}

TEST(MapRetuning, TheSameBitsOnOneThread) {
  Draft draft = draft_of_three();
  ContentHash hashes[2];
  for (const std::size_t threads : {std::size_t{1}, std::size_t{2}}) {
    const ThreadLimit limit(threads);
    Progress progress;
    GeometryCache cache;
    LiveMap live(draft.park(), {}, connected(draft), 1, cache, progress);
    Draft turned = draft;
    for (std::uint32_t step = 0; step < 8; ++step) {
      retune(turned, RandomSequence(62, 0, 0), step);
      live.update(turned.park(), connected(turned), progress);
    }
    hashes[threads - 1] = content_hash(live.result());
  }
  EXPECT_EQ(hashes[0], hashes[1]);
}

}  // namespace
}  // namespace parktwin::radio
