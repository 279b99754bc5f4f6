#include "engine/simulators/wired/tsn/schedule/timeline.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/schedule/instances.h"

namespace parktwin::wired::tsn::schedule {
namespace {

constexpr Nanoseconds cycle = 24;

/// A start with an arrival, against all that stands in the timeline, at every multiple of the period.
bool fits(const Timeline& timeline, const Hop& hop, Nanoseconds period, Nanoseconds start, Nanoseconds arrival) {
  for (Nanoseconds turn = -8 * cycle; turn <= 8 * cycle; turn += period) {
    for (const Span& window : timeline.windows(hop.link)) {
      if (window.from_ns < start + turn + hop.port_ns && start + turn < window.to_ns) return false;
    }
    for (const Span& stay : timeline.stays(hop.queue)) {
      if (stay.from_ns < start + turn && arrival + turn < stay.to_ns) return false;
    }
  }
  return true;
}

TEST(Timeline, RoomsAreWhatTryingEveryStartAndArrivalFinds) {
  int starts = 0;
  for (std::uint32_t number = 0; number < 400; ++number) {
    Draws draws(4, number);
    Timeline timeline(2, cycle);
    for (std::uint32_t i = draws.below(4); i > 0; --i) {
      const Route route{
          {{0, 0, 1, 0, 0}, {1, 8 + draws.below(2), draws.between(1, 3), 2, draws.pick<Nanoseconds>({0, 2})}}, cycle, 0, 0, 0, cycle};
      const Nanoseconds start = draws.between(0, cycle - 1);
      timeline.add(route, std::vector<Nanoseconds>{start, start + 2 + draws.between(0, 5)});
    }
    const Hop hop{1, 8, draws.between(1, 3), 0, 0};
    for (const Nanoseconds period : {8, 12, 24}) {
      const auto rooms = timeline.rooms(hop, period);
      for (Nanoseconds start = 0; start < period; ++start) {
        Nanoseconds from = start + 1;  // earliest arrival that some room allows
        for (const Room& room : rooms) {
          if (room.first_ns <= start && start <= room.last_ns) from = std::min(from, room.from_ns);
        }
        for (Nanoseconds arrival = start - period + 1; arrival <= start; ++arrival) {
          ASSERT_EQ(arrival >= from, fits(timeline, hop, period, start, arrival))
              << number << ": " << period << ", " << start << ", " << arrival;
        }
        starts += from <= start ? 1 : 0;
      }
    }
  }
  EXPECT_GT(starts, 2000);
}

TEST(Timeline, TakesBackWhatWasAddedLast) {
  Timeline timeline(1, 10);
  const Route route{{{0, 3, 2, 0, 0}}, 10, 0, 0, 0, 10};
  timeline.add(route, std::vector<Nanoseconds>{3});
  timeline.add(route, std::vector<Nanoseconds>{17});
  EXPECT_EQ(timeline.windows(0).back().from_ns, 7);
  timeline.take_back(route, 1);
  ASSERT_EQ(timeline.windows(0).size(), 1U);
  EXPECT_EQ(timeline.windows(0)[0].from_ns, 3);
  EXPECT_EQ(timeline.stays(3).size(), 1U);
}

/// 1,000 bytes of payload at 100 Mbit/s: 82.4 µs on the wire, 83.36 µs with the gap.
TEST(RouteOf, AddsUpTheWay) {
  Network network;
  network.forwarding_ns = {0, 3'000, 0};
  network.links = {{0, 1, 100'000'000, 50}, {1, 2, 1'000'000'000, 70}};
  const Route route = route_of(network, {"S", 1'000'000, 1000, 200'000, 5'000, 6, {0, 1}}, 400);
  ASSERT_EQ(route.hops.size(), 2U);
  EXPECT_EQ(route.hops[0].port_ns, 83'360);
  EXPECT_EQ(route.hops[0].behind_ns, 0);
  EXPECT_EQ(route.hops[1].queue, 1 * classes + 6);
  EXPECT_EQ(route.hops[1].behind_ns, 82'400 + 50 + 3'000 + 400);
  EXPECT_EQ(route.hops[1].unsure_ns, 800);
  EXPECT_EQ(route.least_span_ns, 85'850);
  EXPECT_EQ(route.most_span_ns, 200'000 - 8'240 - 70 - 400);
  EXPECT_EQ(route.most_spread_ns, 4'200);
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
