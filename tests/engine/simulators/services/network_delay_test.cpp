#include "engine/simulators/services/network_delay.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/services/resolved_park.h"

namespace parktwin::services {
namespace {

TEST(NetworkDelay, IsFibreAndForwardingOnTheShortestWay) {
  const Park park = resolved_park();
  const auto delays = network_delays_ms(park, Id<NetworkNode>(0));
  ASSERT_TRUE(delays[1] && delays[2]);
  EXPECT_EQ(*delays[0], 0.0);
  EXPECT_NEAR(*delays[1], 0.0049 + 0.02, 1e-9);
  EXPECT_NEAR(*delays[2], 0.0049 * 3 + 0.04, 1e-9);
  const auto enterprises = enterprise_delays_ms(park, delays);
  EXPECT_NEAR(*enterprises[0], *delays[1], 1e-12);
  EXPECT_FALSE(enterprises[2]);  // its link is out of service
}

TEST(NetworkDelay, SplittersDoNotForwardAndNothingLeadsFromANodeThatIsDown) {
  Park park = resolved_park();
  auto nodes = park.network_nodes->records();
  nodes[1].kind = NodeKind::splitter;
  park.network_nodes = Part(Table(nodes));
  EXPECT_NEAR(*network_delays_ms(park, Id<NetworkNode>(0))[2], 0.0049 * 3 + 0.02, 1e-9);
  nodes[0].operational = false;
  park.network_nodes = Part(Table(nodes));
  EXPECT_FALSE(network_delays_ms(park, Id<NetworkNode>(0))[1]);
}

}  // namespace
}  // namespace parktwin::services
