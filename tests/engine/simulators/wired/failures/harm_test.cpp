#include "engine/simulators/wired/failures/harm.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

TEST(Harm, NamesWhoLosesTheNetwork) {
  std::size_t enterprises = 0;
  for (std::uint32_t number = 0; number < 100; ++number) {
    const Park park = failing_park(number);
    const Network network = network_of(park);
    const Census census(park, network);
    for (const Risk& risk : risks_of(park, network)) {
      std::vector<std::uint8_t> failed(network.graph.edges.size(), 0);
      for (const std::uint32_t edge : risk.edges) failed[edge] = 1;
      const Harm harm = census.harm(reached_from(network.graph, network.root, failed));
      auto expected = lost(park, {{risk.kind, id_of(park, risk.kind, risk.record)}});
      EXPECT_EQ(harm.any(), !expected.empty());
      EXPECT_EQ(static_cast<std::int32_t>(harm.nodes.size()), take_nodes(expected));
      EXPECT_EQ(told(park, harm), expected);
      enterprises += harm.enterprises.size();
    }
  }
  EXPECT_GT(enterprises, 100U);
}

TEST(Harm, OrdersByEnterprisesFirst) {
  EXPECT_GT((HarmSize{1, 0, 0, 0}), (HarmSize{0, 9, 9, 9}));
  EXPECT_GT((HarmSize{1, 1, 0, 0}), (HarmSize{1, 0, 9, 9}));
  EXPECT_GT((HarmSize{1, 1, 1, 0}), (HarmSize{1, 1, 0, 9}));
}

TEST(Harm, BeyondOthersIsWhatNeitherHas) {
  const auto ids = [](std::initializer_list<std::size_t> numbers) {
    std::vector<Id<NetworkNode>> list;
    for (const std::size_t number : numbers) list.emplace_back(number);
    return list;
  };
  const Harm all{{Id<Enterprise>(0)}, {Id<NetworkService>(2)}, {Id<RadioSite>(1)}, ids({1, 3, 5, 7})};
  const Harm left = beyond(all, {{}, {Id<NetworkService>(2)}, {}, ids({3})}, {{}, {}, {Id<RadioSite>(1)}, ids({5, 6})});
  EXPECT_EQ(left.nodes, ids({1, 7}));
  EXPECT_EQ(size_of(left), (HarmSize{1, 0, 0, 2}));
}

}  // namespace
}  // namespace parktwin::wired::failures
