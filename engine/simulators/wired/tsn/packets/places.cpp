#include "engine/simulators/wired/tsn/packets/places.h"

#include "engine/core/check.h"

namespace parktwin::wired::tsn::packets {
namespace {

Place place(const Network& network, std::size_t link_index, std::int32_t priority, std::int32_t payload_bytes, bool last,
            std::size_t source) {
  PARKTWIN_CHECK(link_index < network.links.size(), "paths lie in the network");
  PARKTWIN_CHECK(priority >= 0 && priority < static_cast<std::int32_t>(priorities), "priorities are 0 to 7");
  const Link& link = network.links[link_index];
  Place made;
  made.link = static_cast<std::uint32_t>(link_index);
  made.priority = static_cast<std::uint8_t>(priority);
  made.last = last;
  made.source = static_cast<std::uint32_t>(source);
  made.port_ns = port_time_ns(payload_bytes, link.rate_bit_s);
  made.frame_ns = frame_time_ns(payload_bytes, link.rate_bit_s);
  made.passage_ns = made.frame_ns + link.propagation_ns;
  return made;
}

}  // namespace

Places places_of(const Network& network, const std::vector<Stream>& streams, const Options& options) {
  Places made;
  for (std::size_t s = 0; s < streams.size(); ++s) {
    const Stream& stream = streams[s];
    PARKTWIN_CHECK(!stream.path.empty() && stream.period_ns > 0, "a stream has a path and a period");
    made.first.push_back(static_cast<std::uint32_t>(made.places.size()));
    Nanoseconds least = 0;
    for (std::size_t hop = 0; hop < stream.path.size(); ++hop) {
      const bool last = hop + 1 == stream.path.size();
      made.places.push_back(place(network, stream.path[hop], stream.priority, stream.payload_bytes, last, s));
      PARKTWIN_CHECK(last || network.links[stream.path[hop]].to == network.links[stream.path[hop + 1]].from, "paths hang together");
      made.places.back().passage_ns = passage_ns(network, stream, hop);
      least += made.places.back().passage_ns;
    }
    made.least_ns.push_back(least);
    made.events_per_ns += (1.0 + 1.5 * static_cast<double>(stream.path.size())) / static_cast<double>(stream.period_ns);
  }
  for (std::size_t b = 0; b < options.background.size(); ++b) {
    const Background& source = options.background[b];
    PARKTWIN_CHECK(source.share > 0.0, "background traffic has a rate");
    made.first.push_back(static_cast<std::uint32_t>(made.places.size()));
    made.places.push_back(place(network, source.link, source.priority, source.payload_bytes, true, streams.size() + b));
    Place& last = made.places.back();
    last.random_size = source.sizes == Sizes::exponential;
    if (last.random_size) last.passage_ns = network.links[source.link].propagation_ns;
    made.least_ns.push_back(last.random_size ? 0 : last.passage_ns);
    made.events_per_ns += 2.0 * source.share / static_cast<double>(last.port_ns);
  }
  return made;
}

}  // namespace parktwin::wired::tsn::packets
