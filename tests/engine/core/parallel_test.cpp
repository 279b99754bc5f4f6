#include "engine/core/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/random.h"
#include "engine/core/workers.h"

namespace parktwin {
namespace {

TEST(ParallelChunks, CoversEachItemOnceWithBoundsThatDependOnTheCountAlone) {
  for (const std::size_t threads : {1, 2, 4}) {
    const ThreadLimit limit(threads);
    for (const std::size_t count : {0, 1, 9, 10, 11, 1003}) {
      std::vector<std::size_t> ends(count, 0);
      parallel_chunks(count, 10, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) ends[i] += end;
      });
      for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(ends[i], std::min(count, (i / 10 + 1) * 10));
    }
  }
}

double folded_sum(std::size_t threads) {
  const ThreadLimit limit(threads);
  constexpr std::size_t grain = 64;
  std::vector<double> sums(100000 / grain + 1, 0.0);
  parallel_chunks(100000, grain, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) sums[begin / grain] += RandomSequence(1, 1, static_cast<std::uint32_t>(i)).normal(0) * 1e10;
  });
  return std::accumulate(sums.begin(), sums.end(), 0.0);
}

TEST(ParallelChunks, FoldedInOrderGiveTheSameBitsForAnyNumberOfThreads) {
  const double one = folded_sum(1);
  EXPECT_EQ(folded_sum(2), one);
  EXPECT_EQ(folded_sum(4), one);
}

TEST(ParallelFor, VisitsEachItemOnce) {
  std::vector<std::atomic<int>> visits(5000);
  parallel_for(visits.size(), [&](std::size_t i) { ++visits[i]; });
  for (const auto& count : visits) EXPECT_EQ(count, 1);
  parallel_for(0, [](std::size_t) { FAIL() << "there is nothing to visit"; });
}

// The exception cancels what the outer loop has not begun; loops within must end whole or not return.
TEST(Parallel, ALoopWithinAFailingOneStillDoesAllItsWork) {
  const ThreadLimit limit(4);
  std::atomic<int> incomplete = 0;
  for (int round = 0; round < 20; ++round) {
    std::atomic<int> begun = 0;
    const auto take_a_while = [&begun](std::atomic<int>& done) {
      ++begun;
      double sum = 0.0;
      for (std::uint32_t k = 0; k < 500; ++k) sum += RandomSequence(1, 1, k).uniform(0);
      done += sum > 0.0 ? 1 : 0;
    };
    const auto outer = [&](std::size_t i) {
      while (i == 3 && begun < 4) std::this_thread::yield();
      if (i == 3) throw std::out_of_range("3");
      std::vector<std::atomic<int>> done(50);
      if (i % 2 == 0) {
        parallel_for(done.size(), [&](std::size_t k) { take_a_while(done[k]); });
      } else {
        parallel_chunks(done.size(), 1, [&](std::size_t k, std::size_t) { take_a_while(done[k]); });
      }
      for (const auto& count : done) incomplete += count == 1 ? 0 : 1;
    };
    EXPECT_THROW(parallel_for(8, outer), std::out_of_range);
  }
  EXPECT_EQ(incomplete, 0);
}

TEST(Parallel, HandsExceptionsToTheCaller) {
  EXPECT_THROW(parallel_for(1000,
                            [](std::size_t i) {
                              if (i == 777) throw std::out_of_range("777");
                            }),
               std::out_of_range);
  EXPECT_THROW(parallel_chunks(1000, 3,
                               [](std::size_t begin, std::size_t) {
                                 if (begin == 999) throw std::out_of_range("999");
                               }),
               std::out_of_range);
  EXPECT_THROW(parallel_chunks(1, 0, [](std::size_t, std::size_t) {}), BrokenPromise);
}

TEST(ThreadLimit, HoldsWhileItLives) {
  const std::size_t before = thread_count();
  {
    const ThreadLimit one(1);
    EXPECT_EQ(thread_count(), 1U);
    std::size_t sum = 0;  // unguarded: one thread alone touches it
    parallel_for(100, [&](std::size_t i) { sum += i; });
    EXPECT_EQ(sum, 4950U);
  }
  EXPECT_EQ(thread_count(), before);
  const ThreadLimit all(0);
  EXPECT_GE(thread_count(), 1U);
}

TEST(ParallelWorkers, EachRunsOnceWithItsOwnLoops) {
  const ThreadLimit limit(4);
  std::vector<std::size_t> sums(9, 0);
  std::vector<std::atomic<bool>> busy(9);
  std::atomic<bool> entered_twice = false;
  parallel_workers(sums.size(), [&](std::size_t worker) {
    if (busy[worker].exchange(true)) entered_twice = true;
    for (std::size_t round = 0; round < 20; ++round) {
      std::atomic<std::size_t> sum = 0;
      parallel_for(100, [&](std::size_t i) { sum += i; });
      sums[worker] += sum;
    }
  });
  EXPECT_FALSE(entered_twice);
  for (const std::size_t sum : sums) EXPECT_EQ(sum, 20U * 4950U);
  EXPECT_THROW(parallel_workers(3, [](std::size_t) { throw std::runtime_error("broke"); }), std::runtime_error);
}

}  // namespace
}  // namespace parktwin
