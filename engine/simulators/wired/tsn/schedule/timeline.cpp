#include "engine/simulators/wired/tsn/schedule/timeline.h"

#include <algorithm>

namespace parktwin::wired::tsn::schedule {
namespace {

void sort(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.from_ns != b.from_ns ? a.from_ns < b.from_ns : a.to_ns < b.to_ns; });
}

/// Starts in [0, period) at which a frame touches none of the windows; both ends included.
std::vector<Span> free_starts(const std::vector<Span>& windows, Nanoseconds port_ns, Nanoseconds period_ns) {
  std::vector<Span> blocked;
  blocked.reserve(windows.size() + 1);
  for (const Span& window : windows) {
    const Nanoseconds length = window.to_ns - window.from_ns + port_ns - 1;
    if (length >= period_ns) return {};
    const Nanoseconds from = folded(window.from_ns - port_ns + 1, period_ns);
    blocked.push_back({from, from + length});
    if (from + length > period_ns) blocked.push_back({0, from + length - period_ns});
  }
  sort(blocked);
  std::vector<Span> free;
  Nanoseconds next = 0;
  for (const Span& span : blocked) {
    if (span.from_ns > next) free.push_back({next, span.from_ns - 1});
    next = std::max(next, span.to_ns);
  }
  if (next < period_ns) free.push_back({next, period_ns - 1});
  return free;
}

/// Times between the stays, as far as they reach into [0, period); both ends included, unbounded ones cut a period outside.
std::vector<Span> free_queue(const std::vector<Span>& stays, Nanoseconds period_ns) {
  std::vector<Span> taken;
  taken.reserve(3 * stays.size());
  for (const Span& stay : stays) {
    const Nanoseconds length = stay.to_ns - stay.from_ns;
    const Nanoseconds from = folded(stay.from_ns, period_ns);
    for (const Nanoseconds turn : {-period_ns, Nanoseconds{0}, period_ns}) taken.push_back({from + turn, from + turn + length});
  }
  sort(taken);
  std::vector<Span> free;
  Nanoseconds next = -period_ns;
  for (const Span& span : taken) {
    if (span.from_ns >= next && span.from_ns >= 0 && next < period_ns) free.push_back({next, span.from_ns});
    next = std::max(next, span.to_ns);
  }
  if (next < period_ns) free.push_back({next, 2 * period_ns});
  return free;
}

}  // namespace

Route route_of(const Network& network, const Stream& stream, Nanoseconds clock_error_ns) {
  Route route;
  route.period_ns = route.window_ns = stream.period_ns;
  Nanoseconds on_link = 0;
  for (const std::size_t index : stream.path) {
    const Link& link = network.links[index];
    Hop hop;
    hop.link = index;
    hop.queue = index * classes + static_cast<std::size_t>(stream.priority);
    hop.port_ns = port_time_ns(stream.payload_bytes, link.rate_bit_s);
    if (!route.hops.empty()) {
      hop.behind_ns = on_link + network.forwarding_ns[link.from] + clock_error_ns;
      hop.unsure_ns = 2 * clock_error_ns;
    }
    route.least_span_ns += hop.behind_ns;
    on_link = frame_time_ns(stream.payload_bytes, link.rate_bit_s) + link.propagation_ns;
    route.hops.push_back(hop);
  }
  // By the clock of the last port; the talker's may have been behind it.
  route.most_span_ns = stream.deadline_ns - on_link - (route.hops.size() > 1 ? clock_error_ns : 0);
  route.most_spread_ns = stream.most_jitter_ns - 2 * clock_error_ns;
  return route;
}

void Timeline::add(const Route& route, std::span<const Nanoseconds> starts_ns) {
  const std::size_t hops = route.hops.size();
  for (std::size_t i = 0; i < starts_ns.size(); ++i) {
    const Hop& hop = route.hops[i % hops];
    const Nanoseconds start = folded(starts_ns[i], cycle_ns_);
    windows_[hop.link].push_back({start, start + hop.port_ns});
    const Nanoseconds wait = i % hops == 0 ? 0 : starts_ns[i] - starts_ns[i - 1] - hop.behind_ns;
    stays_[hop.queue].push_back({start - wait - hop.unsure_ns, start});
  }
}

void Timeline::take_back(const Route& route, std::size_t frames) {
  for (const Hop& hop : route.hops) {
    windows_[hop.link].resize(windows_[hop.link].size() - frames);
    stays_[hop.queue].resize(stays_[hop.queue].size() - frames);
  }
}

std::vector<Room> Timeline::rooms(const Hop& hop, Nanoseconds period_ns) const {
  const auto starts = free_starts(windows_[hop.link], hop.port_ns, period_ns);
  const auto queue = free_queue(stays_[hop.queue], period_ns);
  std::vector<Room> rooms;
  std::size_t first = 0;
  for (const Span& free : queue) {
    while (first < starts.size() && starts[first].to_ns < free.from_ns) ++first;
    for (std::size_t i = first; i < starts.size() && starts[i].from_ns <= free.to_ns; ++i) {
      rooms.push_back({std::max(starts[i].from_ns, free.from_ns), std::min(starts[i].to_ns, free.to_ns), free.from_ns});
    }
  }
  return rooms;
}

}  // namespace parktwin::wired::tsn::schedule
