#include <algorithm>

#include "engine/simulators/wired/tsn/schedule/schedule.h"

namespace parktwin::wired::tsn::schedule {
namespace {

/// What the gates of one port do at a time in the cycle, read entry by entry.
class Gates {
 public:
  Gates(const GateControlList& list, Nanoseconds cycle) : list_(list), cycle_(cycle) {}

  /// Entry in force at a time in [0, cycle); none when the list has a hole there.
  [[nodiscard]] const GateEntry* at(Nanoseconds time) const {
    for (const GateEntry& entry : list_.entries) {
      if (entry.start_ns <= time && time < entry.start_ns + entry.duration_ns) return &entry;
    }
    return nullptr;
  }

  /// First entry in from..to (half open, at most a cycle long) whose gates differ from `open` where `mask` is set.
  [[nodiscard]] const GateEntry* differing(Nanoseconds from, Nanoseconds to, std::uint8_t open, std::uint8_t mask,
                                           Nanoseconds& when) const {
    static constexpr GateEntry hole{};
    for (Nanoseconds time = from; time < to;) {
      const Nanoseconds local = ((time % cycle_) + cycle_) % cycle_;
      const GateEntry* entry = at(local);
      when = time;
      if (!entry) return &hole;
      if ((entry->open & mask) != (open & mask)) return entry;
      time += entry->start_ns + entry->duration_ns - local;
    }
    return nullptr;
  }

 private:
  const GateControlList& list_;
  Nanoseconds cycle_;
};

}  // namespace

std::vector<Violation> verify_gates(const Network& network, std::span<const Stream> streams, const Schedule& schedule,
                                    std::span<const GateControlList> lists, const GuardBand& guard) {
  std::vector<Violation> violations;
  unsigned scheduled = 0;
  for (const Stream& stream : streams) scheduled |= 1U << static_cast<unsigned>(stream.priority);
  const auto others = static_cast<std::uint8_t>(~scheduled);
  for (std::size_t i = 0; i < streams.size(); ++i) {
    for (std::size_t k = 0; k < schedule.starts_ns[i].size(); ++k) {
      const std::size_t link = streams[i].path[k % streams[i].path.size()];
      const std::int64_t rate = network.links[link].rate_bit_s;
      const Nanoseconds start = schedule.starts_ns[i][k] % schedule.cycle_ns;
      const auto list = std::find_if(lists.begin(), lists.end(), [&](const GateControlList& one) { return one.link == link; });
      const auto own = static_cast<std::uint8_t>(1U << static_cast<unsigned>(streams[i].priority));
      if (list == lists.end()) {
        violations.push_back({Rule::gate, i, i, link, start, 0, own});
        continue;
      }
      const Gates gates(*list, schedule.cycle_ns);
      Nanoseconds when = 0;
      const Nanoseconds end = start + frame_time_ns(streams[i].payload_bytes, rate);
      if (const auto* entry = gates.differing(start, end, own, 0xFF, when))
        violations.push_back({Rule::gate, i, i, link, start, entry->open, own});
      const Nanoseconds band = std::min(guard_band_ns(guard, rate), schedule.cycle_ns);
      for (Nanoseconds from = start - band; gates.differing(from, start, 0, others, when);) {
        const Nanoseconds local = ((when % schedule.cycle_ns) + schedule.cycle_ns) % schedule.cycle_ns;
        const GateEntry* entry = gates.at(local);
        const Nanoseconds closes = entry ? when + entry->start_ns + entry->duration_ns - local : start;
        violations.push_back({Rule::guard_band, i, i, link, start, std::max<Nanoseconds>(start - closes, 0), band});
        from = closes;
      }
    }
  }
  return violations;
}

}  // namespace parktwin::wired::tsn::schedule
