// Shares only the network and the schedule itself with the synthesis.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/simulators/wired/tsn/schedule/schedule.h"

namespace parktwin::wired::tsn::schedule {
namespace {

/// Frame on a link, laid into the cycle.
struct Use {
  Nanoseconds begin = 0;
  Nanoseconds end = 0;
  std::size_t stream = 0;
};

class Walk {
 public:
  Walk(const Network& network, std::span<const Stream> streams, const Schedule& schedule, Nanoseconds clock_error)
      : network_(network), streams_(streams), schedule_(schedule), clock_error_(clock_error), ports_(network.links.size()) {}

  std::vector<Violation> run() {
    if (schedule_.cycle_ns <= 0 || schedule_.starts_ns.size() != streams_.size()) {
      report(Rule::shape, 0, 0, 0, 0, static_cast<Nanoseconds>(schedule_.starts_ns.size()), static_cast<Nanoseconds>(streams_.size()));
      return violations_;
    }
    for (std::size_t i = 0; i < streams_.size(); ++i) stream(i);
    for (std::size_t link = 0; link < ports_.size(); ++link) disjoint(ports_[link], link, Rule::overlap);
    for (auto& [queue, stays] : queues_) disjoint(stays, queue.first, Rule::isolation);
    return violations_;
  }

 private:
  void report(Rule rule, std::size_t stream, std::size_t other, std::size_t link, Nanoseconds at, Nanoseconds found, Nanoseconds required) {
    violations_.push_back({rule, stream, other, link, in_cycle(at), found, required});
  }

  [[nodiscard]] Nanoseconds in_cycle(Nanoseconds time) const {
    if (schedule_.cycle_ns <= 0) return time;
    return ((time % schedule_.cycle_ns) + schedule_.cycle_ns) % schedule_.cycle_ns;
  }

  void stream(std::size_t index) {
    const Stream& stream = streams_[index];
    const auto& starts = schedule_.starts_ns[index];
    const std::size_t hops = stream.path.size();
    const bool whole = stream.period_ns > 0 && schedule_.cycle_ns % stream.period_ns == 0;
    const std::size_t frames = whole ? static_cast<std::size_t>(schedule_.cycle_ns / stream.period_ns) : 0;
    if (!whole || starts.size() != frames * hops || starts.empty()) {
      const std::size_t link = hops > 0 ? stream.path[0] : 0;
      report(Rule::shape, index, index, link, 0, static_cast<Nanoseconds>(starts.size()), static_cast<Nanoseconds>(frames * hops));
      return;
    }
    Nanoseconds first_arrival = 0;
    Nanoseconds last_arrival = 0;
    for (std::size_t k = 0; k < frames; ++k) {
      const Nanoseconds begins = static_cast<Nanoseconds>(k) * stream.period_ns;
      const Nanoseconds arrival = frame(index, starts.data() + k * hops, begins) - begins;
      first_arrival = k == 0 ? arrival : std::min(first_arrival, arrival);
      last_arrival = k == 0 ? arrival : std::max(last_arrival, arrival);
    }
    const Nanoseconds jitter = last_arrival - first_arrival + 2 * clock_error_;
    if (jitter > stream.most_jitter_ns) report(Rule::jitter, index, index, stream.path.back(), 0, jitter, stream.most_jitter_ns);
  }

  /// One frame along its path; returns its nominal arrival at the listener.
  Nanoseconds frame(std::size_t index, const Nanoseconds* starts, Nanoseconds begins) {
    const Stream& stream = streams_[index];
    if (starts[0] < begins || starts[0] >= begins + stream.period_ns) {
      report(Rule::release, index, index, stream.path[0], starts[0], starts[0], begins);
    }
    Nanoseconds arrival = starts[0];  // nominal, in the queue of the next link
    for (std::size_t h = 0; h < stream.path.size(); ++h) {
      const Link& link = network_.links[stream.path[h]];
      const Nanoseconds early = h == 0 ? arrival : arrival - clock_error_;
      const Nanoseconds sure = h == 0 ? arrival : arrival + clock_error_;
      if (starts[h] < sure) report(Rule::order, index, index, stream.path[h], starts[h], starts[h], sure);
      const Nanoseconds at = in_cycle(starts[h]);
      ports_[stream.path[h]].push_back({at, at + port_time_ns(stream.payload_bytes, link.rate_bit_s), index});
      queues_[{stream.path[h], stream.priority}].push_back({at - (starts[h] - early), at, index});
      arrival = starts[h] + frame_time_ns(stream.payload_bytes, link.rate_bit_s) + link.propagation_ns;
      if (h + 1 < stream.path.size()) arrival += network_.forwarding_ns[link.to];
    }
    const Nanoseconds latency = arrival - starts[0] + (stream.path.size() > 1 ? clock_error_ : 0);
    if (latency > stream.deadline_ns) report(Rule::deadline, index, index, stream.path.back(), starts[0], latency, stream.deadline_ns);
    return arrival;
  }

  /// Over two cycles in a row, so that what reaches beyond the cycle meets what follows it; judged in the second.
  void disjoint(std::vector<Use>& uses, std::size_t link, Rule rule) {
    const Nanoseconds cycle = schedule_.cycle_ns;
    const std::size_t count = uses.size();
    uses.reserve(2 * count);
    for (std::size_t i = 0; i < count; ++i) {
      const Nanoseconds length = uses[i].end - uses[i].begin;
      uses[i].begin = in_cycle(uses[i].begin);
      uses[i].end = uses[i].begin + length;
      uses.push_back({uses[i].begin + cycle, uses[i].end + cycle, uses[i].stream});
    }
    std::sort(uses.begin(), uses.end(),
              [](const Use& a, const Use& b) { return std::tie(a.begin, a.end, a.stream) < std::tie(b.begin, b.end, b.stream); });
    std::size_t longest = 0;  // use that ends last so far
    for (std::size_t i = 1; i < uses.size(); ++i) {
      if (uses[i].begin < uses[longest].end && uses[i].begin >= cycle) {
        report(rule, uses[i].stream, uses[longest].stream, link, uses[i].begin, uses[i].begin - cycle, uses[longest].end - cycle);
      }
      if (uses[i].end >= uses[longest].end) longest = i;
    }
  }

  const Network& network_;
  std::span<const Stream> streams_;
  const Schedule& schedule_;
  Nanoseconds clock_error_;
  std::vector<std::vector<Use>> ports_;
  std::map<std::pair<std::size_t, std::int32_t>, std::vector<Use>> queues_;
  std::vector<Violation> violations_;
};

}  // namespace

std::vector<Violation> verify(const Network& network, std::span<const Stream> streams, const Schedule& schedule,
                              Nanoseconds clock_error_ns) {
  return Walk(network, streams, schedule, clock_error_ns).run();
}

std::string sentence(const Violation& v, std::span<const Stream> streams) {
  const auto name = [&](std::size_t i) { return i < streams.size() ? streams[i].id : fmt::format("#{}", i); };
  const auto id = name(v.stream);
  switch (v.rule) {
    case Rule::shape:
      return fmt::format("{}: {} starts, expected {}", id, v.found_ns, v.required_ns);
    case Rule::release:
      return fmt::format("{}: leaves its talker at {} ns, outside the period that begins at {} ns", id, v.found_ns, v.required_ns);
    case Rule::order:
      return fmt::format("{}: leaves by link {} at {} ns, arrives there by {} ns", id, v.link, v.found_ns, v.required_ns);
    case Rule::overlap:
      return fmt::format("{}: on link {} at {} ns, {} keeps the port until {} ns", id, v.link, v.at_ns, name(v.other), v.required_ns);
    case Rule::isolation:
      return fmt::format("{}: in the queue of link {} at {} ns, {} stands there until {} ns", id, v.link, v.at_ns, name(v.other),
                         v.required_ns);
    case Rule::deadline:
      return fmt::format("{}: arrives after {} ns, deadline {} ns", id, v.found_ns, v.required_ns);
    case Rule::jitter:
      return fmt::format("{}: arrivals spread over {} ns, allowed {} ns", id, v.found_ns, v.required_ns);
    case Rule::gate:
      return fmt::format("{}: on link {} at {} ns the gates {:#04x} are open, expected {:#04x}", id, v.link, v.at_ns, v.found_ns,
                         v.required_ns);
    case Rule::guard_band:
      return fmt::format("{}: on link {} at {} ns other gates closed {} ns before, expected {} ns", id, v.link, v.at_ns, v.found_ns,
                         v.required_ns);
  }
  return {};
}

}  // namespace parktwin::wired::tsn::schedule
