#include "engine/simulators/wired/tsn/schedule/one_port.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/engine/simulators/wired/tsn/schedule/every_start.h"

namespace parktwin::wired::tsn::schedule {
namespace {

TEST(OverfullPort, IsFoundOnlyWhereTryingEveryStartFindsNothing) {
  int overfull = 0;
  int possible = 0;
  for (std::uint32_t number = 3000; number < 4000; ++number) {
    const Instance instance = tiny_instance(number);
    const auto exists = EveryStart(instance).exists();
    if (!exists) continue;
    std::vector<Route> routes;
    for (const Stream& stream : instance.streams) routes.push_back(route_of(instance.network, stream, instance.options.clock_error_ns));
    const bool alone =
        std::all_of(routes.begin(), routes.end(), [](const Route& route) { return route.least_span_ns <= route.most_span_ns; });
    if (!alone) continue;  // no question of ports
    std::vector<std::size_t> all(routes.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto found = overfull_port(routes, all, hyperperiod_ns(instance.streams), instance.options.wait_in_queues, 10'000);
    ASSERT_FALSE(found.link.has_value() && *exists) << number;
    overfull += found.link ? 1 : 0;
    possible += *exists ? 1 : 0;
  }
  EXPECT_GT(overfull, 50);
  EXPECT_GT(possible, 100);
}

TEST(OnPort, LetsFramesMoveAsFarAsTheyMayWaitBehindThePort) {
  Route route{{{0, 7, 2, 0, 0}, {1, 15, 2, 5, 0}}, 20, 5, 8, 1, 20};
  EXPECT_EQ(on_port(route, 0, true).most_spread_ns, 4);
  EXPECT_EQ(on_port(route, 0, true).window_ns, 24);
  EXPECT_EQ(on_port(route, 0, false).most_spread_ns, 1);
  EXPECT_EQ(on_port(route, 1, true).most_spread_ns, 1);
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
