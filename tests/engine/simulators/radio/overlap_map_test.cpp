#include "engine/simulators/radio/overlap_map.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

// Each cell's levels from a map on which it is alone.
std::vector<Grid<float>> levels_alone(const test::Draft& draft, const Options& options) {
  std::vector<Grid<float>> levels;
  for (std::size_t alone = 0; alone < draft.cells.size(); ++alone) {
    test::Draft one = draft;
    for (std::size_t i = 0; i < one.cells.size(); ++i) one.cells[i].operational = i == alone;
    levels.push_back(test::simulated(one.park(), options).rsrp_dbm);
  }
  return levels;
}

TEST(OverlapMap, CountsCellsOfTheServersCarrierAlmostAsStrong) {
  auto draft = test::two_site_draft();
  draft.cells[1].frequency = gigahertz(2.6);
  draft.cells[2].network_operator = "South";
  Options options;
  options.maximum_distance = Metres(300.0);
  const auto levels = levels_alone(draft, options);
  options.network_operator = "North";
  options.count_overlap = true;
  const Result result = test::simulated(draft.park(), options);
  ASSERT_EQ(result.overlap.values.size(), result.best_server.values.size());
  std::vector<std::size_t> places_by_count(6);
  for (std::size_t i = 0; i < result.overlap.values.size(); ++i) {
    const std::uint16_t server = result.best_server.values[i];
    std::size_t expected = 0;
    for (std::size_t cell = 0; server != no_server && cell < levels.size(); ++cell) {
      if (cell == 2 || (cell == 1) != (server == 1)) continue;
      if (levels[cell].values[i] >= result.rsrp_dbm.values[i] - 6.0F) ++expected;  // NaN out of range
    }
    ASSERT_EQ(result.overlap.values[i], expected) << i;
    ++places_by_count[expected];
  }
  EXPECT_GT(places_by_count[0], 0U);
  EXPECT_GT(places_by_count[1], 0U);
  EXPECT_GT(places_by_count[2], 0U);
}

TEST(OverlapMap, NotCountedUnlessAsked) { EXPECT_TRUE(test::simulated(test::two_site_draft().park()).overlap.empty()); }

}  // namespace
}  // namespace parktwin::radio
