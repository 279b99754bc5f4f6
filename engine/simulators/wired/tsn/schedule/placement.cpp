#include "engine/simulators/wired/tsn/schedule/placement.h"

#include <algorithm>

namespace parktwin::wired::tsn::schedule {
namespace {

using Starts = std::optional<std::vector<Nanoseconds>>;

/// All starts first..last can be reached from starts on the link before that are at least `before`.
struct Reach {
  Nanoseconds first_ns = 0;
  Nanoseconds last_ns = 0;
};

/// Calls `visit(room)` for the rooms of all periods that reach into from..to, in order.
template <typename Visit>
void each_room(const std::vector<Room>& rooms, Nanoseconds period_ns, Nanoseconds from_ns, Nanoseconds to_ns, Visit visit) {
  if (rooms.empty()) return;
  for (Nanoseconds turn = from_ns - folded(from_ns, period_ns); turn <= to_ns; turn += period_ns) {
    for (const Room& room : rooms) {
      if (room.first_ns + turn > to_ns) return;
      if (room.last_ns + turn >= from_ns) visit(Room{room.first_ns + turn, room.last_ns + turn, room.from_ns + turn});
    }
  }
}

/// Earliest element of a sorted union that is at least `time_ns`.
const Reach* at_or_after(const std::vector<Reach>& set, Nanoseconds time_ns) {
  const auto found = std::partition_point(set.begin(), set.end(), [&](const Reach& reach) { return reach.last_ns < time_ns; });
  return found == set.end() ? nullptr : &*found;
}

std::vector<Reach> reached_first(const std::vector<Room>& rooms, Nanoseconds period_ns, Nanoseconds from_ns, Nanoseconds to_ns) {
  std::vector<Reach> set;
  each_room(rooms, period_ns, from_ns, to_ns, [&](const Room& room) {
    set.push_back({std::max(room.first_ns, from_ns), std::min(room.last_ns, to_ns)});
  });
  return set;
}

std::vector<Reach> reached_next(const std::vector<Reach>& before, const Hop& hop, const std::vector<Room>& rooms, Nanoseconds period_ns,
                                Nanoseconds latest_ns) {
  std::vector<Reach> set;
  if (before.empty()) return set;
  each_room(rooms, period_ns, before.front().first_ns + hop.behind_ns, latest_ns, [&](const Room& room) {
    const Nanoseconds earliest_before = room.from_ns + hop.unsure_ns - hop.behind_ns;
    const Reach* reach = at_or_after(before, earliest_before);
    if (!reach) return;
    const Nanoseconds start = std::max(room.first_ns, std::max(reach->first_ns, earliest_before) + hop.behind_ns);
    const Nanoseconds last = std::min(room.last_ns, latest_ns);
    if (start <= last) set.push_back({start, last});
  });
  return set;
}

/// Latest start on the link before from which a frame can start at `start_ns`. Precondition: there is one.
Nanoseconds latest_before(const std::vector<Reach>& before, const Hop& hop, Nanoseconds start_ns) {
  const Nanoseconds limit = start_ns - hop.behind_ns;
  const auto beyond = std::partition_point(before.begin(), before.end(), [&](const Reach& reach) { return reach.first_ns <= limit; });
  return std::min(std::prev(beyond)->last_ns, limit);
}

/// One phase for all frames.
std::vector<Nanoseconds> repeated(const std::vector<Nanoseconds>& starts, Nanoseconds period_ns, Nanoseconds cycle_ns) {
  std::vector<Nanoseconds> all;
  all.reserve(starts.size() * static_cast<std::size_t>(cycle_ns / period_ns));
  for (Nanoseconds turn = 0; turn < cycle_ns; turn += period_ns) {
    for (const Nanoseconds start : starts) all.push_back(start + turn);
  }
  return all;
}

/// A frame must have left each queue before the frame of the next period can arrive there.
bool stays_short(const Route& route, const std::vector<Nanoseconds>& starts) {
  for (std::size_t h = 1; h < route.hops.size(); ++h) {
    const Nanoseconds wait = starts[h] - starts[h - 1] - route.hops[h].behind_ns;
    if (wait + route.hops[h].unsure_ns > route.period_ns) return false;
  }
  return true;
}

std::vector<std::vector<Room>> rooms_of(const Timeline& timeline, const Route& route, Nanoseconds period_ns) {
  std::vector<std::vector<Room>> rooms;
  rooms.reserve(route.hops.size());
  for (const Hop& hop : route.hops) rooms.push_back(timeline.rooms(hop, period_ns));
  return rooms;
}

Starts in_step(const Timeline& timeline, const Route& route, Nanoseconds most_span) {
  const Bounds bounds{.first_to_ns = route.period_ns - 1, .most_span_ns = most_span};
  auto starts = earliest_end(route, rooms_of(timeline, route, route.period_ns), route.period_ns, bounds);
  if (!starts || !stays_short(route, *starts)) return {};
  return repeated(*starts, route.period_ns, timeline.cycle_ns());
}

/// All frames one by one, ends at least `earliest` into their period. On failure says by how much later the ends may begin at the earliest.
Starts apart_from(Timeline& timeline, const Route& route, Nanoseconds most_span, Nanoseconds earliest, std::optional<Nanoseconds>& next) {
  std::vector<Nanoseconds> all;
  next.reset();
  const Nanoseconds cycle = timeline.cycle_ns();
  std::size_t frames = 0;
  for (Nanoseconds turn = 0; turn < cycle; turn += route.period_ns, ++frames) {
    const Bounds bounds{turn, turn + route.period_ns - 1, turn + earliest, most_span};
    const auto starts = earliest_end(route, rooms_of(timeline, route, cycle), cycle, bounds);
    if (!starts || !stays_short(route, *starts)) break;
    const Nanoseconds end = starts->back() - turn;
    if (end > earliest + route.most_spread_ns) {
      next = end - route.most_spread_ns;
      break;
    }
    timeline.add(route, *starts);
    all.insert(all.end(), starts->begin(), starts->end());
  }
  timeline.take_back(route, frames);
  if (all.size() < route.hops.size() * static_cast<std::size_t>(cycle / route.period_ns)) return {};
  return all;
}

Starts apart(Timeline& timeline, const Route& route, Nanoseconds most_span) {
  std::optional<Nanoseconds> earliest = route.least_span_ns;
  for (int attempt = 0; attempt < 16 && earliest; ++attempt) {
    std::optional<Nanoseconds> next;
    if (auto starts = apart_from(timeline, route, most_span, *earliest, next)) return starts;
    earliest = next;
  }
  return {};
}

}  // namespace

Starts earliest_end(const Route& route, const std::vector<std::vector<Room>>& rooms, Nanoseconds period_ns, const Bounds& bounds) {
  const std::size_t hops = route.hops.size();
  std::vector<std::vector<Reach>> sets(hops);
  Nanoseconds first_from = bounds.first_from_ns;
  for (int attempt = 0; attempt < 64 && first_from <= bounds.first_to_ns; ++attempt) {
    sets[0] = reached_first(rooms[0], period_ns, first_from, bounds.first_to_ns);
    for (std::size_t h = 1; h < hops; ++h) {
      sets[h] = reached_next(sets[h - 1], route.hops[h], rooms[h], period_ns, bounds.first_to_ns + bounds.most_span_ns);
    }
    const Reach* reach = at_or_after(sets[hops - 1], bounds.last_from_ns);
    if (!reach) return {};
    std::vector<Nanoseconds> starts(hops);
    starts[hops - 1] = std::max(reach->first_ns, bounds.last_from_ns);
    for (std::size_t h = hops - 1; h > 0; --h) starts[h - 1] = latest_before(sets[h - 1], route.hops[h], starts[h]);
    if (starts.back() - starts.front() <= bounds.most_span_ns) return starts;
    first_from = starts.front() + 1;  // no earlier start has an earlier end
  }
  return {};
}

std::optional<Nanoseconds> earliest_phase(const Timeline& timeline, const Route& route) {
  const Nanoseconds period = route.period_ns;
  std::vector<Span> blocked;  // half open
  const auto block = [&](Nanoseconds from, Nanoseconds length) {
    const Nanoseconds start = folded(from, period);
    blocked.push_back({start, start + length});
    if (start + length > period) blocked.push_back({0, start + length - period});
    return length < period;
  };
  Nanoseconds behind = 0;
  for (const Hop& hop : route.hops) {
    behind += hop.behind_ns;
    for (const Span& window : timeline.windows(hop.link)) {
      const Nanoseconds length = window.to_ns - window.from_ns + hop.port_ns - 1;
      if (!block(window.from_ns - hop.port_ns + 1 - behind, length)) return {};
    }
    for (const Span& stay : timeline.stays(hop.queue)) {
      const Nanoseconds length = stay.to_ns - stay.from_ns + hop.unsure_ns - 1;
      if (length > 0 && !block(stay.from_ns + 1 - behind, length)) return {};
    }
  }
  std::sort(blocked.begin(), blocked.end(), [](const Span& a, const Span& b) { return a.from_ns < b.from_ns; });
  Nanoseconds next = 0;
  for (const Span& span : blocked) {
    if (span.from_ns > next) break;
    next = std::max(next, span.to_ns);
  }
  if (next >= period) return {};
  return next;
}

Starts place(Timeline& timeline, const Route& route, bool wait_in_queues) {
  if (route.least_span_ns > route.most_span_ns || route.most_spread_ns < 0) return {};
  if (std::any_of(route.hops.begin(), route.hops.end(), [&](const Hop& hop) { return hop.port_ns > route.period_ns; })) return {};
  if (const auto phase = earliest_phase(timeline, route)) {
    std::vector<Nanoseconds> starts;
    Nanoseconds start = *phase;
    for (const Hop& hop : route.hops) starts.push_back(start += hop.behind_ns);
    if (stays_short(route, starts)) return repeated(starts, route.period_ns, timeline.cycle_ns());
  }
  // Waiting longer than two periods is not looked for.
  const Nanoseconds waiting = std::min(route.most_span_ns, route.least_span_ns + 2 * route.period_ns);
  const Nanoseconds most_span = wait_in_queues ? waiting : route.least_span_ns;
  if (wait_in_queues) {
    if (auto starts = in_step(timeline, route, most_span)) return starts;
  }
  if (route.most_spread_ns == 0 || route.period_ns == timeline.cycle_ns()) return {};
  return apart(timeline, route, most_span);
}

}  // namespace parktwin::wired::tsn::schedule
