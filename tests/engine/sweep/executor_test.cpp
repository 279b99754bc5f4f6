#include "engine/sweep/executor.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>

#include "engine/core/parallel.h"

namespace parktwin::sweep {
namespace {

std::vector<std::size_t> numbers(std::size_t count) {
  std::vector<std::size_t> all(count);
  std::iota(all.begin(), all.end(), std::size_t{10});
  return all;
}

TEST(LocalExecutor, EveryScenarioOnceAndAWorkerNeverTwiceAtATime) {
  for (const std::size_t workers : {1U, 2U, 5U}) {
    std::mutex mutex;
    std::multiset<std::size_t> done;
    std::atomic<int> made = 0;
    std::atomic<bool> overlapped = false;
    LocalExecutor executor(workers);
    executor.run(
        numbers(60),
        [&]() -> Worker {
          ++made;
          const auto busy = std::make_shared<std::atomic<bool>>(false);
          return [&, busy](std::size_t scenario) {
            if (busy->exchange(true)) overlapped = true;
            std::atomic<std::size_t> sum = 0;
            parallel_for(50, [&](std::size_t i) { sum += i; });
            const std::scoped_lock lock(mutex);
            done.insert(scenario);
            *busy = false;
          };
        },
        [] { return false; });
    const auto expected = numbers(60);
    EXPECT_EQ(done, std::multiset<std::size_t>(expected.begin(), expected.end()));
    EXPECT_FALSE(overlapped);
    EXPECT_LE(made, static_cast<int>(workers));
    EXPECT_EQ(executor.workers_used(), workers);
  }
}

TEST(LocalExecutor, TakesNoMoreWorkersThanMemoryHolds) {
  std::atomic<std::size_t> used = 100;
  LocalExecutor executor(8, {450, [&used] { return used.load(); }});
  const auto make = [&]() -> Worker {
    used += 100;
    return [](std::size_t) {};
  };
  executor.run(numbers(30), make, [] { return false; });
  EXPECT_EQ(executor.workers_used(), 3U);  // 200 with the first, two more fit below 450
  used = 400;
  executor.run(numbers(30), make, [] { return false; });
  EXPECT_EQ(executor.workers_used(), 1U);
}

TEST(LocalExecutor, StopsBetweenScenariosAndPassesFailuresOn) {
  std::atomic<int> done = 0;
  LocalExecutor executor(2);
  executor.run(
      numbers(100), [&]() -> Worker { return [&](std::size_t) { ++done; }; }, [&] { return done >= 10; });
  EXPECT_GE(done, 10);
  EXPECT_LE(done, 12);
  const auto failing = []() -> Worker { return [](std::size_t) { throw std::runtime_error("full disk"); }; };
  EXPECT_THROW(executor.run(numbers(3), failing, [] { return false; }), std::runtime_error);
}

}  // namespace
}  // namespace parktwin::sweep
