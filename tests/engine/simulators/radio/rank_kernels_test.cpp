#include "engine/simulators/radio/rank_kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t count = 301;  // no multiple of any vector's width

TEST(RankKernels, EqualLevelsGoToTheLowestCell) {
  const std::vector<float> same(count, -80.0F);
  for (const auto& order : {std::vector<std::uint16_t>{7, 3, 9}, {3, 9, 7}, {9, 7, 3}}) {
    std::vector<float> level(count, -1e30F);
    std::vector<std::uint16_t> cell(count, 0xFFFF);
    for (const std::uint16_t each : order) row_strongest(count, each, same.data(), level.data(), cell.data());
    EXPECT_EQ(cell, std::vector<std::uint16_t>(count, 3));
    EXPECT_EQ(level, same);
  }
}

TEST(RankKernels, RanksHoldTheStrongestAndTheBestOfTheOtherMasts) {
  const RandomSequence random(55, 0, 0);
  constexpr std::uint16_t masts = 6;
  std::vector<std::vector<float>> level(masts);
  std::vector<std::vector<std::uint16_t>> cell(masts);
  for (std::uint16_t mast = 0; mast < masts; ++mast) {
    for (std::uint32_t i = 0; i < count; ++i) {
      level[mast].push_back(-80.0F - static_cast<float>(random.below(20 * i + mast, 4)));  // many ties
      cell[mast].push_back(static_cast<std::uint16_t>(3 * mast + random.below(20 * i + 10 + mast, 3)));
    }
  }
  for (const auto& order : {std::vector<std::uint16_t>{0, 1, 2, 3, 4, 5}, {5, 3, 1, 0, 2, 4}, {2, 5, 4, 0, 3, 1}}) {
    std::vector<float> best(count, -1e30F), other(count, -1e30F);
    std::vector<std::uint16_t> best_cell(count, 0xFFFF), other_cell(count, 0xFFFF);
    for (const auto mast : order) {
      row_rank(count, level[mast].data(), cell[mast].data(), {best.data(), best_cell.data(), other.data(), other_cell.data()});
    }
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<std::pair<float, std::uint16_t>> sorted;
      for (std::uint16_t mast = 0; mast < masts; ++mast) sorted.emplace_back(-level[mast][i], cell[mast][i]);
      std::sort(sorted.begin(), sorted.end());
      ASSERT_EQ(best[i], -sorted[0].first);
      ASSERT_EQ(best_cell[i], sorted[0].second);
      ASSERT_EQ(other[i], -sorted[1].first);
      ASSERT_EQ(other_cell[i], sorted[1].second);
    }
  }
}

TEST(RankKernels, MarksSayWhoRanks) {
  const RandomSequence random(56, 0, 0);
  std::vector<float> level(count, -80.0F);
  std::vector<std::uint16_t> first, second, marks(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    first.push_back(static_cast<std::uint16_t>(random.below(2 * i, 9)));
    second.push_back(random.below(2 * i + 1, 4) == 0 ? not_known : static_cast<std::uint16_t>(10 + first.back()));
  }
  const RowRanks ranks{level.data(), first.data(), level.data(), second.data()};
  const std::vector<std::uint16_t> mast = {4, 11, 12};
  EXPECT_TRUE(row_marks(count, mast.data(), mast.size(), ranks, marks.data()));
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_second = second[i] == 11 || second[i] == 12;
    EXPECT_EQ(marks[i], (first[i] == 4 ? 1 : 0) + (is_second ? 2 : 0));
  }
  const std::vector<std::uint16_t> others = {30, 31};
  EXPECT_FALSE(row_marks(count, others.data(), others.size(), ranks, marks.data()));
  EXPECT_EQ(marks, std::vector<std::uint16_t>(count));
  std::vector<float> weaker(count, -80.5F), below(count, -81.0F);
  const RowRanks apart{level.data(), first.data(), below.data(), second.data()};
  EXPECT_EQ(row_reaches(count, weaker.data(), ranks), 0);
  EXPECT_EQ(row_reaches(count, weaker.data(), apart), 2);
  weaker[count - 1] = -80.0F;
  EXPECT_EQ(row_reaches(count, weaker.data(), apart), 3);
}

TEST(RankKernels, WhoIsNotKnownStaysSoUnlessOutranked) {
  float best = -80.0F;
  float other = -1e30F;
  std::uint16_t best_cell = 3;
  std::uint16_t other_cell = not_known;
  const RowRanks ranks{&best, &best_cell, &other, &other_cell};
  const float weaker = -90.0F;
  const std::uint16_t weaker_cell = 7;
  row_rank(1, &weaker, &weaker_cell, ranks);
  EXPECT_EQ(other_cell, not_known);
  EXPECT_EQ(best_cell, 3);
  const float stronger = -70.0F;
  const std::uint16_t stronger_cell = 9;
  row_rank(1, &stronger, &stronger_cell, ranks);
  EXPECT_EQ(best_cell, 9);
  EXPECT_EQ(other_cell, 3);  // known again: nobody is above the one that was best
  EXPECT_EQ(other, -80.0F);
}

TEST(RankKernels, HighestAndLowestOfAnyLength) {
  const RandomSequence random(57, 0, 0);
  for (std::uint32_t size = 1; size < 70; ++size) {
    std::vector<float> level, first, second;
    for (std::uint32_t i = 0; i < size; ++i) {
      level.push_back(static_cast<float>(random.uniform(300 * size + i, -140.0, -40.0)));
      first.push_back(static_cast<float>(random.uniform(300 * size + 100 + i, -100.0, -40.0)));
      second.push_back(i % 7 == 3 ? not_known_dbm : static_cast<float>(random.uniform(300 * size + 200 + i, -140.0, -100.0)));
    }
    EXPECT_EQ(row_highest(size, level.data()), *std::max_element(level.begin(), level.end()));
    const float lowest = std::min(*std::min_element(first.begin(), first.end()), *std::min_element(second.begin(), second.end()));
    EXPECT_EQ(row_lowest_rank(size, {first.data(), nullptr, second.data(), nullptr}), lowest);
  }
}

}  // namespace
}  // namespace parktwin::radio
