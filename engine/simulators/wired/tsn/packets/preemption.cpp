// Ports that interrupt frames: frames of express priorities first, then the rest of an interrupted frame, then preemptable ones.
#include <algorithm>
#include <bit>

#include "engine/core/check.h"
#include "engine/simulators/wired/tsn/packets/simulation.h"

namespace parktwin::wired::tsn::packets {

void Simulation::serve_preempting(Nanoseconds time_ns, std::uint32_t link) {
  PortState& port = ports_[link];
  Preemption& preemption = *port.preemption;
  const std::uint32_t express = port.waiting & ~preemption.preemptable;
  if (express == 0 && preemption.interrupted) {
    preemption.interrupted = false;
    start_fragment(time_ns, link, preemption.fragment.bytes);
  } else if (port.waiting != 0) {
    const std::size_t priority = static_cast<std::size_t>(std::bit_width(port.waiting)) - 1;
    const std::uint32_t frame = take(link, priority);
    const Place& place = places_.places[place_[frame]];
    if (express != 0) {
      send(time_ns, frame, place);
    } else {
      PARKTWIN_CHECK(!place.random_size, "preemptable frames are Ethernet's");
      const Stream* stream = place.source < streams_.size() ? &streams_[place.source] : nullptr;
      const std::int32_t payload =
          stream != nullptr ? stream->payload_bytes : options_.background[place.source - streams_.size()].payload_bytes;
      preemption.frame = frame;
      start_fragment(time_ns, link, std::max(payload, smallest_payload_bytes) + frame_overhead_bytes - preamble_bytes);
    }
  }
  if (port.waiting != 0 || preemption.interrupted) wake_at(port.busy_until_ns, link);
}

void Simulation::start_fragment(Nanoseconds time_ns, std::uint32_t link, std::int64_t bytes) {
  Preemption& preemption = *ports_[link].preemption;
  preemption.fragment = {time_ns, bytes, network_.links[link].rate_bit_s};
  preemption.whole_ns = preemption.fragment.last_bit_ns();
  ports_[link].busy_until_ns = preemption.fragment.free_ns();
  calendar_.add(preemption.whole_ns, whole | link);
}

/// An express frame has come while the port is busy.
void Simulation::interrupt(Nanoseconds time_ns, std::uint32_t link) {
  PortState& port = ports_[link];
  Preemption& preemption = *port.preemption;
  if (preemption.frame && !preemption.interrupted) {
    if (const auto before = preemption.fragment.cut(time_ns)) {
      port.busy_until_ns = preemption.fragment.cut_free_ns(*before);
      result_.ports[link].busy_ns += port.busy_until_ns - preemption.fragment.begin_ns;
      preemption.fragment.bytes -= *before;
      preemption.interrupted = true;
      preemption.whole_ns = -1;
      wake_at(port.busy_until_ns, link);
      return;
    }
  }
  if (port.wake_ns < 0) wake_at(port.busy_until_ns, link);
}

void Simulation::finish_whole(Nanoseconds time_ns, std::uint32_t link) {
  Preemption& preemption = *ports_[link].preemption;
  if (preemption.whole_ns != time_ns) return;
  preemption.whole_ns = -1;
  const std::uint32_t frame = *preemption.frame;
  preemption.frame.reset();
  result_.ports[link].busy_ns += preemption.fragment.free_ns() - preemption.fragment.begin_ns;
  const Place& place = places_.places[place_[frame]];
  go_on(time_ns + place.passage_ns - place.frame_ns, frame, place);
}

}  // namespace parktwin::wired::tsn::packets
