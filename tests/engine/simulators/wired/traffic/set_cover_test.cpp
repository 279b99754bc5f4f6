#include "engine/simulators/wired/traffic/set_cover.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

#include "engine/core/random.h"

namespace parktwin::wired::traffic {
namespace {

using Elements = std::vector<std::vector<std::uint32_t>>;

bool covers(const Elements& elements, std::uint32_t chosen) {
  return std::all_of(elements.begin(), elements.end(), [chosen](const auto& sets) {
    return std::any_of(sets.begin(), sets.end(), [chosen](std::uint32_t set) { return ((chosen >> set) & 1U) != 0; });
  });
}

int fewest_by_trying_all(const Elements& elements, std::uint32_t sets) {
  int fewest = static_cast<int>(sets) + 1;
  for (std::uint32_t chosen = 0; chosen < (1U << sets); ++chosen) {
    if (std::popcount(chosen) < fewest && covers(elements, chosen)) fewest = std::popcount(chosen);
  }
  return fewest;
}

Elements random_elements(std::uint32_t number, std::uint32_t sets) {
  const RandomSequence random(31, 1, number);
  std::uint32_t draw = 0;
  Elements elements(1 + random.below(draw++, 25));
  for (auto& element : elements) {
    for (std::uint32_t set = 0; set < sets; ++set) {
      if (random.below(draw++, 5) == 0) element.push_back(set);
    }
    if (element.empty()) element.push_back(random.below(draw++, sets));
  }
  return elements;
}

std::uint32_t as_bits(const Cover& cover) {
  std::uint32_t bits = 0;
  for (const std::uint32_t set : cover.sets) bits |= 1U << set;
  return bits;
}

TEST(SetCover, AgreesWithTryingAll) {
  for (std::uint32_t number = 0; number < 200; ++number) {
    const auto elements = random_elements(number, 12);
    const Cover cover = fewest_sets(elements, 12, 1'000'000);
    EXPECT_TRUE(covers(elements, as_bits(cover)));
    EXPECT_EQ(static_cast<int>(cover.sets.size()), fewest_by_trying_all(elements, 12)) << number;
    EXPECT_TRUE(cover.proven());
    EXPECT_TRUE(std::is_sorted(cover.sets.begin(), cover.sets.end()));
  }
}

TEST(SetCover, GivesBoundsThatHoldTheTruthWhenCutShort) {
  int open = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    const auto elements = random_elements(number, 12);
    const Cover cover = fewest_sets(elements, 12, 1);
    const int truth = fewest_by_trying_all(elements, 12);
    EXPECT_TRUE(covers(elements, as_bits(cover)));
    EXPECT_LE(cover.lower_bound, truth);
    EXPECT_GE(static_cast<int>(cover.sets.size()), truth);
    open += cover.proven() ? 0 : 1;
  }
  EXPECT_GT(open, 0);
}

TEST(SetCover, NothingNeedsNothing) {
  const Cover cover = fewest_sets({}, 5, 10);
  EXPECT_TRUE(cover.sets.empty());
  EXPECT_TRUE(cover.proven());
}

// The greedy choice takes the large set first and needs three.
TEST(SetCover, IsBetterThanGreedy) {
  const Elements elements{{0, 1}, {0, 1}, {0, 2}, {0, 2}, {1}, {2}};
  EXPECT_EQ(fewest_sets(elements, 3, 1000).sets, (std::vector<std::uint32_t>{1, 2}));
}

}  // namespace
}  // namespace parktwin::wired::traffic
