#include "engine/simulators/wired/tsn/packets/simulation.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::wired::tsn::packets {
namespace {

enum Draws : std::uint32_t { offset_draw = 0x7a01, gap_draw, size_draw };
constexpr unsigned wheel_bits = 13;

/// About one event a day.
unsigned day_bits(double events_per_ns) { return static_cast<unsigned>(std::clamp(std::floor(-std::log2(events_per_ns)), 0.0, 20.0)); }

double exponential(const RandomSequence& random, std::uint32_t draw) { return -std::log(1.0 - random.uniform(draw)); }

bool shapes(const Egress& egress) {
  return !egress.gates.empty() ||
         std::any_of(egress.idle_slope_bit_s.begin(), egress.idle_slope_bit_s.end(), [](auto slope) { return slope > 0; });
}

}  // namespace

Simulation::Shaping::Shaping(const Egress& egress, std::int64_t rate_bit_s) : gates(egress) {
  for (std::size_t priority = 0; priority < priorities; ++priority) {
    const std::int64_t slope = egress.idle_slope_bit_s[priority];
    PARKTWIN_CHECK(slope == 0 || egress.gates.empty(), "a port has gates or credit-based shapers");
    PARKTWIN_CHECK(slope >= 0 && slope <= rate_bit_s, "an idle slope is at most the link's rate");
    credits[priority] = Credit(slope, rate_bit_s);
  }
}

Simulation::Simulation(const Network& network, const std::vector<Stream>& streams, const Options& options)
    : network_(network),
      streams_(streams),
      options_(options),
      places_(places_of(network, streams, options)),
      tally_(places_.least_ns),
      calendar_(day_bits(places_.events_per_ns), wheel_bits),
      ports_(network.links.size()),
      queues_(network.links.size() * priorities),
      draws_(options.background.size(), 0) {
  PARKTWIN_CHECK(options.offsets_ns.empty() || options.offsets_ns.size() == streams.size(), "one offset per stream");
  PARKTWIN_CHECK(options.egress.empty() || options.egress.size() == network.links.size(), "one egress per link");
  PARKTWIN_CHECK(options.commitments.empty() || options.commitments.size() == streams.size(), "one commitment per stream");
  PARKTWIN_CHECK(places_.places.size() < most_numbers && network.links.size() < most_numbers, "numbers fit beside the kind of event");
  result_.ports.resize(network.links.size());
  start_shaping();
  start_sources();
}

void Simulation::start_shaping() {
  for (const Place& place : places_.places) {
    const bool preemptable = !options_.egress.empty() && ((options_.egress[place.link].preemptable >> place.priority) & 1U) != 0;
    PARKTWIN_CHECK(!preemptable || place.random_size || place.passage_ns >= place.frame_ns, "preemptable frames are not cut through");
  }
  for (std::size_t link = 0; link < options_.egress.size(); ++link) {
    if (const std::uint32_t preemptable = options_.egress[link].preemptable; preemptable != 0) {
      PARKTWIN_CHECK((preemptable & (preemptable + 1)) == 0, "preemptable are the lowest priorities");
      PARKTWIN_CHECK(!shapes(options_.egress[link]), "a port that preempts has no gates or credit-based shapers");
      preemption_.push_back(std::make_unique<Preemption>());
      preemption_.back()->preemptable = preemptable;
      ports_[link].preemption = preemption_.back().get();
    }
    if (!shapes(options_.egress[link])) continue;
    shaping_.push_back(std::make_unique<Shaping>(options_.egress[link], network_.links[link].rate_bit_s));
    ports_[link].shaping = shaping_.back().get();
  }
  if (options_.commitments.empty() || options_.egress.empty()) return;
  buckets_.resize(places_.places.size());
  groups_.resize(places_.places.size(), 0);
  std::map<std::tuple<std::size_t, std::int32_t, std::size_t>, std::uint32_t> groups;  // link, priority, line before or the talker
  for (std::size_t s = 0; s < streams_.size(); ++s) {
    const Stream& stream = streams_[s];
    for (std::size_t hop = 0; hop < stream.path.size(); ++hop) {
      if (((options_.egress[stream.path[hop]].asynchronous >> stream.priority) & 1U) == 0) continue;
      const std::size_t place = places_.first[s] + hop;
      buckets_[place] = TokenBucket(options_.commitments[s].rate_bit_s, options_.commitments[s].burst_bits);
      const std::size_t line = hop == 0 ? network_.links.size() + s : stream.path[hop - 1];
      groups_[place] =
          groups.emplace(std::tuple{stream.path[hop], stream.priority, line}, static_cast<std::uint32_t>(groups.size())).first->second;
    }
  }
  group_eligible_ns_.assign(groups.size(), 0);
}

void Simulation::start_sources() {
  for (std::uint32_t s = 0; s < streams_.size(); ++s) {
    const RandomSequence random(options_.seed, offset_draw, s);
    const auto drawn = static_cast<Nanoseconds>(random.uniform(0) * static_cast<double>(streams_[s].period_ns));
    const Nanoseconds offset = options_.offsets_ns.empty() || options_.offsets_ns[s] < 0 ? drawn : options_.offsets_ns[s];
    if (offset < options_.duration_ns) calendar_.add(offset, release | s);
  }
  for (std::uint32_t b = 0; b < options_.background.size(); ++b) {
    const Nanoseconds first = gap(b);
    if (first < options_.duration_ns) calendar_.add(first, release | static_cast<std::uint32_t>(streams_.size() + b));
  }
}

Nanoseconds Simulation::gap(std::uint32_t background) {
  const Background& source = options_.background[background];
  const Nanoseconds port_ns = port_time_ns(source.payload_bytes, network_.links[source.link].rate_bit_s);
  const RandomSequence random(options_.seed, gap_draw, background);
  return std::llround(exponential(random, draws_[background]++) * static_cast<double>(port_ns) / source.share);
}

std::uint32_t Simulation::new_frame(Nanoseconds time_ns, std::uint32_t place) {
  if (free_.empty()) {
    free_.push_back(static_cast<std::uint32_t>(place_.size()));
    PARKTWIN_CHECK(free_.back() < most_numbers, "frame numbers fit beside the kind of event");
    place_.push_back(0);
    sent_ns_.push_back(0);
    own_port_ns_.push_back(0);
  }
  const std::uint32_t frame = free_.back();
  free_.pop_back();
  place_[frame] = place;
  sent_ns_[frame] = time_ns;
  return frame;
}

void Simulation::handle_release(Nanoseconds time_ns, std::uint32_t source) {
  const std::uint32_t place = places_.first[source];
  const std::uint32_t frame = new_frame(time_ns, place);
  Nanoseconds next = time_ns;
  if (source < streams_.size()) {
    next += streams_[source].period_ns;
  } else {
    const auto background = static_cast<std::uint32_t>(source - streams_.size());
    if (places_.places[place].random_size) {
      const RandomSequence random(options_.seed, size_draw, background);
      const double mean = static_cast<double>(places_.places[place].port_ns);
      own_port_ns_[frame] = std::max<Nanoseconds>(1, std::llround(mean * exponential(random, draws_[background])));
    }
    next += gap(background);
  }
  if (next < options_.duration_ns) calendar_.add(next, release | source);
  tally_.sent(source);
  arrive(time_ns, frame);
}

void Simulation::arrive(Nanoseconds time_ns, std::uint32_t frame) {
  const std::uint32_t place = place_[frame];
  if (!buckets_.empty() && buckets_[place].shapes()) {
    const Stream& stream = streams_[places_.places[place].source];
    const std::int64_t bits = 8 * (std::max(stream.payload_bytes, smallest_payload_bytes) + frame_overhead_bytes + interframe_gap_bytes);
    const Nanoseconds when = buckets_[place].eligible(time_ns, bits, group_eligible_ns_[groups_[place]]);
    if (when > time_ns) {
      calendar_.add(when, eligible | frame);
      return;
    }
  }
  stand_in_queue(time_ns, frame);
}

void Simulation::stand_in_queue(Nanoseconds time_ns, std::uint32_t frame) {
  const Place& place = places_.places[place_[frame]];
  PortState& port = ports_[place.link];
  if (port.shaping != nullptr) {
    advance_credits(time_ns, port);
  } else if (port.preemption == nullptr && port.busy_until_ns <= time_ns && port.waiting == 0) {
    send(time_ns, frame, place);
    return;
  }
  Ring& ring = queue(place.link, place.priority);
  if (ring.size() >= options_.longest_queue) {
    tally_.lost(place.source);
    free_.push_back(frame);
    return;
  }
  ring.push(frame);
  port.waiting |= 1U << place.priority;
  auto& most = result_.ports[place.link].most_waiting[place.priority];
  most = std::max(most, ring.size());
  if (port.shaping != nullptr && port.busy_until_ns <= time_ns) {
    serve_shaped(time_ns, place.link);
  } else if (port.preemption != nullptr && port.busy_until_ns > time_ns && ((port.preemption->preemptable >> place.priority) & 1U) == 0) {
    interrupt(time_ns, place.link);
  } else if (port.wake_ns < 0) {
    wake_at(std::max(time_ns, port.busy_until_ns), place.link);
  }
}

void Simulation::wake_at(Nanoseconds time_ns, std::uint32_t link) {
  ports_[link].wake_ns = time_ns;
  calendar_.add(time_ns, wake | link);
}

std::uint32_t Simulation::take(std::uint32_t link, std::size_t priority) {
  Ring& ring = queue(link, priority);
  const std::uint32_t frame = ring.front();
  ring.pop();
  if (ring.size() == 0) ports_[link].waiting &= ~(1U << priority);
  return frame;
}

void Simulation::serve(Nanoseconds time_ns, std::uint32_t link) {
  PortState& port = ports_[link];
  if (port.wake_ns != time_ns) return;
  port.wake_ns = -1;
  if (port.shaping != nullptr) {
    advance_credits(time_ns, port);
    serve_shaped(time_ns, link);
    return;
  }
  if (port.preemption != nullptr) return serve_preempting(time_ns, link);
  const std::uint32_t frame = take(link, static_cast<std::size_t>(std::bit_width(port.waiting)) - 1);
  send(time_ns, frame, places_.places[place_[frame]]);
  if (port.waiting != 0) wake_at(port.busy_until_ns, link);
}

void Simulation::advance_credits(Nanoseconds time_ns, PortState& port) {
  for (std::size_t priority = 0; priority < priorities; ++priority) {
    Credit& credit = port.shaping->credits[priority];
    if (credit.shapes()) credit.advance(time_ns, ((port.waiting >> priority) & 1U) != 0);
  }
}

/// The port is free and its credits are of now: sends what may be sent, or wakes when the first frame may.
void Simulation::serve_shaped(Nanoseconds time_ns, std::uint32_t link) {
  PortState& port = ports_[link];
  Nanoseconds soonest = -1;
  for (std::uint32_t left = port.waiting; left != 0;) {
    const std::size_t priority = static_cast<std::size_t>(std::bit_width(left)) - 1;
    left &= ~(1U << priority);
    Credit& credit = port.shaping->credits[priority];
    const Place& place = places_.places[place_[queue(link, priority).front()]];
    const Nanoseconds frame_ns = place.random_size ? own_port_ns_[queue(link, priority).front()] : place.frame_ns;
    const Nanoseconds when = credit.shapes() ? credit.ready(time_ns) : port.shaping->gates.start(priority, time_ns, frame_ns);
    if (when == time_ns) {
      const std::uint32_t frame = take(link, priority);
      send(time_ns, frame, place);
      credit.send(time_ns, port.busy_until_ns - time_ns);
      port.wake_ns = -1;
      if (port.waiting != 0) wake_at(port.busy_until_ns, link);
      return;
    }
    if (when >= 0 && (soonest < 0 || when < soonest)) soonest = when;
  }
  port.wake_ns = -1;
  if (soonest >= 0) wake_at(soonest, link);
}

void Simulation::send(Nanoseconds time_ns, std::uint32_t frame, const Place& place) {
  const Nanoseconds port_ns = place.random_size ? own_port_ns_[frame] : place.port_ns;
  ports_[place.link].busy_until_ns = time_ns + port_ns;
  result_.ports[place.link].busy_ns += port_ns;
  go_on(time_ns + place.passage_ns + (place.random_size ? port_ns : 0), frame, place);
}

void Simulation::go_on(Nanoseconds there_ns, std::uint32_t frame, const Place& place) {
  if (place.last) {
    tally_.delivered(place.source, there_ns - sent_ns_[frame]);
    free_.push_back(frame);
  } else {
    ++place_[frame];
    calendar_.add(there_ns, arrival | frame);
  }
}

Result Simulation::run() {
  while (!calendar_.empty()) {
    const Calendar::Event event = calendar_.take();
    const std::uint32_t number = event.what & ~static_cast<std::uint32_t>(kinds);
    ++result_.events;
    switch (event.what & kinds) {
      case arrival:
        arrive(event.time_ns, number);
        break;
      case wake:
        serve(event.time_ns, number);
        break;
      case whole:
        finish_whole(event.time_ns, number);
        break;
      case release:
        handle_release(event.time_ns, number);
        break;
      default:
        stand_in_queue(event.time_ns, number);
    }
  }
  for (std::size_t s = 0; s < places_.first.size(); ++s) {
    (s < streams_.size() ? result_.streams : result_.background).push_back(tally_.delays(s));
  }
  return std::move(result_);
}

}  // namespace parktwin::wired::tsn::packets
