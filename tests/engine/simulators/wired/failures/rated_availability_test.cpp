#include "engine/simulators/wired/failures/rated_availability.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

constexpr std::uint64_t plenty = 100'000'000;

/// Nodes that somebody reaches who walks from the core routers in `up` over links in `up` that have the rates in his direction.
std::set<std::size_t> reached_at(const Park& park, RequiredRates rates, const std::vector<bool>& node_up,
                                 const std::vector<bool>& link_up) {
  std::set<std::size_t> reached;
  for (std::size_t i = 0; i < node_up.size(); ++i) {
    if (node_up[i] && park.network_nodes->records()[i].kind == NodeKind::core_router) reached.insert(i);
  }
  for (bool grown = true; grown;) {
    grown = false;
    for (std::size_t i = 0; i < link_up.size(); ++i) {
      const NetworkLink& link = park.network_links->records()[i];
      if (!link_up[i]) continue;
      const auto walk = [&](std::size_t near, std::size_t far, double down, double up) {
        if (!reached.contains(near) || !node_up[far] || down < rates.down_mbps || up < rates.up_mbps) return;
        grown = reached.insert(far).second || grown;
      };
      walk(link.from.index(), link.to.index(), link.rate_down.value(), link.rate_up.value());
      walk(link.to.index(), link.from.index(), link.rate_up.value(), link.rate_down.value());
    }
  }
  return reached;
}

/// Sum over all states of the nodes and links in service.
double enumerated(const Park& park, RequiredRates rates, const std::vector<std::uint32_t>& wanted) {
  const auto& nodes = park.network_nodes->records();
  const auto& links = park.network_links->records();
  double sum = 0.0;
  for (std::uint64_t state = 0; state < (std::uint64_t{1} << (nodes.size() + links.size())); ++state) {
    double probability = 1.0;
    const auto draw = [&](std::size_t bit, bool operational, double availability) {
      const bool works = (state >> bit & 1U) != 0;
      probability *= !operational ? (works ? 0.0 : 1.0) : works ? availability : 1.0 - availability;
      return works;
    };
    std::vector<bool> node_up;
    for (std::size_t i = 0; i < nodes.size(); ++i) node_up.push_back(draw(i, nodes[i].operational, nodes[i].availability));
    std::vector<bool> link_up;
    for (std::size_t i = 0; i < links.size() && probability > 0.0; ++i) {
      link_up.push_back(draw(nodes.size() + i, links[i].operational, links[i].availability));
    }
    if (probability == 0.0) continue;
    const auto reached = reached_at(park, rates, node_up, link_up);
    if (std::any_of(wanted.begin(), wanted.end(), [&](std::uint32_t node) { return reached.contains(node); })) sum += probability;
  }
  return sum;
}

TEST(RatedAvailability, HoldsTheSumOverAllStatesAndIsExactBarLinksOfOneDirectionOnCycles) {
  int exact = 0;
  int bounded = 0;
  int less_than_any_rate = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    const Park park = topology::random_park(number, {.nodes = 5, .links = 8});
    const auto network = layered_network(park);
    KeptBounds kept;
    RatedAvailability availability(park, network, plenty, kept);
    for (const RequiredRates rates : {RequiredRates{0.0, 0.0}, RequiredRates{100.0, 10.0}, RequiredRates{400.0, 100.0}}) {
      for (const std::vector<std::uint32_t>& wanted : std::vector<std::vector<std::uint32_t>>{{3}, {0, 4}}) {
        SCOPED_TRACE("park " + std::to_string(number) + ", " + std::to_string(rates.down_mbps) + " Mbit/s, node " +
                     std::to_string(wanted.front()));
        const Bounds bounds = availability.any_of(wanted, rates);
        const double truth = enumerated(park, rates, wanted);
        EXPECT_LE(bounds.lower, truth + 1e-12);
        EXPECT_GE(bounds.upper, truth - 1e-12);
        if (bounds.lower == bounds.upper) {
          EXPECT_NEAR(bounds.lower, truth, 1e-12);
          ++exact;
        } else {
          EXPECT_GT(rates.down_mbps, 0.0);
          ++bounded;
        }
        less_than_any_rate += truth + 1e-9 < availability.any_of(wanted, {}).lower ? 1 : 0;
      }
    }
  }
  EXPECT_GT(exact, 200);
  EXPECT_GT(bounded, 5);
  EXPECT_GT(less_than_any_rate, 50);
}

TEST(RatedAvailability, KnowsTheDirectionBehindABridge) {
  // Core 0 – 1 – 2: both links carry 1000 outwards and 100 inwards as seen from their `from` end; the second is written from node 2.
  std::vector<NetworkNode> nodes = numbered_records<NetworkNode>('N', 3);
  nodes[0].kind = NodeKind::core_router;
  std::vector<NetworkLink> links = numbered_records<NetworkLink>('L', 2);
  for (NetworkLink& link : links) {
    link.rate_down = MegabitsPerSecond(1000.0);
    link.rate_up = MegabitsPerSecond(100.0);
    link.availability = 0.9;
  }
  links[0].from = Id<NetworkNode>(0);
  links[0].to = Id<NetworkNode>(1);
  links[1].from = Id<NetworkNode>(2);
  links[1].to = Id<NetworkNode>(1);
  for (NetworkNode& node : nodes) node.availability = 1.0;
  Park park;
  park.network_nodes = Part(Table(std::move(nodes)));
  park.network_links = Part(Table(std::move(links)));
  const auto network = layered_network(park);
  KeptBounds kept;
  RatedAvailability availability(park, network, plenty, kept);
  const RequiredRates fast{500.0, 100.0};
  EXPECT_DOUBLE_EQ(availability.any_of(std::vector<std::uint32_t>{1}, fast).lower, 0.9);
  EXPECT_DOUBLE_EQ(availability.any_of(std::vector<std::uint32_t>{1}, fast).upper, 0.9);
  EXPECT_EQ(availability.any_of(std::vector<std::uint32_t>{2}, fast).upper, 0.0);
  EXPECT_NEAR(availability.any_of(std::vector<std::uint32_t>{2}, {100.0, 100.0}).lower, 0.81, 1e-15);
}

}  // namespace
}  // namespace parktwin::wired::failures
