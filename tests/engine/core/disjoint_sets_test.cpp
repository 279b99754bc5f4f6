#include "engine/core/disjoint_sets.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin {
namespace {

TEST(DisjointSets, AreWhatRepaintingFinds) {
  for (std::uint32_t number = 0; number < 100; ++number) {
    const RandomSequence random(31, 0, number);
    std::uint32_t draw = 0;
    const std::size_t count = 1 + random.below(draw++, 40);
    DisjointSets sets(count);
    std::vector<std::size_t> colour(count);
    for (std::size_t i = 0; i < count; ++i) colour[i] = i;
    for (std::uint32_t joins = random.below(draw++, 40); joins > 0; --joins) {
      const std::size_t a = random.below(draw++, static_cast<std::uint32_t>(count));
      const std::size_t b = random.below(draw++, static_cast<std::uint32_t>(count));
      sets.join(a, b);
      const std::size_t from = std::max(colour[a], colour[b]);
      const std::size_t to = std::min(colour[a], colour[b]);
      for (std::size_t& each : colour) each = each == from ? to : each;
    }
    for (std::size_t i = 0; i < count; ++i) {
      EXPECT_EQ(sets.root(i), colour[i]);
      EXPECT_EQ(sets.joined(0, i), colour[0] == colour[i]);
    }
  }
}

}  // namespace
}  // namespace parktwin
