#include "engine/simulators/wired/tsn/schedule/exact.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/schedule/every_start.h"

namespace parktwin::wired::tsn::schedule {
namespace {

std::vector<Route> routes_of(const Instance& instance) {
  std::vector<Route> routes;
  for (const Stream& stream : instance.streams) routes.push_back(route_of(instance.network, stream, instance.options.clock_error_ns));
  return routes;
}

TEST(SearchAll, AnswersAsTryingEveryStartDoes) {
  int possible = 0;
  int impossible = 0;
  for (std::uint32_t number = 2000; number < 2600; ++number) {
    const Instance instance = tiny_instance(number);
    const auto exists = EveryStart(instance).exists();
    if (!exists) continue;
    const auto cycle = hyperperiod_ns(instance.streams);
    const Search search = search_all(routes_of(instance), cycle, instance.options.wait_in_queues, 100'000);
    ASSERT_EQ(search.answer, *exists ? Answer::found : Answer::none) << number;
    (*exists ? possible : impossible) += 1;
    if (!*exists) continue;
    const Schedule schedule{cycle, search.starts_ns};
    EXPECT_TRUE(EveryStart(instance).accepts(schedule)) << number;
    EXPECT_TRUE(verify(instance.network, instance.streams, schedule, instance.options.clock_error_ns).empty()) << number;
  }
  EXPECT_GT(possible, 100);
  EXPECT_GT(impossible, 100);
}

/// Frames that together are one nanosecond too long for the period: no order works, and pairwise reasoning does not see it at once.
TEST(SearchAll, GivesUpWhenTheBudgetIsSpent) {
  Instance instance;
  instance.network.forwarding_ns = {0, 0};
  instance.network.links = {{0, 1, tiny_rate, 0}};
  for (int i = 0; i < 9; ++i) instance.streams.push_back({"S", 17, 42, 10, 0, 7, {0}});
  EXPECT_EQ(search_all(routes_of(instance), 17, true, 100).answer, Answer::unknown);
  for (auto& stream : instance.streams) stream.period_ns = 18;
  EXPECT_EQ(search_all(routes_of(instance), 18, true, 1'000).answer, Answer::found);
}

TEST(SearchAll, DoesNotBeginWhatIsTooLarge) {
  const Instance large = ring_of_rings(200);
  const Search search = search_all(routes_of(large), hyperperiod_ns(large.streams), true, 1'000'000);
  EXPECT_EQ(search.answer, Answer::unknown);
  EXPECT_EQ(search.branches, 0);
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
