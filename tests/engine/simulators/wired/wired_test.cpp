#include "engine/simulators/wired/wired.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/topology/random_network.h"

namespace parktwin::wired {
namespace {

TEST(Wired, HandsEachPartItsOptionsAndKeepsBothResults) {
  const Park park = topology::random_park(4, {.nodes = 40, .links = 60});
  for (const bool changed : {false, true}) {
    Options options;
    options.topology.check_availability = !changed;
    options.topology.zone_rate = MegabitsPerSecond(changed ? 500.0 : 50.0);
    options.ipv6.count_passive_nodes = changed;
    options.failures.pairs_listed = changed ? 3 : 50;
    const Result result = simulate(park, options, 7);
    EXPECT_EQ(content_hash(result.topology), content_hash(topology::simulate(park, options.topology)));
    EXPECT_EQ(content_hash(result.ipv6), content_hash(ipv6::simulate(park, options.ipv6, 7)));
    EXPECT_EQ(result.ipv6.nodes > 0, changed);
    EXPECT_EQ(content_hash(result.failures), content_hash(failures::simulate(park, options.failures)));
  }
}

TEST(Wired, GivesTheSameBitsAgain) {
  const Park park = topology::random_park(5, {.nodes = 200, .links = 500, .enterprises = 30});
  EXPECT_EQ(content_hash(simulate(park, {}, 1)), content_hash(simulate(park, {}, 1)));
}

}  // namespace
}  // namespace parktwin::wired
