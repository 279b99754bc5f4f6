#include "engine/simulators/wired/tsn/bounds/path_pieces.h"

#include <algorithm>
#include <map>
#include <utility>

namespace parktwin::wired::tsn::bounds {

/// Another stream on hops first to last of the path, with its visit at the first.
struct PathPieces::Meeting {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t visit = 0;
};

std::vector<double> hop_excess(const PortFlows& ports, const Waits& waits) {
  std::vector<double> excess = waits.wait_ns;
  std::vector<double> longest(ports.flows.feeders.size(), 0.0);
  const auto& visits = ports.flows.visits;
  const auto each_regulator = [&](const auto& call) {
    for (std::size_t f = 0; f + 1 < ports.flows.first.size(); ++f) {
      for (std::size_t v = ports.flows.first[f] + 1; v < ports.flows.first[f + 1]; ++v) {
        if (visits[v].regulated) call(v - 1, longest[visits[v].feeder], static_cast<double>(ports.passage_ns[v - 1]));
      }
    }
  };
  each_regulator([&](std::size_t v, double& most, double passage) { most = std::max(most, passage + waits.wait_ns[v]); });
  each_regulator([&](std::size_t v, const double& most, double passage) { excess[v] = most - passage; });
  return excess;
}

PathPieces::PathPieces(const PortFlows& ports, const Waits& waits, const std::vector<double>& hop_excess_ns,
                       const std::vector<Stream>& streams)
    : ports_(ports),
      waits_(waits),
      hop_excess_ns_(hop_excess_ns),
      streams_(streams),
      visits_of_server_(ports.flows.servers.size()),
      stream_of_visit_(ports.flows.visits.size()) {
  for (std::size_t s = 0; s < streams.size(); ++s) {
    for (std::size_t v = ports.flows.first[s]; v < ports.flows.first[s + 1]; ++v) {
      stream_of_visit_[v] = s;
      visits_of_server_[server_of(v)].push_back(v);
    }
  }
}

std::size_t PathPieces::server_of(std::size_t visit) const { return ports_.flows.feeders[ports_.flows.visits[visit].feeder].server; }

std::vector<PathPieces::Meeting> PathPieces::meetings(std::size_t stream) const {
  const std::size_t begin = ports_.flows.first[stream];
  const std::size_t hops = ports_.flows.first[stream + 1] - begin;
  std::vector<Meeting> found;
  std::map<std::size_t, std::size_t> open;  // visit at the hop before -> meeting
  for (std::size_t hop = 0; hop < hops; ++hop) {
    std::map<std::size_t, std::size_t> still_open;
    for (const std::size_t v : visits_of_server_[server_of(begin + hop)]) {
      if (stream_of_visit_[v] == stream) continue;
      const auto before = v > 0 && stream_of_visit_[v - 1] == stream_of_visit_[v] ? open.find(v - 1) : open.end();
      if (before == open.end()) {
        still_open[v] = found.size();
        found.push_back({hop, hop, v});
      } else {
        still_open[v] = before->second;
        found[before->second].last = hop;
      }
    }
    open = std::move(still_open);
  }
  return found;
}

std::vector<CrossTraffic> PathPieces::nested(const std::vector<Meeting>& meetings, std::size_t first, std::size_t last) const {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<Meeting>> waiting;  // by first hop, then the longest first
  for (Meeting meeting : meetings) {
    if (meeting.last < first || meeting.first > last) continue;
    if (meeting.first < first) meeting.visit += first - meeting.first;
    meeting.first = std::max(meeting.first, first);
    meeting.last = std::min(meeting.last, last);
    waiting[{meeting.first, last - meeting.last}].push_back(meeting);
  }
  std::vector<CrossTraffic> made;
  std::vector<std::size_t> ends;  // of the intervals that the present one lies in
  while (!waiting.empty()) {
    auto node = waiting.extract(waiting.begin());
    const std::size_t from = node.key().first;
    const std::size_t to = last - node.key().second;
    while (!ends.empty() && ends.back() < from) ends.pop_back();
    if (!ends.empty() && ends.back() < to) {
      const std::size_t cut = ends.back();
      for (Meeting meeting : node.mapped()) {
        waiting[{cut + 1, last - to}].push_back({cut + 1, to, meeting.visit + (cut + 1 - from)});
        waiting[{from, last - cut}].push_back({from, cut, meeting.visit});
      }
      continue;
    }
    ends.push_back(to);
    CrossTraffic cross{from - first, to - first, 0.0, 0.0};
    for (const Meeting& meeting : node.mapped()) {
      const Visit& other = ports_.flows.visits[meeting.visit];
      const double bits_per_work = frame_bits(streams_[stream_of_visit_[meeting.visit]]) / other.own;
      cross.rate += other.rate * bits_per_work;
      cross.burst += (other.burst + other.rate * waits_.jitter_ns[meeting.visit]) * bits_per_work;
    }
    made.push_back(cross);
  }
  return made;
}

double PathPieces::piece(std::size_t stream, const std::vector<Meeting>& meetings, std::size_t first, std::size_t last) const {
  const std::size_t begin = ports_.flows.first[stream];
  const auto& visits = ports_.flows.visits;
  const bool regulated_behind = begin + last + 1 < ports_.flows.first[stream + 1] && visits[begin + last + 1].regulated;
  if (regulated_behind) return unbounded;
  Tandem tandem;
  double frames = 0.0;
  for (std::size_t hop = first; hop <= last; ++hop) {
    const std::size_t server = server_of(begin + hop);
    if (ports_.flows.servers[server].interruptible || (hop > first && visits[begin + hop].regulated)) return unbounded;
    const double bits_per_ns = ports_.bits_per_ns[server];
    // A frame is handed on when it is whole or, cut through, with its header: the longest one's time later than its first bit.
    const double whole = hop < last ? ports_.longest_handover_ns[server] : 0.0;
    tandem.servers.push_back({waits_.rate[server] * bits_per_ns, waits_.latency_ns[server] + whole});
    frames += hop < last ? static_cast<double>(ports_.handover_ns[begin + hop]) : 0.0;
  }
  const Visit& own = visits[begin + first];
  const double bits_per_work = frame_bits(streams_[stream]) / own.own;
  tandem.rate = own.rate * bits_per_work;
  tandem.burst = (own.burst - own.own) * bits_per_work + tandem.rate * waits_.jitter_ns[begin + first];
  tandem.cross = nested(meetings, first, last);
  return tandem_delay(std::move(tandem)) - frames;
}

double PathPieces::excess(std::size_t stream) const {
  const std::size_t begin = ports_.flows.first[stream];
  const std::size_t hops = ports_.flows.first[stream + 1] - begin;
  const auto met = meetings(stream);
  std::vector<double> best(hops + 1, unbounded);
  best[0] = 0.0;
  for (std::size_t last = 0; last < hops; ++last) {
    best[last + 1] = best[last] + hop_excess_ns_[begin + last];
    for (std::size_t first = 0; first < last; ++first) {
      if (best[first] < best[last + 1]) best[last + 1] = std::min(best[last + 1], best[first] + piece(stream, met, first, last));
    }
  }
  return best[hops];
}

}  // namespace parktwin::wired::tsn::bounds
