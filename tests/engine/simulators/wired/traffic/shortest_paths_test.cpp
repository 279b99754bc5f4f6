#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

Cost cost_of(const Network& network, const std::vector<std::uint32_t>& arcs) {
  Cost cost{0, 0};
  for (const std::uint32_t number : arcs) cost = cost_after(cost, network.arcs[number]);
  return cost;
}

void expect_cheapest(const Network& network, std::vector<EnumeratedPath> all, const std::vector<std::vector<std::uint32_t>>& found,
                     std::size_t count) {
  ASSERT_EQ(found.size(), std::min(count, all.size()));
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(cost_of(network, found[i]), all[i].cost) << i;
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const auto& path) { return path.arcs == found[i]; }));
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(found[j], found[i]);
  }
}

TEST(ShortestPaths, AreTheCheapestOfAllPaths) {
  std::size_t paths = 0;
  for (std::uint32_t number = 0; number < 120; ++number) {
    const Network network = network_of(random_network(number, 7, 12).park(), {});
    const std::vector<std::uint32_t> sinks = number % 2 == 0 ? std::vector<std::uint32_t>{0} : std::vector<std::uint32_t>{0, 5};
    for (std::uint32_t source = 1; source < 5; ++source) {
      const auto all = every_path(network, source, sinks);
      paths += all.size();
      for (const std::size_t count : {1U, 3U, 40U}) expect_cheapest(network, all, shortest_paths(network, source, sinks, count), count);
    }
  }
  EXPECT_GT(paths, 500U);
}

TEST(ShortestPaths, LeaveOutAnArc) {
  for (std::uint32_t number = 0; number < 60; ++number) {
    const Network network = network_of(random_network(number, 6, 11).park(), {});
    const std::vector<std::uint32_t> sinks{0};
    const auto all = every_path(network, 2, sinks);
    if (all.empty() || all[0].arcs.empty()) continue;
    const std::uint32_t without = all[0].arcs[0];
    auto left = all;
    std::erase_if(left, [without](const auto& path) { return std::find(path.arcs.begin(), path.arcs.end(), without) != path.arcs.end(); });
    expect_cheapest(network, left, shortest_paths(network, 2, sinks, 5, without), 5);
  }
}

TEST(ShortestPaths, NoneAskedForNoneGiven) {
  const Network network = network_of(random_network(1, 6, 11).park(), {});
  const std::vector<std::uint32_t> sinks{0};
  EXPECT_TRUE(shortest_paths(network, 1, sinks, 0).empty());
}

}  // namespace
}  // namespace parktwin::wired::traffic
