// Changes of the sums themselves, scene against scene; LiveMap's and the retunings' tests follow whole parks.
#include <gtest/gtest.h>

#include "engine/core/hash.h"
#include "engine/simulators/radio/live_map.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::Draft;

// Masts that vanish one after the other leave cells whose second is not known: each time the next must be found.
TEST(MapChange, FindsWhoTakesOverWhenTheStrongestGo) {
  Draft draft = test::two_site_draft();
  draft.cells.clear();
  for (std::size_t i = 0; i < 6; ++i) {
    if (i >= draft.sites.size()) {
      draft.sites.push_back(test::site("S-" + std::to_string(i + 1), {60.0 + 90.0 * static_cast<double>(i), 200.0}, 20.0));
    }
    draft.cells.push_back(test::cell("C-" + std::to_string(i), i, 60.0 * static_cast<double>(i)));
  }
  const std::vector<std::uint8_t> connected(draft.sites.size(), 1);
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), {}, connected, 1, cache, progress);
  for (const std::size_t goes : {2, 0, 5, 1, 3}) {
    draft.cells[goes].operational = false;
    live.update(draft.park(), connected, progress);
    ASSERT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), {}))) << goes;
  }
  draft.cells[4].operational = false;  // nobody is left
  live.update(draft.park(), connected, progress);
  ASSERT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), {})));
  for (auto& cell : draft.cells) cell.operational = true;
  live.update(draft.park(), connected, progress);
  ASSERT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), {})));
}

// Two sites change places: every map cell loses one mast and gains another at once.
TEST(MapChange, SitesThatChangePlaces) {
  Draft draft = test::two_site_draft();
  const std::vector<std::uint8_t> connected(draft.sites.size(), 1);
  Progress progress;
  GeometryCache cache;
  LiveMap live(draft.park(), {}, connected, 1, cache, progress);
  const std::size_t traced = cache.added();
  std::swap(draft.sites[0].position, draft.sites[1].position);
  std::swap(draft.sites[0].height, draft.sites[1].height);
  live.update(draft.park(), connected, progress);
  EXPECT_EQ(cache.added(), traced);
  EXPECT_EQ(content_hash(live.result()), content_hash(test::simulated(draft.park(), {})));
}

}  // namespace
}  // namespace parktwin::radio
