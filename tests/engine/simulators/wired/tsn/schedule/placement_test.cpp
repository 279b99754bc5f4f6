#include "engine/simulators/wired/tsn/schedule/placement.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/wired/tsn/schedule/instances.h"

namespace parktwin::wired::tsn::schedule {
namespace {

/// Three links, some frames placed at random (they may overlap each other), and a route over all of them.
struct Crowd {
  Timeline timeline{3, 20};
  Route route;

  explicit Crowd(std::uint32_t number) {
    Draws draws(5, number);
    const Nanoseconds unsure = draws.pick<Nanoseconds>({0, 0, 2});
    for (std::size_t link = 0; link < 3; ++link) {
      const Nanoseconds behind = link == 0 ? 0 : draws.between(1, 3) + unsure;
      route.hops.push_back({link, link * classes + 7, draws.between(1, 3), behind, link == 0 ? 0 : unsure});
      route.least_span_ns += behind;
    }
    route.period_ns = draws.pick<Nanoseconds>({10, 20});
    route.most_span_ns = route.least_span_ns + draws.between(0, 8);
    route.most_spread_ns = draws.between(0, 3);
    for (std::uint32_t i = draws.below(5); i > 0; --i) {
      Route other = route;
      const auto first = static_cast<std::ptrdiff_t>(draws.below(3));
      other.hops.erase(other.hops.begin(), other.hops.begin() + first);
      other.hops[0].unsure_ns = 0;
      std::vector<Nanoseconds> starts = {draws.between(0, 19)};
      for (std::size_t h = 1; h < other.hops.size(); ++h) starts.push_back(starts.back() + other.hops[h].behind_ns + draws.between(0, 3));
      timeline.add(other, starts);
    }
  }

  /// Whether one frame per `period` with these starts keeps clear of all that is placed.
  [[nodiscard]] bool free(const std::vector<Nanoseconds>& starts, Nanoseconds period) const {
    for (std::size_t h = 0; h < 3; ++h) {
      const Hop& hop = route.hops[h];
      const Nanoseconds arrival = h == 0 ? starts[0] : starts[h - 1] + hop.behind_ns - hop.unsure_ns;
      for (Nanoseconds turn = -100; turn <= 100; turn += period) {
        for (const Span& w : timeline.windows(h)) {
          if (w.from_ns < starts[h] + turn + hop.port_ns && starts[h] + turn < w.to_ns) return false;
        }
        for (const Span& s : timeline.stays(hop.queue)) {
          if (s.from_ns < starts[h] + turn && arrival + turn < s.to_ns) return false;
        }
      }
    }
    return true;
  }
};

TEST(EarliestEnd, IsWhatTryingAllStartsFinds) {
  int found = 0;
  int waiting = 0;
  for (std::uint32_t number = 0; number < 600; ++number) {
    const Crowd crowd(number);
    const Route& route = crowd.route;
    const Nanoseconds period = route.period_ns;
    std::vector<Nanoseconds> best;
    for (Nanoseconds a = 0; a < period; ++a) {
      for (Nanoseconds b = a + route.hops[1].behind_ns; b <= a + route.most_span_ns; ++b) {
        for (Nanoseconds c = b + route.hops[2].behind_ns; c <= a + route.most_span_ns; ++c) {
          const bool better = best.empty() || c < best[2] || (c == best[2] && a > best[0]);
          if (better && crowd.free({a, b, c}, period)) best = {a, b, c};
        }
      }
    }
    std::vector<std::vector<Room>> rooms;
    for (const Hop& hop : route.hops) rooms.push_back(crowd.timeline.rooms(hop, period));
    const auto starts = earliest_end(route, rooms, period, {0, period - 1, 0, route.most_span_ns});
    ASSERT_EQ(starts.has_value(), !best.empty()) << number;
    if (!starts) continue;
    ++found;
    EXPECT_EQ(starts->back(), best[2]) << number;
    EXPECT_EQ(starts->front(), best[0]) << number;
    EXPECT_TRUE(crowd.free(*starts, period)) << number;
    waiting += starts->back() - starts->front() > route.least_span_ns ? 1 : 0;
  }
  EXPECT_GT(found, 200);
  EXPECT_GT(waiting, 20);
}

TEST(EarliestPhase, IsTheFirstThatIsFreeEverywhere) {
  int found = 0;
  for (std::uint32_t number = 0; number < 600; ++number) {
    const Crowd crowd(number);
    std::optional<Nanoseconds> first;
    for (Nanoseconds phase = crowd.route.period_ns - 1; phase >= 0; --phase) {
      std::vector<Nanoseconds> starts;
      Nanoseconds start = phase;
      for (const Hop& hop : crowd.route.hops) starts.push_back(start += hop.behind_ns);
      if (crowd.free(starts, crowd.route.period_ns)) first = phase;
    }
    EXPECT_EQ(earliest_phase(crowd.timeline, crowd.route), first) << number;
    found += first ? 1 : 0;
  }
  EXPECT_GT(found, 200);
}

TEST(Place, PutsEveryFrameWhereItIsFreeAndLeavesTheTimelineAsItWas) {
  int in_step = 0;
  int apart = 0;
  for (std::uint32_t number = 0; number < 1000; ++number) {
    Crowd crowd(number);
    const std::size_t before = crowd.timeline.windows(1).size();
    const auto starts = place(crowd.timeline, crowd.route, true);
    ASSERT_EQ(crowd.timeline.windows(1).size(), before);
    if (!starts) continue;
    const auto frames = static_cast<std::size_t>(20 / crowd.route.period_ns);
    ASSERT_EQ(starts->size(), 3 * frames);
    Nanoseconds earliest = 100;
    Nanoseconds latest = 0;
    for (std::size_t k = 0; k < frames; ++k) {
      const std::vector<Nanoseconds> frame(starts->begin() + static_cast<std::ptrdiff_t>(3 * k),
                                           starts->begin() + static_cast<std::ptrdiff_t>(3 * k + 3));
      EXPECT_TRUE(crowd.free(frame, 20)) << number;
      EXPECT_LE(frame[2] - frame[0], crowd.route.most_span_ns);
      const Nanoseconds end = frame[2] - static_cast<Nanoseconds>(k) * crowd.route.period_ns;
      earliest = std::min(earliest, end);
      latest = std::max(latest, end);
    }
    EXPECT_LE(latest - earliest, crowd.route.most_spread_ns) << number;
    (latest == earliest ? in_step : apart) += 1;
  }
  EXPECT_GT(in_step, 300);
  EXPECT_GT(apart, 10);
}

}  // namespace
}  // namespace parktwin::wired::tsn::schedule
