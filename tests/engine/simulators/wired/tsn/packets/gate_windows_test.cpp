#include "engine/simulators/wired/tsn/packets/gate_windows.h"

#include <gtest/gtest.h>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::wired::tsn::packets {
namespace {

bool open_at(const Egress& egress, std::size_t priority, Nanoseconds time) {
  Nanoseconds cycle = 0;
  for (const Gate& gate : egress.gates) cycle += gate.duration_ns;
  Nanoseconds phase = ((time - egress.gates_begin_ns) % cycle + cycle) % cycle;
  for (const Gate& gate : egress.gates) {
    if (phase < gate.duration_ns) return ((gate.open >> priority) & 1U) != 0;
    phase -= gate.duration_ns;
  }
  return false;
}

TEST(GateWindows, StartsWhereEveryNanosecondOfTheFrameIsOpen) {
  for (std::uint32_t number = 0; number < 300; ++number) {
    const RandomSequence random(6, 6, number);
    std::uint32_t draw = 0;
    Egress egress;
    egress.gates_begin_ns = static_cast<Nanoseconds>(random.below(draw++, 60)) - 20;
    Nanoseconds cycle = 0;
    for (std::uint32_t i = 1 + random.below(draw++, 5); i > 0; --i) {
      egress.gates.push_back({1 + random.below(draw++, 12), static_cast<std::uint8_t>(random.below(draw++, 4))});
      cycle += egress.gates.back().duration_ns;
    }
    const GateWindows windows(egress);
    for (std::size_t priority = 0; priority < 2; ++priority) {
      for (Nanoseconds time = 0; time < 2 * cycle; ++time) {
        const Nanoseconds frame = 1 + random.below(draw++, 15);
        Nanoseconds slow = GateWindows::never;
        for (Nanoseconds start = time; start <= time + cycle && slow == GateWindows::never; ++start) {
          bool open = true;
          for (Nanoseconds at = start; at < start + frame && open; ++at) open = open_at(egress, priority, at);
          if (open) slow = start;
        }
        ASSERT_EQ(windows.start(priority, time, frame), slow) << number << " at " << time;
      }
    }
  }
}

TEST(GateWindows, WithoutAListIsAlwaysOpen) { EXPECT_EQ(GateWindows(Egress{}).start(3, 17, 1'000'000), 17); }

TEST(GateWindows, EntriesLast) {
  Egress egress;
  egress.gates = {{0, 1}};
  EXPECT_THROW(GateWindows{egress}, BrokenPromise);
}

}  // namespace
}  // namespace parktwin::wired::tsn::packets
