#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/wired/tsn/schedule/instances.h"

namespace parktwin::wired::tsn::schedule {
namespace {

using Paths = std::vector<std::vector<std::size_t>>;

/// Each link and node an element of its own.
Elements one_each(const Network& network, double link, double node) {
  Elements elements;
  for (std::size_t i = 0; i < network.links.size(); ++i) elements.of_link.push_back(i);
  for (std::size_t i = 0; i < network.forwarding_ns.size(); ++i) elements.of_node.push_back(network.links.size() + i);
  elements.availability.assign(network.links.size(), link);
  elements.availability.resize(network.links.size() + network.forwarding_ns.size(), node);
  return elements;
}

/// Source, s1, then s2a and s2b with a link each way between them, s3a and s3b, destination: the network of IEEE 802.1CB that INET takes
/// for showcases/tsn/framereplication/manualconfiguration.
struct Showcase {
  Network network;
  Paths paths;

  Showcase() {
    network.forwarding_ns.assign(7, 0);
    for (const auto& [from, to] : {std::pair{0, 1}, {1, 2}, {1, 3}, {2, 3}, {3, 2}, {2, 4}, {3, 5}, {4, 6}, {5, 6}}) {
      network.links.push_back({static_cast<std::size_t>(from), static_cast<std::size_t>(to)});
    }
    paths = {{0, 1, 5, 7}, {0, 1, 3, 6, 8}, {0, 2, 6, 8}, {0, 2, 4, 5, 7}};
  }
};

/// INET 4.4: every link loses 20 % of its packets; its documentation gives a share of "around 0.657" received, its test
/// (python/inet/tests/validation.py) 0.65784 observed in simulation.
TEST(Reliability, IsThatOfTheInetFrameReplicationShowcase) {
  const Showcase showcase;
  const auto result = reliability(showcase.network, one_each(showcase.network, 0.8, 1.0), showcase.paths);
  EXPECT_NEAR(result.availability, 0.657, 0.0005);
  EXPECT_NEAR(result.availability, 0.65784, 0.65784 * 0.01);  // the accuracy of that test
  // Conditioned by hand on which of s2a and s2b are reached: 0.64 at once both, 0.32 one, which reaches the other with 0.8.
  EXPECT_NEAR(result.availability, 0.8 * ((0.64 + 0.32 * 0.8) * (1.0 - 0.36 * 0.36) + 0.32 * 0.2 * 0.64), 1e-15);
}

TEST(Reliability, HasTheClosedFormOfSeriesAndParallel) {
  Network network;
  network.forwarding_ns.assign(5, 0);  // 0 to 4 over 1, 2 or 3
  for (std::size_t middle = 1; middle < 4; ++middle) {
    network.links.push_back({0, middle});
    network.links.push_back({middle, 4});
  }
  const Elements elements = one_each(network, 0.999, 0.99);
  const double ends = 0.99 * 0.99;
  const double way = 0.999 * 0.99 * 0.999;
  const Paths paths = {{0, 1}, {2, 3}, {4, 5}};
  EXPECT_NEAR(reliability(network, elements, Paths{paths[0]}).availability, ends * way, 1e-15);
  EXPECT_NEAR(reliability(network, elements, Paths{paths[0], paths[1]}).availability, ends * (1 - std::pow(1 - way, 2)), 1e-15);
  const auto three = reliability(network, elements, paths);
  EXPECT_NEAR(three.availability, ends * (1 - std::pow(1 - way, 3)), 1e-15);
  EXPECT_NEAR(three.unavailability, 1 - ends * (1 - std::pow(1 - way, 3)), 1e-15);
}

TEST(Reliability, KeepsTheDigitsOfSmallUnavailabilities) {
  Network network;
  network.forwarding_ns.assign(2, 0);
  for (int i = 0; i < 4; ++i) network.links.push_back({0, 1});
  Elements elements = one_each(network, 1.0 - std::ldexp(1.0, -20), 1.0);
  const auto result = reliability(network, elements, Paths{{0}, {1}, {2}, {3}});
  EXPECT_EQ(result.availability, 1.0);
  EXPECT_EQ(result.unavailability, std::ldexp(1.0, -80));
  elements.of_link = {0, 0, 0, 0};  // all in one duct
  EXPECT_EQ(reliability(network, elements, Paths{{0}, {1}, {2}, {3}}).unavailability, std::ldexp(1.0, -20));
}

bool alive(const Network& network, const Elements& elements, const Paths& paths, const std::vector<bool>& up) {
  for (const auto& path : paths) {
    bool whole = true;
    for (const std::size_t link : path) {
      whole = whole && up[elements.of_link[link]] && up[elements.of_node[network.links[link].from]] &&
              up[elements.of_node[network.links[link].to]];
    }
    if (whole) return true;
  }
  return false;
}

TEST(Reliability, EqualsTheSumOverAllStates) {
  for (std::uint32_t number = 0; number < 30; ++number) {
    Draws draws(7, number);
    const Showcase showcase;
    Elements elements = one_each(showcase.network, 1.0, 1.0);
    elements.availability.resize(12);
    for (double& availability : elements.availability) availability = static_cast<double>(draws.between(500, 1000)) / 1000.0;
    for (auto& element : elements.of_link) element = draws.below(12);  // shared risks
    for (auto& element : elements.of_node) element = draws.below(12);
    double sum = 0.0;
    for (unsigned state = 0; state < 1U << 12; ++state) {
      double probability = 1.0;
      std::vector<bool> up(12);
      for (std::size_t e = 0; e < 12; ++e) {
        up[e] = (state >> e & 1U) != 0;
        probability *= up[e] ? elements.availability[e] : 1.0 - elements.availability[e];
      }
      if (alive(showcase.network, elements, showcase.paths, up)) sum += probability;
    }
    const auto result = reliability(showcase.network, elements, showcase.paths);
    EXPECT_NEAR(result.availability, sum, 1e-13) << number;
    EXPECT_NEAR(result.unavailability, 1.0 - sum, 1e-13) << number;
  }
}

TEST(Reliability, LiesWithinTheConfidenceIntervalOfRandomStates) {
  const Showcase showcase;
  const Elements elements = one_each(showcase.network, 0.9, 0.95);
  const double exact = reliability(showcase.network, elements, showcase.paths).availability;
  constexpr std::uint32_t samples = 200'000;
  std::uint32_t received = 0;
  for (std::uint32_t sample = 0; sample < samples; ++sample) {
    const RandomSequence random(5, 1, sample);
    std::vector<bool> up(elements.availability.size());
    for (std::uint32_t e = 0; e < up.size(); ++e) up[e] = random.uniform(e) < elements.availability[e];
    received += alive(showcase.network, elements, showcase.paths, up) ? 1 : 0;
  }
  EXPECT_NEAR(received / static_cast<double>(samples), exact, 4.0 * std::sqrt(exact * (1.0 - exact) / samples));
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
