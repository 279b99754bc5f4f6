#include <algorithm>
#include <map>

#include "engine/core/check.h"
#include "engine/simulators/wired/tsn/schedule/schedule.h"

namespace parktwin::wired::tsn::schedule {
namespace {

struct Window {
  Nanoseconds from = 0;
  Nanoseconds to = 0;
  std::uint8_t open = 0;
};

std::uint8_t bit_of(const Stream& stream) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(stream.priority)); }

/// Windows of each port within the cycle, in order; one that reaches beyond the cycle is cut in two.
std::map<std::size_t, std::vector<Window>> windows_of(const Network& network, std::span<const Stream> streams, const Schedule& schedule) {
  std::map<std::size_t, std::vector<Window>> ports;
  const Nanoseconds cycle = schedule.cycle_ns;
  for (std::size_t i = 0; i < streams.size(); ++i) {
    const auto& path = streams[i].path;
    for (std::size_t k = 0; k < schedule.starts_ns[i].size(); ++k) {
      const std::size_t link = path[k % path.size()];
      const Nanoseconds from = schedule.starts_ns[i][k] % cycle;
      const Nanoseconds to = from + port_time_ns(streams[i].payload_bytes, network.links[link].rate_bit_s);
      auto& windows = ports[link];
      windows.push_back({from, std::min(to, cycle), bit_of(streams[i])});
      if (to > cycle) windows.push_back({0, to - cycle, bit_of(streams[i])});
    }
  }
  for (auto& [link, windows] : ports) {
    std::sort(windows.begin(), windows.end(), [](const Window& a, const Window& b) { return a.from < b.from; });
  }
  return ports;
}

void append(GateControlList& list, Nanoseconds from, Nanoseconds to, std::uint8_t open) {
  if (from >= to) return;
  if (!list.entries.empty() && list.entries.back().open == open) {
    list.entries.back().duration_ns += to - from;
  } else {
    list.entries.push_back({from, to - from, open});
  }
}

GateControlList list_of(std::size_t link, const std::vector<Window>& windows, std::uint8_t others, Nanoseconds guard_ns,
                        Nanoseconds cycle) {
  GateControlList list;
  list.link = link;
  Nanoseconds now = 0;
  const auto fill = [&](Nanoseconds next) {  // other classes until the guard band before a window at `next`
    const Nanoseconds close = std::clamp(next - guard_ns, now, cycle);
    append(list, now, close, others);
    list.other_open_ns += close - now;
    append(list, close, std::min(next, cycle), 0);
  };
  for (const Window& window : windows) {
    fill(window.from);
    append(list, window.from, window.to, window.open);
    now = window.to;
  }
  fill(cycle + windows.front().from);
  return list;
}

}  // namespace

Nanoseconds guard_band_ns(const GuardBand& guard, std::int64_t rate_bit_s) {
  PARKTWIN_CHECK(guard.additional_fragment >= 0 && guard.additional_fragment <= 3, "addFragSize is 0 to 3");
  const Nanoseconds whole = port_time_ns(guard.largest_payload_bytes, rate_bit_s);
  if (!guard.preemption) return whole;
  constexpr std::int32_t preamble_bytes = 8;
  const std::int32_t uncut = 64 * (2 + guard.additional_fragment) - 5;
  return std::min(whole, wire_time_ns(preamble_bytes + uncut + interframe_gap_bytes, rate_bit_s));
}

std::vector<GateControlList> gate_control_lists(const Network& network, std::span<const Stream> streams, const Schedule& schedule,
                                                const GuardBand& guard) {
  std::uint8_t scheduled = 0;
  for (const Stream& stream : streams) scheduled |= bit_of(stream);
  std::vector<GateControlList> lists;
  for (const auto& [link, windows] : windows_of(network, streams, schedule)) {
    const Nanoseconds guard_ns = guard_band_ns(guard, network.links[link].rate_bit_s);
    lists.push_back(list_of(link, windows, static_cast<std::uint8_t>(~scheduled), guard_ns, schedule.cycle_ns));
  }
  return lists;
}

}  // namespace parktwin::wired::tsn::schedule
