#include "engine/simulators/wired/tsn/schedule/necessary.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/simulators/wired/tsn/schedule/timeline.h"

namespace parktwin::wired::tsn::schedule {
namespace {

constexpr std::int64_t most_windows = 4'000'000;

std::string bad_link(const Network& network) {
  const std::size_t nodes = network.forwarding_ns.size();
  for (std::size_t i = 0; i < network.links.size(); ++i) {
    const Link& link = network.links[i];
    if (link.from >= nodes || link.to >= nodes) return fmt::format("link {} ends at a node that does not exist", i);
    if (link.rate_bit_s <= 0) return fmt::format("link {} has a rate of {} bit/s", i, link.rate_bit_s);
    if (link.propagation_ns < 0) return fmt::format("link {} has a negative propagation time", i);
  }
  for (std::size_t i = 0; i < nodes; ++i) {
    if (network.forwarding_ns[i] < 0) return fmt::format("node {} has a negative forwarding time", i);
  }
  return {};
}

std::string bad_path(const Network& network, const Stream& stream) {
  if (stream.path.empty()) return fmt::format("stream {} has no path", stream.id);
  for (std::size_t h = 0; h < stream.path.size(); ++h) {
    if (stream.path[h] >= network.links.size())
      return fmt::format("stream {} uses link {}, which does not exist", stream.id, stream.path[h]);
    if (h > 0 && network.links[stream.path[h - 1]].to != network.links[stream.path[h]].from) {
      return fmt::format("stream {}: link {} does not begin where link {} ends", stream.id, stream.path[h], stream.path[h - 1]);
    }
  }
  auto sorted = stream.path;
  std::sort(sorted.begin(), sorted.end());
  const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
  if (twice != sorted.end()) return fmt::format("stream {} uses link {} twice", stream.id, *twice);
  return {};
}

std::string bad_stream(const Stream& stream) {
  if (stream.period_ns <= 0) return fmt::format("stream {} has a period of {} ns", stream.id, stream.period_ns);
  if (stream.payload_bytes < 0 || stream.payload_bytes > largest_payload_bytes) {
    return fmt::format("stream {} has a payload of {} bytes, expected 0 to {}", stream.id, stream.payload_bytes, largest_payload_bytes);
  }
  if (stream.deadline_ns <= 0 || stream.most_jitter_ns < 0) return fmt::format("stream {} has no deadline or a negative jitter", stream.id);
  if (stream.priority < 0 || stream.priority >= static_cast<std::int32_t>(classes)) {
    return fmt::format("stream {} has priority {}, expected 0 to 7", stream.id, stream.priority);
  }
  return {};
}

std::optional<Disproof> of_stream(const Network& network, const Stream& stream, std::size_t index, Nanoseconds clock_error_ns) {
  const Route route = route_of(network, stream, clock_error_ns);
  if (route.least_span_ns > route.most_span_ns) {
    return Disproof{{index},
                    fmt::format("stream {}: without any waiting it takes {} ns, the deadline is {} ns", stream.id,
                                stream.deadline_ns + route.least_span_ns - route.most_span_ns, stream.deadline_ns)};
  }
  if (route.most_spread_ns < 0) {
    return Disproof{{index},
                    fmt::format("stream {}: the clocks alone spread arrivals over {} ns, allowed are {} ns", stream.id, 2 * clock_error_ns,
                                stream.most_jitter_ns)};
  }
  for (const Hop& hop : route.hops) {
    if (hop.port_ns <= stream.period_ns && hop.unsure_ns <= stream.period_ns) continue;
    return Disproof{{index},
                    fmt::format("stream {}: on link {} a frame takes {} ns, its period is {} ns", stream.id, hop.link,
                                std::max(hop.port_ns, hop.unsure_ns), stream.period_ns)};
  }
  return {};
}

std::optional<Disproof> of_port(const Network& network, std::span<const Stream> streams, Nanoseconds cycle_ns) {
  std::vector<Nanoseconds> busy_ns(network.links.size(), 0);
  for (const Stream& stream : streams) {
    for (const std::size_t link : stream.path) {
      const Nanoseconds port_ns = port_time_ns(stream.payload_bytes, network.links[link].rate_bit_s);
      busy_ns[link] += std::min(port_ns * (cycle_ns / stream.period_ns), cycle_ns);
      if (busy_ns[link] <= cycle_ns) continue;
      Disproof found;
      for (std::size_t i = 0; i < streams.size(); ++i) {
        if (std::find(streams[i].path.begin(), streams[i].path.end(), link) != streams[i].path.end()) found.streams.push_back(i);
      }
      found.reason = fmt::format("the frames on link {} take longer than the cycle of {} ns", link, cycle_ns);
      return found;
    }
  }
  return {};
}

/// A stream on one port.
struct Rhythm {
  std::size_t stream = 0;
  Nanoseconds period_ns = 0;
  Nanoseconds port_ns = 0;
  Nanoseconds spread_ns = 0;  ///< by which starts there may differ, relative to the period: jitter and, before the last link, waiting
};

std::optional<Disproof> of_pair(const Network& network, std::span<const Stream> streams, Nanoseconds clock_error_ns, bool wait_in_queues) {
  std::vector<std::vector<Rhythm>> ports(network.links.size());
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const Route route = route_of(network, streams[i], clock_error_ns);
    for (const Hop& hop : route.hops) {
      const Nanoseconds waiting = wait_in_queues && &hop != &route.hops.back() ? route.most_span_ns - route.least_span_ns : 0;
      auto& rhythms = ports[hop.link];
      rhythms.push_back({i, route.period_ns, hop.port_ns, route.most_spread_ns + waiting});
      const Rhythm& a = rhythms.back();
      for (const Rhythm& b : rhythms) {
        const Nanoseconds rigid = a.port_ns + b.port_ns - a.spread_ns - b.spread_ns;
        if (b.stream == i || rigid <= 0 || rigid <= std::gcd(a.period_ns, b.period_ns)) continue;
        return Disproof{
            {b.stream, i},
            fmt::format("streams {} and {} meet on link {}: their periods of {} and {} ns have a common divisor of {} ns, their frames "
                        "need {} ns of it",
                        streams[b.stream].id, streams[i].id, hop.link, b.period_ns, a.period_ns, std::gcd(a.period_ns, b.period_ns),
                        rigid)};
      }
    }
  }
  return {};
}

}  // namespace

std::string unusable(const Network& network, std::span<const Stream> streams, Nanoseconds cycle_ns, Nanoseconds clock_error_ns) {
  if (clock_error_ns < 0) return "the clock error is negative";
  if (auto reason = bad_link(network); !reason.empty()) return reason;
  for (const Stream& stream : streams) {
    if (auto reason = bad_stream(stream); !reason.empty()) return reason;
    if (auto reason = bad_path(network, stream); !reason.empty()) return reason;
  }
  if (cycle_ns <= 0) return "the hyperperiod overflows";
  std::int64_t windows = 0;
  for (const Stream& stream : streams) {
    if (cycle_ns % stream.period_ns != 0) {
      return fmt::format("the cycle of {} ns is not a multiple of the period of stream {}, {} ns", cycle_ns, stream.id, stream.period_ns);
    }
    const std::int64_t frames = cycle_ns / stream.period_ns;
    const auto hops = static_cast<std::int64_t>(stream.path.size());
    if (frames > (most_windows - windows) / hops) {
      return fmt::format("a cycle of {} ns holds more than {} frames on links", cycle_ns, most_windows);
    }
    windows += frames * hops;
  }
  return {};
}

std::optional<Disproof> disproof(const Network& network, std::span<const Stream> streams, Nanoseconds cycle_ns, Nanoseconds clock_error_ns,
                                 bool wait_in_queues) {
  for (std::size_t i = 0; i < streams.size(); ++i) {
    if (auto found = of_stream(network, streams[i], i, clock_error_ns)) return found;
  }
  if (auto found = of_port(network, streams, cycle_ns)) return found;
  return of_pair(network, streams, clock_error_ns, wait_in_queues);
}

}  // namespace parktwin::wired::tsn::schedule
