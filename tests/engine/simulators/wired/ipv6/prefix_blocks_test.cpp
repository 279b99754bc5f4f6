#include "engine/simulators/wired/ipv6/prefix_blocks.h"

#include <gtest/gtest.h>

#include <map>

#include "engine/core/random.h"

namespace parktwin::wired::ipv6 {
namespace {

IpPrefix prefix(const std::string& text) { return parse_ip_prefix(text).value(); }

// Nothing overlaps, nothing leaves the space, every block is given before the space is called full, routes hold their area's alone.
TEST(PrefixBlocks, FillTheirSpaceWithoutOverlap) {
  const RandomSequence random(5, 5, 5);
  std::uint32_t draw = 0;
  for (int round = 0; round < 60; ++round) {
    const int length = 48 + static_cast<int>(random.below(draw++, 10));
    const int block_length = length + static_cast<int>(random.below(draw++, static_cast<std::uint32_t>(std::min(10, 64 - length) + 1)));
    const IpPrefix space = IpPrefix{prefix("2001:db8:5ee:5555::/64").address, length}.network();
    std::vector<IpPrefix> taken;
    for (std::uint32_t i = random.below(draw++, 4); i > 0; --i) {
      const auto number = random.below(draw++, 1U << (block_length - length));
      taken.push_back(
          {with_bits(space.address, length, block_length - length, number), block_length + static_cast<int>(random.below(draw++, 2))});
    }
    std::uint64_t expected = 0;
    for (std::uint64_t number = 0; number < std::uint64_t{1} << (block_length - length); ++number) {
      const IpPrefix block{with_bits(space.address, length, block_length - length, number), block_length};
      bool free = true;
      for (const auto& other : taken) free = free && !overlap(block, other);
      expected += free ? 1 : 0;
    }
    PrefixBlocks blocks(space, block_length, taken);
    EXPECT_EQ(blocks.free_blocks(), expected);
    const std::uint32_t areas = 1 + random.below(draw++, 7);
    std::vector<IpPrefix> given = taken;
    while (const auto next = blocks.take(random.below(draw++, areas))) {
      EXPECT_EQ(next->length, block_length);
      EXPECT_TRUE(contains(space, *next));
      for (const auto& other : given) EXPECT_FALSE(overlap(*next, other));
      given.push_back(*next);
      EXPECT_EQ(blocks.free_blocks(), expected - (given.size() - taken.size()));
    }
    EXPECT_EQ(given.size() - taken.size(), expected);
    std::vector<IpPrefix> all;
    for (std::size_t area = 0; area < areas; ++area) {
      for (const auto& route : blocks.routes(area)) {
        EXPECT_TRUE(contains(space, route));
        for (const auto& other : all) EXPECT_FALSE(overlap(route, other));
        all.push_back(route);
      }
    }
  }
}

TEST(PrefixBlocks, AreasGrowNextToThemselvesAndFarFromEachOther) {
  PrefixBlocks blocks(prefix("2001:db8:5ee::/48"), 56, {});  // 64 chunks of 4
  std::vector<std::string> first;
  for (std::size_t area = 0; area < 4; ++area) first.push_back(to_text(blocks.take(area).value()));
  EXPECT_EQ(first,
            (std::vector<std::string>{"2001:db8:5ee::/56", "2001:db8:5ee:8000::/56", "2001:db8:5ee:4000::/56", "2001:db8:5ee:c000::/56"}));
  for (int i = 1; i < 16; ++i) EXPECT_TRUE(blocks.take(1));
  ASSERT_EQ(blocks.routes(1).size(), 1U);
  EXPECT_EQ(to_text(blocks.routes(1)[0]), "2001:db8:5ee:8000::/52");
}

TEST(PrefixBlocks, ClaimKeepsOthersOutWhileThereIsRoom) {
  const IpPrefix used = prefix("2001:db8:5ee:8100::/56");
  PrefixBlocks blocks(prefix("2001:db8:5ee::/48"), 56, {used});
  blocks.claim(7, used);
  EXPECT_EQ(to_text(blocks.take(7).value()), "2001:db8:5ee:8000::/56");
  EXPECT_EQ(to_text(blocks.take(7).value()), "2001:db8:5ee:8200::/56");
  EXPECT_EQ(to_text(blocks.take(1).value()), "2001:db8:5ee::/56");
  EXPECT_EQ(to_text(blocks.take(2).value()), "2001:db8:5ee:4000::/56");
}

TEST(PrefixBlocks, CountOfLargeSpacesIsNeverTooLarge) {
  PrefixBlocks blocks(prefix("2001:db8::/32"), 48, {prefix("2001:db8:8000::/40"), prefix("2001:db8::/64")});
  EXPECT_EQ(blocks.free_blocks(), 65536U - 256U - 1U);
  EXPECT_TRUE(blocks.take(0));
  EXPECT_EQ(blocks.free_blocks(), 65536U - 256U - 2U);
  EXPECT_GT(PrefixBlocks(prefix("2000::/3"), 48, {}).free_blocks(), std::uint64_t{1} << 44U);
}

}  // namespace
}  // namespace parktwin::wired::ipv6
