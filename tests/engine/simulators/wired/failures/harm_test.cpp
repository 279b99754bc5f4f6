#include "engine/simulators/wired/failures/harm.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

TEST(Harm, NamesWhoLosesTheNetwork) {
  std::size_t enterprises = 0;
  for (std::uint32_t number = 0; number < 100; ++number) {
    const Park park = failing_park(number);
    const LayeredNetwork network = layered_network(park);
    const Census census(network);
    for (const Risk& risk : all_risks(park, network).all) {
      NodeSet severed(network.graph.size());
      for (const std::uint32_t node : cut_off(network, risk.edges)) severed.insert(node);
      const Harm harm = census.harm(severed);
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

TEST(Harm, BeyondOthersIsWhatNeitherCosts) {
  std::size_t enterprises_alone = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    const Park park = failing_park(number);
    const LayeredNetwork network = layered_network(park);
    const Census census(network);
    const auto risks = all_risks(park, network).all;
    for (std::size_t i = 0; i + 7 < risks.size(); i += 3) {
      NodeSet a(network.graph.size());
      NodeSet b(network.graph.size());
      for (const std::uint32_t node : cut_off(network, risks[i].edges)) a.insert(node);
      for (const std::uint32_t node : cut_off(network, risks[i + 7].edges)) b.insert(node);
      NodeSet both = a;
      both.add(b);
      const NodeSet nothing(network.graph.size());
      const Harm harm = census.harm_beyond(nothing, a, b);
      auto expected = told(park, census.harm(both));
      for (const NodeSet* set : {&a, &b}) {
        for (const auto& who : told(park, census.harm(*set))) expected.erase(who);
      }
      EXPECT_TRUE(harm.nodes.empty());
      EXPECT_EQ(told(park, harm), expected);
      EXPECT_EQ(size_of(harm), census.size_beyond(nothing, a, b));
      enterprises_alone += harm.enterprises.size();
    }
  }
  EXPECT_GT(enterprises_alone, 10U);  // some access nodes fall to the one failure, the rest to the other
}

}  // namespace
}  // namespace parktwin::wired::failures
