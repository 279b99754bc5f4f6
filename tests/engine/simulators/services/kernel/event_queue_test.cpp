#include "engine/simulators/services/kernel/event_queue.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <string>
#include <tuple>
#include <vector>

#include "engine/core/random.h"

namespace parktwin::services::kernel {
namespace {

/// The independent answer: the standard library's heap of (time, number).
using Heap = std::priority_queue<std::pair<Nanoseconds, std::uint32_t>, std::vector<std::pair<Nanoseconds, std::uint32_t>>, std::greater<>>;

/// Adds `initial` events, then takes one and adds one or two or none, `steps` times; the time ahead comes from `ahead(step)`.
std::uint64_t expect_agreement(std::size_t initial, std::size_t steps, const std::function<Nanoseconds(std::uint32_t)>& ahead,
                               std::uint32_t seed) {
  const RandomSequence random(99, 1, seed);
  EventQueue<std::uint32_t> queue;
  Heap heap;
  std::uint32_t number = 0;
  const auto add = [&](Nanoseconds time) {
    queue.add(time, number);
    heap.emplace(time, number++);
  };
  const auto take = [&] {
    const auto expected = heap.top();
    heap.pop();
    const auto taken = queue.take();
    EXPECT_EQ(std::make_pair(taken.time_ns, taken.event), expected);
    return taken.time_ns;
  };
  for (std::size_t i = 0; i < initial; ++i) add(ahead(number));
  for (std::uint32_t step = 0; step < steps && !heap.empty() && !::testing::Test::HasFailure(); ++step) {
    const Nanoseconds now = take();
    // The number pending grows in the first half and shrinks in the second.
    const std::uint32_t choice = random.below(step, 10);
    const std::uint32_t count = step < steps / 2 ? (choice < 4 ? 2 : 1) : (choice < 5 ? 0 : 1);
    for (std::uint32_t i = 0; i < count; ++i) add(now + ahead(number));
  }
  EXPECT_EQ(queue.size(), heap.size());
  while (!heap.empty() && !::testing::Test::HasFailure()) take();
  EXPECT_TRUE(queue.empty());
  return queue.rebuilds();
}

TEST(EventQueue, AgreesWithAHeapOnRandomSchedules) {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const RandomSequence random(7, 2, seed);
    const double scale = std::pow(10.0, random.uniform(0, 0.0, 12.0));
    const std::uint32_t law = random.below(1, 4);
    const auto ahead = [&](std::uint32_t number) {
      const double u = random.uniform(number + 10);
      if (law == 0) return static_cast<Nanoseconds>(scale * u);
      if (law == 1) return static_cast<Nanoseconds>(-scale * std::log(1.0 - u));
      if (law == 2) return static_cast<Nanoseconds>(scale * (u < 0.9 ? u : 1000.0 * u));
      return static_cast<Nanoseconds>(scale) * static_cast<Nanoseconds>(4.0 * u);  // many ties
    };
    expect_agreement(1 + random.below(2, 3000), 20'000, ahead, seed);
  }
}

TEST(EventQueue, AgreesWithAHeapOnAdversarialSchedules) {
  const auto expect_each = [](const std::string& name, std::size_t initial, const std::function<Nanoseconds(std::uint32_t)>& ahead) {
    SCOPED_TRACE(name);
    return expect_agreement(initial, 100'000, ahead, 1);
  };
  expect_each("all at once", 20'000, [](std::uint32_t) { return 0; });
  expect_each("growing smaller", 50'000, [](std::uint32_t n) { return std::max<Nanoseconds>(0, 10'000'000 - 100 * Nanoseconds{n}); });
  expect_each("two heaps of ties in turn", 20'000, [](std::uint32_t n) { return n % 2 == 0 ? 5 : 1'000'000'000'000; });
  expect_each("bursts and years of silence", 1000, [](std::uint32_t n) { return n % 500 == 0 ? 31'536'000'000'000'000 : n * 7919 % 1000; });
  expect_each("one far outlier before a crowd", 30'000,
              [](std::uint32_t n) { return n == 0 ? 4'000'000'000'000'000'000 : n * 7919LL % 100'003; });
  expect_each("width changes with time", 100, [](std::uint32_t n) { return Nanoseconds{1} << (n / 2000 % 40); });
}

TEST(EventQueue, LengthOfADayFollowsTheEvents) {
  // Without it, 50,000 events within one first day of 2^20 ns would be sorted by insertion.
  EXPECT_GT(expect_agreement(
                50'000, 1000, [](std::uint32_t n) { return n * 7919LL % 1'000'003; }, 1),
            2U);
  // And hours between events would all go through the heap.
  EXPECT_GT(expect_agreement(
                10, 10'000, [](std::uint32_t n) { return 3'600'000'000'000 + n; }, 1),
            0U);
}

TEST(EventQueue, NoEventAllocates) {
  EventQueue<std::uint32_t> queue;
  const RandomSequence random(4, 1, 1);
  for (std::uint32_t i = 0; i < 20; ++i) queue.add(i, i);
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    const auto taken = queue.take();
    queue.add(taken.time_ns + random.below(i, 1000), taken.event);
  }
  EXPECT_LE(queue.nodes(), 20U);
}

TEST(EventQueue, StopsBeforeTheEndAndGoesOn) {
  EventQueue<int> queue;
  queue.add(1'000'000'000'000, 2);
  EXPECT_FALSE(queue.take_before(1'000'000'000'000));
  queue.add(5, 1);
  EXPECT_FALSE(queue.take_before(5));
  EXPECT_EQ(queue.take_before(6)->event, 1);
  EXPECT_EQ(queue.now_ns(), 5);
  queue.add(7, 3);
  EXPECT_EQ(queue.take().event, 3);
  EXPECT_EQ(queue.take().event, 2);
  EXPECT_FALSE(queue.take_before(std::numeric_limits<Nanoseconds>::max()));
}

TEST(EventQueue, RefusesThePastAndEmptiness) {
  EventQueue<int> queue;
  EXPECT_THROW(queue.take(), BrokenPromise);
  queue.add(10, 1);
  queue.take();
  EXPECT_THROW(queue.add(9, 2), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::services::kernel
