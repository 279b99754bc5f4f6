#include "engine/simulators/wired/traffic/path_delay.h"

#include <gtest/gtest.h>

#include "engine/simulators/wired/traffic/demand.h"
#include "tests/engine/simulators/wired/traffic/packet_simulation.h"
#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

Options quick() {
  Options options;
  options.switch_latency_us = 0.0;
  options.buffer_ms = 10000.0;
  return options;
}

struct Chain {
  Network network;
  Route route;
  std::vector<Profile> classes = profiles({});
  std::vector<Moments> waits;
};

/// Links of these rates from node 1 to the core 0 in a row; each class enters at the far end, and every second one again at each node.
Chain chain_of(const std::vector<double>& rates, double load) {
  ParkBuilder builder;
  builder.node(NodeKind::core_router);
  for (std::size_t i = 0; i < rates.size(); ++i) {
    builder.node(NodeKind::aggregation_switch);
    builder.link(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1), rates[i]);
  }
  Chain chain;
  chain.network = network_of(builder.park(), quick());
  const std::vector<std::uint32_t> sinks{0};
  chain.route = route_to(chain.network, sinks);
  std::vector<Stream> streams;
  for (const auto source : {SourceClass::machines, SourceClass::office}) {
    std::vector<double> up(rates.size() + 1, source == SourceClass::office ? load * 20.0 : 0.0);
    up.back() += load * 40.0;
    streams.push_back({source, &chain.route, up, std::vector<double>(rates.size() + 1, 0.0)});
  }
  chain.waits = waits_of(chain.network, loads_of(chain.network, streams), chain.classes, quick());
  return chain;
}

/// The same, packet by packet: delays of what enters at the far end, of machines and of offices.
std::vector<std::vector<double>> packets_of_chain(const std::vector<double>& rates, double load, double seconds) {
  const auto classes = profiles({});
  std::vector<SimulatedStream> streams;
  const auto add = [&](SourceClass source, double mbit_s, std::size_t from) {
    const double bytes = classes[static_cast<std::size_t>(source)].sample_bytes;
    std::vector<std::size_t> links;
    for (std::size_t i = from; i > 0; --i) links.push_back(i - 1);
    streams.push_back(
        {mbit_s * 1e6 / wire_bits(bytes), wire_bits(bytes) / packets_of(bytes), static_cast<int>(packets_of(bytes)), false, links});
  };
  add(SourceClass::machines, load * 40.0, rates.size());
  add(SourceClass::office, load * 40.0, rates.size());
  for (std::size_t from = 1; from <= rates.size(); ++from) add(SourceClass::office, load * 20.0, from);
  return simulate_packets(streams, rates, seconds, 3);
}

TEST(PathDelay, OneLinkWithAMixOfSamplesAgreesWithPackets) {
  const Chain chain = chain_of({100.0}, 0.6);
  const auto simulated = packets_of_chain({100.0}, 0.6, 60.0);
  int which = 0;
  for (const auto source : {SourceClass::machines, SourceClass::office}) {
    const auto delay =
        path_delays(chain.network, chain.route, chain.waits, chain.classes[static_cast<std::size_t>(source)].sample_bytes)[1];
    EXPECT_NEAR(delay.mean_s() / mean_of(simulated[which]), 1.0, 0.03);
    for (const double share : {0.95, 0.99, 0.999}) {
      EXPECT_NEAR(percentile_s(delay, share) / percentile_of(simulated[which], share), 1.0, 0.12) << name_of(source) << share;
    }
    ++which;
  }
}

// Samples that have been spread out by one link make others wait less at the next: the formula is on the safe side, and not far off.
TEST(PathDelay, LinksInARowAreBoundedFromTheSafeSide) {
  for (const double load : {0.3, 0.6}) {
    const std::vector<double> rates{160.0, 130.0, 100.0};
    const Chain chain = chain_of(rates, load);
    const auto simulated = packets_of_chain(rates, load, 40.0);
    int which = 0;
    for (const auto source : {SourceClass::machines, SourceClass::office}) {
      const auto delay =
          path_delays(chain.network, chain.route, chain.waits, chain.classes[static_cast<std::size_t>(source)].sample_bytes)[3];
      for (const double share : {0.95, 0.99, 0.999}) {
        const double ratio = percentile_s(delay, share) / percentile_of(simulated[which], share);
        EXPECT_GT(ratio, 0.97) << name_of(source) << ' ' << load << ' ' << share;
        EXPECT_LT(ratio, 1.6) << name_of(source) << ' ' << load << ' ' << share;
      }
      ++which;
    }
  }
}

/// Exponential lengths drawn anew at each link: then the waits are independent and exponential (Burke), and the formula has to agree.
TEST(PathDelay, TandemOfExponentialServersAgrees) {
  const double bits = 12000.0;
  const auto simulated = simulate_packets({{5000.0, bits, 1, true, {0, 1, 2}}}, {100.0, 100.0, 100.0}, 120.0, 8);
  const double service_s = bits / 100e6;
  const double rho = 5000.0 * service_s;
  Delay delay;
  for (int link = 0; link < 3; ++link) {
    delay.random += waiting({rho, 2.0 * rho * service_s, 6.0 * rho * service_s * service_s}, 1.0);
    delay.random += {service_s, service_s * service_s};
  }
  EXPECT_NEAR(delay.mean_s() / mean_of(simulated[0]), 1.0, 0.02);
  for (const double share : {0.5, 0.95, 0.99, 0.999}) {
    EXPECT_NEAR(percentile_s(delay, share) / percentile_of(simulated[0], share), 1.0, 0.05) << share;
  }
}

TEST(PathDelay, EmptyNetworkTakesWhatItsLinksTake) {
  const Chain chain = chain_of({1000.0, 100.0}, 0.0);
  const double bytes = 14520.0;  // 10 packets
  const auto delays = path_delays(chain.network, chain.route, chain.waits, bytes);
  const double packet_s = wire_bits(bytes) / 10.0 * 1e-6;
  EXPECT_NEAR(delays[2].mean_s(), packet_s / 100.0 + packet_s / 1000.0 + 9.0 * packet_s / 100.0, 1e-12);
  EXPECT_EQ(delays[0].mean_s(), 0.0);
}

TEST(PathDelay, PathsOfEqualCostAreMixed) {
  ParkBuilder builder;
  for (int i = 0; i < 4; ++i) builder.node(i == 0 ? NodeKind::core_router : NodeKind::aggregation_switch);
  builder.link(0, 1, 100.0);
  builder.link(0, 2, 100.0);
  builder.link(1, 3, 100.0);
  builder.link(2, 3, 100.0);
  builder.links[3].length = Metres(100000.0);
  const Network network = network_of(builder.park(), quick());
  const std::vector<std::uint32_t> sinks{0};
  const auto delay = path_delays(network, route_to(network, sinks), std::vector<Moments>(network.arcs.size()), 100.0)[3];
  const double longer_s = 100000.0 * 1.468 / 299'792'458.0;
  EXPECT_NEAR(delay.fixed_s, 2.0 * wire_bits(100.0) * 1e-8, 1e-12);
  EXPECT_NEAR(delay.random.mean_s, longer_s / 2.0, 1e-12);
  EXPECT_NEAR(delay.random.variance_s2, longer_s * longer_s / 4.0, 1e-15);
}

TEST(PathDelay, AnOpticalUnitWaitsForItsGrant) {
  ParkBuilder builder;
  builder.node(NodeKind::core_router);
  builder.node(NodeKind::optical_network_unit);
  builder.link(0, 1, 1000.0);
  builder.links[0].medium = LinkMedium::passive_optical;
  Options options = quick();
  options.pon_cycle_us = 600.0;
  const Network network = network_of(builder.park(), options);
  const std::vector<std::uint32_t> sinks{0};
  const Route route = route_to(network, sinks);
  const auto waits = waits_of(network, loads_of(network, {}), profiles({}), options);
  const auto delay = path_delays(network, route, waits, 100.0)[1];
  EXPECT_NEAR(delay.mean_s(), 900e-6 + wire_bits(100.0) * 1e-9, 1e-12);
  EXPECT_NEAR(delay.random.variance_s2, 600e-6 * 600e-6 / 12.0, 1e-18);
}

}  // namespace
}  // namespace parktwin::wired::traffic
