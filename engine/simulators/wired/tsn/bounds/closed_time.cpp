#include "engine/simulators/wired/tsn/bounds/closed_time.h"

#include <algorithm>
#include <vector>

#include "engine/core/check.h"

namespace parktwin::wired::tsn::bounds {
namespace {

struct Stretch {
  Nanoseconds begin_ns;
  Nanoseconds end_ns;
};

/// Open stretches of one cycle by their beginning, the last one reaching into the next cycle if the gate stays open over the end.
std::vector<Stretch> open_stretches(const packets::Egress& egress, std::size_t priority, Nanoseconds& cycle) {
  std::vector<Stretch> open;
  cycle = 0;
  for (const packets::Gate& gate : egress.gates) {
    PARKTWIN_CHECK(gate.duration_ns > 0, "gate entries last some time");
    const bool is_open = ((gate.open >> priority) & 1U) != 0;
    if (is_open && !open.empty() && open.back().end_ns == cycle) {
      open.back().end_ns += gate.duration_ns;
    } else if (is_open) {
      open.push_back({cycle, cycle + gate.duration_ns});
    }
    cycle += gate.duration_ns;
  }
  if (open.size() > 1 && open.front().begin_ns == 0 && open.back().end_ns == cycle) {
    open.back().end_ns += open.front().end_ns;
    open.erase(open.begin());
  }
  return open;
}

}  // namespace

LeakyBucket closed_time(const packets::Egress& egress, std::size_t priority, Nanoseconds longest_frame_ns, Nanoseconds overhang_ns) {
  Nanoseconds cycle = 0;
  std::vector<Stretch> usable = open_stretches(egress, priority, cycle);
  if (cycle == 0 || (usable.size() == 1 && usable[0].end_ns - usable[0].begin_ns == cycle)) return {};
  Nanoseconds used = 0;
  for (Stretch& stretch : usable) {
    stretch.begin_ns += overhang_ns;
    stretch.end_ns = std::max(stretch.begin_ns, stretch.end_ns - longest_frame_ns);
    used += stretch.end_ns - stretch.begin_ns;
  }
  if (used == 0) return {0.0, 1.0};
  const auto count = static_cast<std::ptrdiff_t>(usable.size());
  const double rate = static_cast<double>(cycle - used) / static_cast<double>(cycle);
  double burst = 0.0;
  // The most beyond the rate lies between the end of one usable stretch and the beginning of another, at most a cycle later.
  for (std::ptrdiff_t from = 0; from < count; ++from) {
    Nanoseconds unusable = 0;
    Nanoseconds end = usable[from].end_ns;
    for (std::ptrdiff_t next = from + 1; next <= from + count; ++next) {
      const Nanoseconds shift = next < count ? 0 : cycle;
      const Stretch& stretch = usable[next % count];
      unusable += stretch.begin_ns + shift - end;
      burst = std::max(burst, static_cast<double>(unusable) - rate * static_cast<double>(stretch.begin_ns + shift - usable[from].end_ns));
      end = stretch.end_ns + shift;
    }
  }
  return {burst, rate};
}

}  // namespace parktwin::wired::tsn::bounds
