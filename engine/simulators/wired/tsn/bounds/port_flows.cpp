#include "engine/simulators/wired/tsn/bounds/port_flows.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "engine/core/check.h"
#include "engine/simulators/wired/tsn/bounds/closed_time.h"
#include "engine/simulators/wired/tsn/packets/fragment.h"

namespace parktwin::wired::tsn::bounds {
namespace {

using packets::priorities;
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

std::size_t queue_of(std::size_t link, std::int32_t priority) { return link * priorities + static_cast<std::size_t>(priority); }

/// The longest that blocks an express priority: what cannot be cut of preemptable frames, in whole bytes and nanoseconds.
Nanoseconds uncut(Nanoseconds below, std::int64_t rate_bit_s) {
  return std::min(below, wire_time_ns(packets::uncut_bytes, rate_bit_s) + 1);
}

/// One priority of a port, `below` being the longest of lower priority, both on the port with their gaps.
Server port_server(const Options& options, std::int64_t rate_bit_s, std::size_t link, std::size_t priority, Nanoseconds below,
                   Nanoseconds longest) {
  Server server;
  server.blocking = static_cast<double>(below);
  if (options.egress.empty()) return server;
  const packets::Egress& egress = options.egress[link];
  const bool credit = std::any_of(egress.idle_slope_bit_s.begin(), egress.idle_slope_bit_s.end(), [](auto slope) { return slope > 0; });
  PARKTWIN_CHECK(credit + !egress.gates.empty() + (egress.preemptable != 0) <= 1, "a port has gates, credit-based shapers or preemption");
  server.after_waiting = credit || !egress.gates.empty();
  const LeakyBucket closed = closed_time(egress, priority, longest, below);
  server.rate -= closed.rate;
  server.blocking += closed.burst;
  server.idle_slope = static_cast<double>(egress.idle_slope_bit_s[priority]) / static_cast<double>(rate_bit_s);
  server.longest = static_cast<double>(longest);
  server.interruptible = ((egress.preemptable >> priority) & 1U) != 0;
  if (server.idle_slope > 0.0) server.blocking += 1.0;  // credit is looked at on whole nanoseconds
  return server;
}

/// A server for each link and priority in use, by link, with those of higher priority above it.
std::vector<std::uint32_t> make_servers(const Network& network, const std::vector<Stream>& streams, const Options& options,
                                        PortFlows& made) {
  std::vector<Nanoseconds> longest_port(network.links.size() * priorities, 0);
  for (const auto& stream : streams) {
    PARKTWIN_CHECK(stream.priority >= 0 && stream.priority < static_cast<std::int32_t>(priorities), "priorities are 0 to 7");
    for (const std::size_t link : stream.path) {
      PARKTWIN_CHECK(link < network.links.size(), "paths lie in the network");
      auto& longest = longest_port[queue_of(link, stream.priority)];
      longest = std::max(longest, port_time_ns(stream.payload_bytes, network.links[link].rate_bit_s));
    }
  }
  std::vector<std::uint32_t> server_of(longest_port.size(), none);
  for (std::size_t link = 0; link < network.links.size(); ++link) {
    Nanoseconds below =
        options.background_payload_bytes > 0 ? port_time_ns(options.background_payload_bytes, network.links[link].rate_bit_s) : 0;
    const std::size_t first = made.flows.servers.size();
    for (std::size_t priority = 0; priority < priorities; ++priority) {
      const std::size_t queue = link * priorities + priority;
      const bool first_express = !options.egress.empty() && priority > 0 && options.egress[link].preemptable >> (priority - 1) == 1;
      if (first_express) below = uncut(below, network.links[link].rate_bit_s);
      if (longest_port[queue] == 0) continue;
      const auto index = static_cast<std::uint32_t>(made.flows.servers.size());
      server_of[queue] = index;
      for (std::size_t lower = first; lower < index; ++lower) made.flows.servers[lower].above.push_back(index);
      made.flows.servers.push_back(port_server(options, network.links[link].rate_bit_s, link, priority, below, longest_port[queue]));
      made.link.push_back(static_cast<std::uint32_t>(link));
      made.priority.push_back(static_cast<std::int32_t>(priority));
      below = std::max(below, longest_port[queue]);
    }
  }
  made.longest_handover_ns.assign(made.flows.servers.size(), 0.0);
  made.bits_per_ns.assign(made.flows.servers.size(), std::numeric_limits<double>::max());
  return server_of;
}

/// Finds or makes the feeder of a server from a line; feeders of a server hang together by `next`.
class Feeders {
 public:
  Feeders(std::vector<Feeder>& feeders, std::size_t servers) : feeders_(feeders), head_(servers, none) {}

  std::uint32_t of(std::uint32_t server, std::uint32_t line) {
    for (std::uint32_t i = head_[server]; i != none; i = next_[i]) {
      if (line_[i] == line) return i;
    }
    const auto made = static_cast<std::uint32_t>(feeders_.size());
    feeders_.push_back({server, unbounded, unbounded});
    line_.push_back(line);
    next_.push_back(head_[server]);
    head_[server] = made;
    return made;
  }

 private:
  std::vector<Feeder>& feeders_;
  std::vector<std::uint32_t> head_;
  std::vector<std::uint32_t> next_;
  std::vector<std::uint32_t> line_;
};

/// A line delivers the last bits of two frames no closer than its gap and the later frame, their headers no closer than the gap and the
/// earlier one.
void shape(Feeder& feeder, const Stream& stream, const Link& line, double work) {
  const Nanoseconds gap = static_cast<Nanoseconds>(interframe_gap_bytes) * 8 * 1'000'000'000 / line.rate_bit_s;
  const double apart = static_cast<double>(frame_time_ns(stream.payload_bytes, line.rate_bit_s) + gap);
  feeder.shape_burst = feeder.shape_burst < unbounded ? std::max(feeder.shape_burst, work) : work;
  feeder.shape_rate = feeder.shape_rate < unbounded ? std::max(feeder.shape_rate, work / apart) : work / apart;
}

/// What a frame asks of one port on its path. `commitment`: of a regulator here or before, if any.
Visit visit_of(const Stream& stream, std::int64_t rate_bit_s, const packets::Commitment* commitment) {
  Visit made;
  made.own = static_cast<double>(port_time_ns(stream.payload_bytes, rate_bit_s));
  made.burst = made.own;
  made.rate = made.own / static_cast<double>(stream.period_ns);
  if (commitment != nullptr) {
    const double work_per_bit = made.own / frame_bits(stream);
    made.rate = work_per_bit * static_cast<double>(commitment->rate_bit_s) * 1e-9;
    made.burst = work_per_bit * static_cast<double>(commitment->burst_bits) + 2.0 * made.rate;  // the bucket counts whole nanoseconds
  }
  return made;
}

bool is_regulated(const Options& options, const Stream& stream, std::size_t link) {
  return !options.egress.empty() && ((options.egress[link].asynchronous >> stream.priority) & 1U) != 0;
}

/// A regulator costs nothing only behind a queue that its streams entered as committed.
void check_commitment(const Options& options, const std::vector<Stream>& streams, std::size_t s) {
  const Stream& stream = streams[s];
  for (std::size_t hop = 0; hop < stream.path.size(); ++hop) {
    if (!is_regulated(options, stream, stream.path[hop])) continue;
    PARKTWIN_CHECK(options.commitments.size() == streams.size(), "one commitment per stream");
    const packets::Commitment& commitment = options.commitments[s];
    const auto bits = static_cast<std::int64_t>(frame_bits(stream));
    PARKTWIN_CHECK(commitment.burst_bits >= bits, "a commitment holds a frame");
    PARKTWIN_CHECK(wire_time_ns(bits / 8, std::max<std::int64_t>(1, commitment.rate_bit_s)) <= stream.period_ns,
                   "a commitment holds the stream");
    PARKTWIN_CHECK(hop < 2 || is_regulated(options, stream, stream.path[hop - 1]), "a stream is regulated from its first switch on");
  }
}

}  // namespace

double frame_bits(const Stream& stream) {
  return 8.0 * (std::max(stream.payload_bytes, smallest_payload_bytes) + frame_overhead_bytes + interframe_gap_bytes);
}

PortFlows port_flows(const Network& network, const std::vector<Stream>& streams, const Options& options) {
  PARKTWIN_CHECK(options.egress.empty() || options.egress.size() == network.links.size(), "one egress per link");
  PortFlows made;
  const auto server_of = make_servers(network, streams, options, made);
  Feeders feeders(made.flows.feeders, made.flows.servers.size());
  for (std::size_t s = 0; s < streams.size(); ++s) {
    const Stream& stream = streams[s];
    PARKTWIN_CHECK(!stream.path.empty() && stream.period_ns > 0, "a stream has a path and a period");
    check_commitment(options, streams, s);
    const packets::Commitment* commitment = nullptr;
    made.flows.first.push_back(static_cast<std::uint32_t>(made.flows.visits.size()));
    for (std::size_t hop = 0; hop < stream.path.size(); ++hop) {
      const Link& link = network.links[stream.path[hop]];
      const std::uint32_t server = server_of[queue_of(stream.path[hop], stream.priority)];
      const bool regulated = is_regulated(options, stream, stream.path[hop]);
      if (regulated) commitment = &options.commitments[s];
      Visit visit = visit_of(stream, link.rate_bit_s, commitment);
      visit.regulated = regulated;
      const double work = visit.own;
      const Nanoseconds frame = frame_time_ns(stream.payload_bytes, link.rate_bit_s);
      visit.feeder = feeders.of(server, hop > 0 ? static_cast<std::uint32_t>(stream.path[hop - 1]) : none);
      const bool shaped = hop > 0 && options.line_shaping && !regulated;
      if (shaped) shape(made.flows.feeders[visit.feeder], stream, network.links[stream.path[hop - 1]], work);
      made.flows.visits.push_back(visit);
      Server& port = made.flows.servers[server];
      if (port.interruptible) {
        made.flows.visits.back().own = 0.0;
        made.flows.visits.back().within_ns = static_cast<double>(frame);
      } else {
        const auto cut = static_cast<double>(wire_time_ns(packets::cut_bytes, link.rate_bit_s) + 1);
        port.toll = std::max(port.toll, 1.0 + cut / work);
      }
      made.handover_ns.push_back(handover_ns(network, stream, hop));
      made.longest_handover_ns[server] = std::max(made.longest_handover_ns[server], static_cast<double>(made.handover_ns.back()));
      made.bits_per_ns[server] = std::min(made.bits_per_ns[server], frame_bits(stream) / work);
      made.passage_ns.push_back(passage_ns(network, stream, hop));
    }
  }
  made.flows.first.push_back(static_cast<std::uint32_t>(made.flows.visits.size()));
  return made;
}

}  // namespace parktwin::wired::tsn::bounds
