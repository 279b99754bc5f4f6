#include "engine/simulators/wired/tsn/bounds/path_pieces.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/random_network.h"

namespace parktwin::wired::tsn::bounds {
namespace {

TEST(PathPieces, NeverMoreThanTheWaitsAddedUpAndOftenLess) {
  std::size_t streams = 0;
  std::size_t less = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    const RandomNetwork random = random_network(number, 0.6);
    const PortFlows ports = port_flows(random.network, random.streams, {});
    const Waits waits = total_flow_analysis(ports.flows, 300);
    const auto hops = hop_excess(ports, waits);
    EXPECT_EQ(hops, waits.wait_ns);
    const PathPieces pieces(ports, waits, hops, random.streams);
    for (std::size_t s = 0; s < random.streams.size(); ++s) {
      double sum = 0.0;
      for (std::size_t v = ports.flows.first[s]; v < ports.flows.first[s + 1]; ++v) sum += waits.wait_ns[v];
      const double excess = pieces.excess(s);
      EXPECT_LE(excess, sum * (1.0 + 1e-12));
      EXPECT_GE(excess, 0.0);
      ++streams;
      less += excess < 0.999 * sum ? 1 : 0;
    }
  }
  EXPECT_GT(less, streams / 5);
}

TEST(PathPieces, SharedSwitchesCostABurstOnce) {
  // Two streams together over five equal links, offered from two talkers: by total flow analysis they meet anew at every switch.
  Network network;
  network.forwarding_ns.assign(8, 0);
  for (std::size_t i = 0; i < 5; ++i) network.links.push_back({i, i + 1, 1'000'000'000, 0});
  network.links.push_back({6, 1, 1'000'000'000, 0});
  std::vector<Stream> streams(2);
  for (auto& stream : streams) stream.payload_bytes = 958;
  streams[0].path = {0, 1, 2, 3, 4};
  streams[1].path = {5, 1, 2, 3, 4};
  Options options;
  options.background_payload_bytes = 0;
  options.line_shaping = false;
  const PortFlows ports = port_flows(network, streams, options);
  const Waits waits = total_flow_analysis(ports.flows, 1);
  const auto hops = hop_excess(ports, waits);
  const double excess = PathPieces(ports, waits, hops, streams).excess(0);
  EXPECT_NEAR(excess, 8'000.0, 1.0);  // the other frame once
  EXPECT_GT(waits.wait_ns[1] + waits.wait_ns[2] + waits.wait_ns[3] + waits.wait_ns[4], 31'000.0);
}

TEST(PathPieces, CrossTrafficComesWithTheJitterItHasGathered) {
  Network network;
  network.forwarding_ns.assign(5, 0);
  network.links = {{0, 1, 1'000'000'000, 0}, {1, 2, 1'000'000'000, 0}, {2, 3, 1'000'000'000, 0}, {4, 1, 1'000'000'000, 0}};
  std::vector<Stream> streams(3);
  for (auto& stream : streams) stream.payload_bytes = 958;
  streams[0].path = {0, 1, 2};
  streams[1].path = {3, 1, 2};
  streams[2].path = {3};
  Options options;
  options.background_payload_bytes = 0;
  options.line_shaping = false;
  const PortFlows ports = port_flows(network, streams, options);
  const Waits waits = total_flow_analysis(ports.flows, 1);
  const auto hops = hop_excess(ports, waits);
  // The other stream waits 8000 ns on link 3, which at one frame of 8000 ns in a millisecond adds 64 ns to its burst.
  EXPECT_NEAR(PathPieces(ports, waits, hops, streams).excess(0), 8'064.0, 0.5);
}

TEST(PathPieces, RegulatorsHoldBackToTheLongestDelayOfTheGroup) {
  const Network network{{0, 500, 0}, {{0, 1, 1'000'000'000, 0}, {1, 2, 1'000'000'000, 0}}};
  std::vector<Stream> streams(2);
  for (auto& stream : streams) stream.path = {0, 1};
  streams[0].payload_bytes = 958;  // 8000 ns with the gap
  streams[1].payload_bytes = 83;   // 1000 ns
  Options options;
  options.background_payload_bytes = 0;
  options.egress.resize(2);
  options.egress[1].asynchronous = 0x80;
  options.commitments = {{8'000'001, 8'000}, {1'000'001, 1'000}};
  const PortFlows ports = port_flows(network, streams, options);
  const Waits waits = total_flow_analysis(ports.flows, 1);
  const auto hops = hop_excess(ports, waits);
  EXPECT_FALSE(waits.cyclic);
  EXPECT_DOUBLE_EQ(waits.jitter_ns[1], 0.0);
  EXPECT_NEAR(hops[0], 1'000.0, 1e-6);                // behind the small frame
  EXPECT_NEAR(hops[2], 1'000.0 + 7'904 - 904, 1e-6);  // what the large frame may have taken
  EXPECT_NEAR(hops[1], 1'000.0, 0.1);
}

}  // namespace
}  // namespace parktwin::wired::tsn::bounds
