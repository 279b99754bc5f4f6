#include "engine/simulators/radio/link/slice_shares.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::link {
namespace {

TEST(SliceShares, EnoughForAll) {
  const auto division = divide_among_slices(std::vector<Slice>{{0.3, 0.5}, {0.4, 0.1}});
  EXPECT_EQ(division.slices[0].share, 0.3);  // its unneeded guarantee is lent
  EXPECT_EQ(division.slices[1].share, 0.4);
  EXPECT_NEAR(division.free_share, 0.3, 1e-15);
  EXPECT_FALSE(division.overcommitted);
  for (const auto& slice : division.slices) EXPECT_EQ(slice.short_share, 0.0);
}

// Guarantees 0.5 and 0.1 are needed in full; the remaining 0.4 goes 1 : 3, but the second takes no more than its cap 0.3 allows.
TEST(SliceShares, LeftoverByWeightUpToTheCap) {
  const auto division = divide_among_slices(std::vector<Slice>{{0.9, 0.5, 1.0, 1.0}, {0.8, 0.1, 0.3, 3.0}});
  EXPECT_NEAR(division.slices[0].share, 0.7, 1e-12);
  EXPECT_NEAR(division.slices[1].share, 0.3, 1e-12);
  EXPECT_NEAR(division.slices[0].short_share, 0.2, 1e-12);
  EXPECT_EQ(division.slices[0].short_by_cap_share, 0.0);
  EXPECT_NEAR(division.slices[1].short_share, 0.5, 1e-12);
  EXPECT_NEAR(division.slices[1].short_by_cap_share, 0.5, 1e-12);
  EXPECT_EQ(division.slices[0].below_guarantee_share, 0.0);
}

TEST(SliceShares, TooManyGuaranteesAreCutAlike) {
  const auto division = divide_among_slices(std::vector<Slice>{{1.0, 0.9}, {1.0, 0.6}});
  EXPECT_TRUE(division.overcommitted);
  EXPECT_NEAR(division.slices[0].share, 0.6, 1e-12);
  EXPECT_NEAR(division.slices[1].share, 0.4, 1e-12);
  EXPECT_NEAR(division.slices[0].below_guarantee_share, 0.3, 1e-12);
  EXPECT_NEAR(division.slices[1].below_guarantee_share, 0.2, 1e-12);
  EXPECT_FALSE(divide_among_slices(std::vector<Slice>(10, {0.2, 0.1})).overcommitted);  // ten tenths
}

// The same rules in tiny portions: first guarantees, then each portion to whoever has least per weight beyond the guarantee.
std::vector<double> shares_by_portions(const std::vector<Slice>& slices) {
  constexpr int portions = 20000;
  constexpr double portion = 1.0 / portions;
  std::vector<double> shares;
  double left = 1.0;
  for (const auto& slice : slices) {
    shares.push_back(std::min(slice.needed_share, slice.guaranteed_share));
    left -= shares.back();
  }
  const auto first = shares;
  for (; left > 0.0; left -= portion) {
    std::size_t next = slices.size();
    double least = 1e9;
    for (std::size_t i = 0; i < slices.size(); ++i) {
      const double extra = (shares[i] - first[i]) / slices[i].weight;
      if (shares[i] >= std::min(slices[i].needed_share, slices[i].highest_share) || extra >= least) continue;
      least = extra;
      next = i;
    }
    if (next == slices.size()) break;
    shares[next] += portion;
  }
  return shares;
}

TEST(SliceShares, AgainstTinyPortions) {
  const RandomSequence random(51, 0, 0);
  for (std::uint32_t i = 0; i < 100; ++i) {
    std::vector<Slice> slices;
    const std::uint32_t count = 1 + i % 6;
    for (std::uint32_t k = 0; k < count; ++k) {
      Slice slice;
      slice.needed_share = random.uniform(40 * i + 4 * k, 0.0, 1.2);
      slice.guaranteed_share = random.uniform(40 * i + 4 * k + 1, 0.0, 1.0 / count);
      slice.highest_share = random.uniform(40 * i + 4 * k + 2, slice.guaranteed_share, 1.0);
      slice.weight = random.uniform(40 * i + 4 * k + 3, 0.5, 4.0);
      slices.push_back(slice);
    }
    const auto division = divide_among_slices(slices);
    const auto expected = shares_by_portions(slices);
    double total = division.free_share;
    for (std::size_t k = 0; k < slices.size(); ++k) {
      const auto& given = division.slices[k];
      EXPECT_NEAR(given.share, expected[k], 5e-4);
      EXPECT_LE(given.share, std::min(slices[k].needed_share, slices[k].highest_share));
      EXPECT_GE(given.share, std::min(slices[k].needed_share, slices[k].guaranteed_share));
      EXPECT_NEAR(given.short_share, slices[k].needed_share - given.share, 1e-12);
      EXPECT_EQ(given.below_guarantee_share, 0.0);
      // What is free is denied only by caps.
      if (division.free_share > 1e-12) {
        EXPECT_NEAR(given.short_share, given.short_by_cap_share, 1e-12);
      }
      total += given.share;
    }
    EXPECT_NEAR(total, 1.0, 1e-12);
  }
}

TEST(SliceShares, Promises) {
  EXPECT_THROW((void)divide_among_slices(std::vector<Slice>{{0.5, 0.6, 0.5}}), BrokenPromise);
  EXPECT_THROW((void)divide_among_slices(std::vector<Slice>{{0.5, 0.1, 1.2}}), BrokenPromise);
  EXPECT_THROW((void)divide_among_slices(std::vector<Slice>{{-0.5, 0.0}}), BrokenPromise);
  EXPECT_EQ(divide_among_slices({}).free_share, 1.0);
}

}  // namespace
}  // namespace parktwin::radio::link
