#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/schedule/every_start.h"

namespace parktwin::wired::tsn::schedule {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Instance part(const Instance& whole, const std::vector<std::size_t>& kept) {
  Instance result{whole.network, {}, whole.options};
  result.options.cycle_ns = hyperperiod_ns(whole.streams);
  for (const std::size_t i : kept) result.streams.push_back(whole.streams[i]);
  return result;
}

TEST(Explain, NamesStreamsThatCannotBeTogetherWhileAllButOneCan) {
  std::array<int, 5> by_size{};
  for (std::uint32_t number = 0; number < 400; ++number) {
    const Instance instance = tiny_instance(number);
    const Conflict conflict = explain(instance.network, instance.streams, instance.options);
    const auto exists = EveryStart(instance).exists();
    if (!exists) continue;
    ASSERT_EQ(conflict.streams.empty(), *exists) << number;
    if (*exists) continue;
    ++by_size[conflict.streams.size()];
    EXPECT_TRUE(conflict.proven) << number;
    EXPECT_FALSE(EveryStart(part(instance, conflict.streams)).exists().value_or(false)) << number;
    for (std::size_t left_out = 0; left_out < conflict.streams.size(); ++left_out) {
      auto rest = conflict.streams;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
      EXPECT_TRUE(EveryStart(part(instance, rest)).exists().value_or(true)) << number;
    }
  }
  EXPECT_GT(by_size[1], 20);
  EXPECT_GT(by_size[2], 10);
  EXPECT_GT(by_size[3], 3);
}

TEST(Explain, FindsThePairAmongManyStreams) {
  Instance ring = ring_of_rings(120);
  ring.options.most_placements = 1'000;
  ASSERT_THAT(explain(ring.network, ring.streams, ring.options).streams, IsEmpty());
  // A listener of their own, so that both must be in step on its link; 12.3 µs each.
  ring.network.forwarding_ns.push_back(0);
  connect(ring.network, 7, ring.network.forwarding_ns.size() - 1, 1'000'000'000, 50);
  for (const Nanoseconds period : {500'000, 800'000}) {  // common divisor 100 µs: both fit
    ring.streams.push_back({"P" + std::to_string(period), period, 1500, period, 400, 7, {}});
    ring.streams.back().path = shortest_path(ring.network, ring.streams.size() % 2 + 30, ring.network.forwarding_ns.size() - 1);
  }
  ASSERT_THAT(explain(ring.network, ring.streams, ring.options).streams, IsEmpty());
  ring.streams[121].period_ns = 512'000;  // 4 µs
  const Conflict conflict = explain(ring.network, ring.streams, ring.options);
  EXPECT_THAT(conflict.streams, ElementsAre(120, 121));
  EXPECT_TRUE(conflict.proven);
  EXPECT_THAT(conflict.reason, HasSubstr("common divisor of 4000 ns, their frames need 24672 ns"));
}

TEST(Explain, ReducesAnOverloadedPort) {
  Instance instance;
  instance.network.forwarding_ns = {0, 0};
  instance.network.links = {{0, 1, 100'000'000, 0}};
  // 123.36 µs each with the gap, every 500 µs: four fit, five do not.
  for (int i = 0; i < 7; ++i) instance.streams.push_back({"S" + std::to_string(i), 500'000, 1500, 500'000, 0, 7, {0}});
  const Conflict conflict = explain(instance.network, instance.streams, {});
  EXPECT_EQ(conflict.streams.size(), 5U);
  EXPECT_TRUE(conflict.proven);
  EXPECT_THAT(conflict.reason, HasSubstr("take longer than the cycle"));
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
