#include "engine/simulators/wired/tsn/treatment.h"

#include <algorithm>

namespace parktwin::wired::tsn {
namespace {

std::uint8_t bit_of(std::int32_t priority) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(priority)); }

void set_gates(const Timetable& timetable, std::vector<packets::Egress>& egress) {
  for (const Group& group : timetable.groups) {
    for (const auto& list : group.gates) {
      for (const auto& entry : list.entries) egress[list.link].gates.push_back({entry.duration_ns, entry.open});
    }
  }
}

}  // namespace

bool is_sent(const Timetable& timetable, std::size_t member) { return timetable.unplaced[member].empty(); }

packets::Commitment commitment_of(const Stream& stream) {
  const std::int64_t bits =
      8 * std::int64_t{std::max(stream.payload_bytes, smallest_payload_bytes) + frame_overhead_bytes + interframe_gap_bytes};
  return {(bits * 1'000'000'000 + stream.period_ns - 1) / stream.period_ns, bits};
}

Treatment treatment_of(const Park& park, const Ethernet& ethernet, const Members& members, const Timetable& timetable) {
  const Network& network = ethernet.network;
  const auto& nodes = park.network_nodes->records();
  Treatment made;
  made.egress.resize(network.links.size());
  made.in_use.assign(network.links.size(), 0);
  made.unshaped.assign(network.links.size(), 0);
  set_gates(timetable, made.egress);
  std::uint8_t held_back = 1;  // best effort is not a flow
  for (std::size_t m = 0; m < members.members.size(); ++m) {
    const auto& [flow, traffic_class, stream] = members.members[m];
    const bool asynchronous = traffic_class == TsnClass::asynchronous;
    if (asynchronous || traffic_class == TsnClass::scheduled) held_back |= bit_of(stream.priority);
    if (!is_sent(timetable, m)) continue;
    for (std::size_t hop = 0; hop < stream.path.size(); ++hop) {
      const std::size_t link = stream.path[hop];
      packets::Egress& egress = made.egress[link];
      made.in_use[link] = 1;
      if (asynchronous && hop > 0) egress.asynchronous |= bit_of(stream.priority);
      if (traffic_class != TsnClass::class_a && traffic_class != TsnClass::class_b) continue;
      made.unshaped[link] = egress.gates.empty() ? 0 : 1;
      if (egress.gates.empty())
        egress.idle_slope_bit_s[static_cast<std::size_t>(stream.priority)] += rate_bit_s(stream, network.links[link]);
    }
  }
  for (std::size_t link = 0; link < network.links.size(); ++link) {
    packets::Egress& egress = made.egress[link];
    const bool credit = std::any_of(egress.idle_slope_bit_s.begin(), egress.idle_slope_bit_s.end(), [](auto slope) { return slope > 0; });
    const bool both = nodes[network.links[link].from].preemption && nodes[network.links[link].to].preemption;
    if (both && !credit && egress.gates.empty()) egress.preemptable = 1;
  }
  for (const NetworkNode& node : nodes) made.cut_through.push_back(node.cut_through ? static_cast<std::uint8_t>(~held_back) : 0);
  return made;
}

}  // namespace parktwin::wired::tsn
