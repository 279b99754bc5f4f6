#include "engine/simulators/wired/failures/node_set.h"

#include <gtest/gtest.h>

#include <set>

#include "engine/core/random.h"

namespace parktwin::wired::failures {
namespace {

TEST(NodeSet, DoesWhatASetOfNumbersDoes) {
  const RandomSequence random(7, 1, 1);
  std::uint32_t draw = 0;
  NodeSet a(200);
  NodeSet b(200);
  std::set<std::uint32_t> slow_a;
  std::set<std::uint32_t> slow_b;
  for (int i = 0; i < 120; ++i) {
    const std::uint32_t in_a = random.below(draw++, 200);
    const std::uint32_t in_b = random.below(draw++, 200);
    a.insert(in_a);
    slow_a.insert(in_a);
    b.insert(in_b);
    slow_b.insert(in_b);
  }
  const auto same = [](const NodeSet& nodes, const std::set<std::uint32_t>& slow) {
    std::vector<std::uint32_t> list;
    nodes.for_each([&](std::uint32_t node) { list.push_back(node); });
    bool contained = true;
    for (std::uint32_t node = 0; node < 200; ++node) contained = contained && nodes.contains(node) == slow.contains(node);
    return contained && nodes.count() == slow.size() && list == std::vector<std::uint32_t>(slow.begin(), slow.end());
  };
  EXPECT_TRUE(same(a, slow_a));
  NodeSet sum = a;
  sum.add(b);
  std::set<std::uint32_t> slow_sum = slow_a;
  slow_sum.insert(slow_b.begin(), slow_b.end());
  EXPECT_TRUE(same(sum, slow_sum));
  const std::size_t beyond = sum.count_beyond(b, NodeSet(200));
  a.remove(b);
  EXPECT_EQ(beyond, a.count());
  for (const std::uint32_t node : slow_b) slow_a.erase(node);
  EXPECT_TRUE(same(a, slow_a));
  EXPECT_FALSE(a.empty());
  a.remove(a);
  EXPECT_TRUE(a.empty());
}

}  // namespace
}  // namespace parktwin::wired::failures
