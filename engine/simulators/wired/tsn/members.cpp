#include "engine/simulators/wired/tsn/members.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace parktwin::wired::tsn {
namespace {

Stream stream_of(const TsnFlow& flow, Path path, bool second) {
  Stream stream;
  stream.id = second ? flow.id + " (second path)" : flow.id;
  stream.period_ns = flow.period_ns;
  stream.payload_bytes = flow.payload_bytes;
  stream.deadline_ns = flow.deadline_ns;
  stream.most_jitter_ns = flow.jitter_ns.value_or(std::numeric_limits<Nanoseconds>::max() / 4);
  stream.priority = priority_of(flow);
  stream.path = std::move(path);
  return stream;
}

std::vector<Id<NetworkLink>> links_of(const Path& path) {
  std::vector<Id<NetworkLink>> links;
  for (const std::size_t directed : path) links.push_back(Ethernet::link_of(directed));
  return links;
}

/// What classes A and B have reserved of each directed link.
class Reservations {
 public:
  Reservations(const Park& park, const Network& network, double most_share)
      : park_(park), network_(network), most_share_(most_share), reserved_(network.links.size(), 0) {}

  /// Reserves for all paths, or says where there is no room.
  std::string take(const std::vector<Stream>& streams) {
    for (const Stream& stream : streams) {
      for (const std::size_t link : stream.path) {
        reserved_[link] += rate_bit_s(stream, network_.links[link]);
        const double allowed = most_share_ * static_cast<double>(network_.links[link].rate_bit_s);
        if (static_cast<double>(reserved_[link]) <= allowed) continue;
        const std::string reason =
            fmt::format("with it {:.3f} Mbit/s are reserved on link {}, where {:.3f} Mbit/s may be",
                        static_cast<double>(reserved_[link]) / 1e6, (*park_.network_links)[Ethernet::link_of(link)].id, allowed / 1e6);
        give_back(streams, &stream, link);
        return reason;
      }
    }
    return {};
  }

 private:
  void give_back(const std::vector<Stream>& streams, const Stream* last_stream, std::size_t last_link) {
    for (const Stream& stream : streams) {
      for (const std::size_t link : stream.path) {
        reserved_[link] -= rate_bit_s(stream, network_.links[link]);
        if (&stream == last_stream && link == last_link) return;
      }
    }
  }

  const Park& park_;
  const Network& network_;
  double most_share_;
  std::vector<std::int64_t> reserved_;
};

}  // namespace

std::int64_t rate_bit_s(const Stream& stream, const Link& link) {
  return (port_time_ns(stream.payload_bytes, link.rate_bit_s) * link.rate_bit_s + stream.period_ns - 1) / stream.period_ns;
}

Members members_of(const Park& park, const Ethernet& ethernet, double most_reserved_share) {
  Members made;
  Reservations reservations(park, ethernet.network, most_reserved_share);
  for (std::size_t f = 0; f < park.tsn_flows->size(); ++f) {
    const TsnFlow& flow = park.tsn_flows->records()[f];
    FlowFigures figures;
    figures.flow = Id<TsnFlow>(f);
    figures.deadline_ns = flow.deadline_ns;
    Routes routes = routes_of(park, ethernet, flow);
    figures.reason = routes.reason;
    std::vector<Stream> streams;
    for (std::size_t i = 0; i < routes.paths.size(); ++i) {
      (i == 0 ? figures.path : figures.second_path) = links_of(routes.paths[i]);
      streams.push_back(stream_of(flow, std::move(routes.paths[i]), i > 0));
    }
    const bool reserves = flow.traffic_class == TsnClass::class_a || flow.traffic_class == TsnClass::class_b;
    if (streams.empty()) {
      figures.state = FlowState::no_path;
    } else if (const std::string full = reserves ? reservations.take(streams) : std::string(); !full.empty()) {
      figures.state = FlowState::over_reserved;
      figures.reason = full;
      streams.clear();
    } else {
      figures.state = flow.redundant && streams.size() < 2 ? FlowState::not_redundant : FlowState::met;
    }
    for (Stream& stream : streams) made.members.push_back({f, flow.traffic_class, std::move(stream)});
    made.flows.push_back(std::move(figures));
  }
  return made;
}

}  // namespace parktwin::wired::tsn
