#pragma once
// Every place where a frame can stand, made once for a run: one per stream and hop, then one per background source, with what sending the
// frame from there takes.
#include <cstdint>
#include <vector>

#include "engine/simulators/wired/tsn/packets/packets.h"

namespace parktwin::wired::tsn::packets {

struct Place {
  std::uint32_t link = 0;
  std::uint8_t priority = 0;
  bool last = false;           ///< the frame leaves the network behind this link
  bool random_size = false;    ///< time on the port is the frame's own
  std::uint32_t source = 0;    ///< stream, or the number of streams plus background source
  Nanoseconds port_ns = 0;     ///< with gap
  Nanoseconds passage_ns = 0;  ///< from the first bit to standing in the next queue, or to the last bit at the listener
  Nanoseconds frame_ns = 0;    ///< without gap
};

struct Places {
  std::vector<Place> places;
  std::vector<std::uint32_t> first;   ///< per source
  std::vector<Nanoseconds> least_ns;  ///< per source: delay without queueing; zero when sizes are random
  double events_per_ns = 0.0;         ///< expected
};

[[nodiscard]] Places places_of(const Network& network, const std::vector<Stream>& streams, const Options& options);

}  // namespace parktwin::wired::tsn::packets
