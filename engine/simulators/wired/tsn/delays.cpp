#include "engine/simulators/wired/tsn/delays.h"

#include <algorithm>
#include <cmath>

#include "engine/simulators/wired/tsn/bounds/bounds.h"
#include "engine/simulators/wired/tsn/packets/packets.h"

namespace parktwin::wired::tsn {
namespace {

/// From the first bit out to the last bit in, for every frame of the cycle.
void add_schedule(const Network& network, const Group& group, std::size_t position, MemberDelays& delays) {
  const Stream& stream = group.streams[position];
  const std::vector<Nanoseconds>& starts = group.schedule.starts_ns[position];
  const std::size_t hops = stream.path.size();
  const Nanoseconds clock_error = hops > 1 ? group.figures.clock_error_ns : 0;
  std::vector<Nanoseconds> longest_stay(hops, 0);
  const Nanoseconds last_passage = passage_ns(network, stream, hops - 1);
  Nanoseconds longest = 0;
  for (std::size_t k = 0; k * hops < starts.size(); ++k) {
    const Nanoseconds* frame = &starts[k * hops];
    for (std::size_t h = 0; h + 1 < hops; ++h) longest_stay[h] = std::max(longest_stay[h], frame[h + 1] - frame[h]);
    longest = std::max(longest, frame[hops - 1] + last_passage - frame[0]);
    const Nanoseconds arrival = frame[hops - 1] + last_passage - static_cast<Nanoseconds>(k) * stream.period_ns;
    delays.earliest_ns = k == 0 ? arrival : std::min(delays.earliest_ns, arrival);
    delays.latest_ns = k == 0 ? arrival : std::max(delays.latest_ns, arrival);
  }
  Nanoseconds sum = last_passage;
  for (const Nanoseconds stay : longest_stay) sum += stay;
  delays.tight_ns = longest + clock_error;
  delays.simple_ns = sum + clock_error;
}

std::optional<Nanoseconds> bounded(Nanoseconds bound) { return bound == bounds::no_bound ? std::nullopt : std::optional(bound); }

/// Sends the members of a simulation; scheduled ones whose frames are not in step as one stream for each frame of the cycle.
struct Traffic {
  std::vector<Stream> streams;
  std::vector<std::size_t> member;  ///< per stream
  packets::Options options;

  void add(const Stream& stream, std::size_t of, Nanoseconds offset_ns) {
    streams.push_back(stream);
    member.push_back(of);
    options.offsets_ns.push_back(offset_ns);
    options.commitments.push_back(commitment_of(stream));
  }
};

void add_scheduled(const Group& group, Traffic& traffic) {
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    Stream stream = group.streams[i];
    const auto& starts = group.schedule.starts_ns[i];
    const std::size_t hops = stream.path.size();
    const std::size_t frames = starts.size() / hops;
    bool in_step = true;
    for (std::size_t k = 0; k < frames; ++k)
      in_step = in_step && starts[k * hops] - starts[0] == static_cast<Nanoseconds>(k) * stream.period_ns;
    if (!in_step) stream.period_ns = group.schedule.cycle_ns;
    for (std::size_t k = 0; k < (in_step ? 1 : frames); ++k) traffic.add(stream, group.members[i], starts[k * hops]);
  }
}

void merge(const packets::Delays& run, MemberDelays& delays) {
  delays.sent += static_cast<std::int64_t>(run.sent);
  delays.delivered += static_cast<std::int64_t>(run.delivered);
  if (run.delivered == 0) return;
  delays.simulated_least_ns = std::min(delays.simulated_least_ns.value_or(run.least_ns), run.least_ns);
  delays.simulated_most_ns = std::max(delays.simulated_most_ns.value_or(run.most_ns), run.most_ns);
}

}  // namespace

void add_bounds(const Network& network, const Members& members, const Timetable& timetable, const Treatment& treatment,
                const Options& options, std::vector<MemberDelays>& delays) {
  for (const Group& group : timetable.groups) {
    for (std::size_t i = 0; i < group.members.size(); ++i) add_schedule(network, group, i, delays[group.members[i]]);
  }
  bounds::Options how;
  how.background_payload_bytes = options.best_effort_share > 0.0 ? options.best_effort_payload_bytes : 0;
  how.tighten = options.tighten_all ? bounds::Tighten::always : bounds::Tighten::past_deadline;
  how.egress = treatment.egress;
  std::vector<Stream> streams;
  std::vector<std::size_t> of;
  for (std::size_t m = 0; m < members.members.size(); ++m) {
    const Member& member = members.members[m];
    for (std::size_t hop = 0; hop < member.stream.path.size(); ++hop) delays[m].least_ns += passage_ns(network, member.stream, hop);
    if (member.traffic_class == TsnClass::scheduled) continue;  // others meet it as closed gates
    streams.push_back(member.stream);
    of.push_back(m);
    how.commitments.push_back(commitment_of(member.stream));
  }
  if (streams.empty()) return;
  const bounds::Result found = bounds::worst_case(network, streams, how);
  for (std::size_t s = 0; s < streams.size(); ++s) {
    delays[of[s]].tight_ns = bounded(found.streams[s].tight_ns);
    delays[of[s]].simple_ns = bounded(found.streams[s].simple_ns);
  }
}

Simulated add_simulation(const Network& network, const Members& members, const Timetable& timetable, const Treatment& treatment,
                         const Options& options, std::uint64_t seed, std::vector<MemberDelays>& delays) {
  Traffic traffic;
  for (const Group& group : timetable.groups) add_scheduled(group, traffic);
  for (std::size_t m = 0; m < members.members.size(); ++m) {
    const Member& member = members.members[m];
    if (member.traffic_class != TsnClass::scheduled) traffic.add(member.stream, m, -1);
  }
  Simulated made;
  made.most_waiting.assign(network.links.size(), 0);
  if (traffic.streams.empty()) return made;
  traffic.options.duration_ns = std::llround(options.duration.value() * 1e9);
  traffic.options.seed = seed;
  traffic.options.egress = treatment.egress;
  for (std::size_t link = 0; link < network.links.size() && options.best_effort_share > 0.0; ++link) {
    if (treatment.in_use[link] != 0) {
      traffic.options.background.push_back({link, 0, options.best_effort_share, options.best_effort_payload_bytes, packets::Sizes::fixed});
    }
  }
  for (const auto& run : packets::replicas(network, traffic.streams, traffic.options, static_cast<std::size_t>(options.replicas))) {
    made.events += static_cast<std::int64_t>(run.events);
    for (std::size_t s = 0; s < traffic.streams.size(); ++s) merge(run.streams[s], delays[traffic.member[s]]);
    for (std::size_t link = 0; link < network.links.size(); ++link) {
      const auto& most = run.ports[link].most_waiting;
      for (std::size_t priority = 1; priority < packets::priorities; ++priority) {
        made.most_waiting[link] = std::max(made.most_waiting[link], static_cast<std::int32_t>(most[priority]));
      }
    }
  }
  return made;
}

}  // namespace parktwin::wired::tsn
