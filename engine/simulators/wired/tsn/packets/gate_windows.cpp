#include "engine/simulators/wired/tsn/packets/gate_windows.h"

#include "engine/core/check.h"

namespace parktwin::wired::tsn::packets {

GateWindows::GateWindows(const Egress& egress) : begin_ns_(egress.gates_begin_ns) {
  for (const Gate& gate : egress.gates) {
    PARKTWIN_CHECK(gate.duration_ns > 0, "gate entries last some time");
    for (std::size_t priority = 0; priority < priorities; ++priority) {
      if (((gate.open >> priority) & 1U) == 0) continue;
      auto& windows = windows_[priority];
      if (!windows.empty() && windows.back().end_ns == cycle_ns_) {
        windows.back().end_ns += gate.duration_ns;
      } else {
        windows.push_back({cycle_ns_, cycle_ns_ + gate.duration_ns});
      }
    }
    cycle_ns_ += gate.duration_ns;
  }
  for (std::size_t priority = 0; priority < priorities; ++priority) {
    auto& windows = windows_[priority];
    always_[priority] = cycle_ns_ == 0 || (windows.size() == 1 && windows[0].end_ns - windows[0].begin_ns == cycle_ns_);
    if (windows.size() > 1 && windows.front().begin_ns == 0 && windows.back().end_ns == cycle_ns_) {
      windows.back().end_ns += windows.front().end_ns;
      windows.erase(windows.begin());
    }
  }
}

Nanoseconds GateWindows::start(std::size_t priority, Nanoseconds time_ns, Nanoseconds frame_ns) const {
  if (always_[priority]) return time_ns;
  const auto& windows = windows_[priority];
  Nanoseconds phase = (time_ns - begin_ns_) % cycle_ns_;
  if (phase < 0) phase += cycle_ns_;
  // From one cycle before, whose last window may reach into this one, to the next, where each window comes whole.
  for (Nanoseconds shift = -cycle_ns_; shift <= cycle_ns_; shift += cycle_ns_) {
    for (const Window& window : windows) {
      const Nanoseconds from = window.begin_ns + shift > phase ? window.begin_ns + shift : phase;
      if (from + frame_ns <= window.end_ns + shift) return time_ns + (from - phase);
    }
  }
  return never;
}

}  // namespace parktwin::wired::tsn::packets
