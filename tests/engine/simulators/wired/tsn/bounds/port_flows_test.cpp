#include "engine/simulators/wired/tsn/bounds/port_flows.h"

#include <gtest/gtest.h>

namespace parktwin::wired::tsn::bounds {
namespace {

TEST(PortFlows, ServersKnowWhatIsAboveAndBelow) {
  Network network;
  network.forwarding_ns = {0, 900, 0};
  network.links = {{0, 1, 1'000'000'000, 100}, {1, 2, 100'000'000, 200}};
  std::vector<Stream> streams(2);
  streams[0].path = {0, 1};
  streams[0].priority = 6;
  streams[0].payload_bytes = 458;  // 488 B, 500 B with the gap
  streams[1].path = {1};
  streams[1].priority = 2;
  streams[1].payload_bytes = 958;  // 1000 B with the gap
  Options options;
  options.background_payload_bytes = 58;  // 100 B with the gap
  const PortFlows ports = port_flows(network, streams, options);
  ASSERT_EQ(ports.flows.servers.size(), 3U);
  EXPECT_EQ(ports.priority, (std::vector<std::int32_t>{6, 2, 6}));
  EXPECT_EQ(ports.flows.servers[1].above, std::vector<std::uint32_t>{2});
  EXPECT_TRUE(ports.flows.servers[2].above.empty());
  EXPECT_EQ(ports.flows.servers[0].blocking, 800.0);
  EXPECT_EQ(ports.flows.servers[1].blocking, 8'000.0);
  EXPECT_EQ(ports.flows.servers[2].blocking, 80'000.0);
  EXPECT_EQ(ports.flows.visits[1].burst, 40'000.0);
  EXPECT_EQ(ports.passage_ns, (std::vector<Nanoseconds>{488 * 8 + 100 + 900, 488 * 80 + 200, 988 * 80 + 200}));
  EXPECT_DOUBLE_EQ(ports.bits_per_ns[0], 1.0);
  const Feeder& line = ports.flows.feeders[ports.flows.visits[1].feeder];
  EXPECT_EQ(line.shape_burst, 40'000.0);
  EXPECT_DOUBLE_EQ(line.shape_rate, 10.0);  // a line ten times as fast as the port
  EXPECT_EQ(ports.flows.feeders[ports.flows.visits[0].feeder].shape_burst, unbounded);
  EXPECT_EQ(ports.flows.feeders[ports.flows.visits[2].feeder].shape_burst, unbounded);
}

}  // namespace
}  // namespace parktwin::wired::tsn::bounds
