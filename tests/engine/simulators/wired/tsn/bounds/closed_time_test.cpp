#include "engine/simulators/wired/tsn/bounds/closed_time.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "engine/core/random.h"

namespace parktwin::wired::tsn::bounds {
namespace {

TEST(ClosedTime, IsTheLeastBurstOverEveryStretchOfTime) {
  for (std::uint32_t number = 0; number < 200; ++number) {
    const RandomSequence random(7, 7, number);
    std::uint32_t draw = 0;
    packets::Egress egress;
    std::vector<bool> open;
    for (std::uint32_t i = 1 + random.below(draw++, 5); i > 0; --i) {
      egress.gates.push_back({1 + random.below(draw++, 30), static_cast<std::uint8_t>(random.below(draw++, 2))});
      open.insert(open.end(), egress.gates.back().duration_ns, egress.gates.back().open == 1);
    }
    const Nanoseconds frame = random.below(draw++, 8);
    const Nanoseconds overhang = random.below(draw++, 8);
    const std::size_t cycle = open.size();
    const auto is_open = [&](std::size_t t) { return open[t % cycle]; };
    std::vector<bool> usable(2 * cycle);
    const bool always = std::find(open.begin(), open.end(), false) == open.end();
    for (std::size_t t = 0; t < usable.size(); ++t) {
      usable[t] = true;
      for (Nanoseconds back = 0; back <= overhang; ++back) usable[t] = usable[t] && is_open(t + 100 * cycle - back);
      for (Nanoseconds on = 0; on <= frame; ++on) usable[t] = usable[t] && is_open(t + on);
      usable[t] = usable[t] || always;
    }
    const auto used = static_cast<double>(std::count(usable.begin(), usable.begin() + static_cast<std::ptrdiff_t>(cycle), true));
    const double rate = 1.0 - used / static_cast<double>(cycle);
    double burst = 0.0;
    for (std::size_t from = 0; from < cycle; ++from) {
      double unusable = 0.0;
      for (std::size_t t = from; t < from + cycle; ++t) {
        unusable += usable[t] ? 0.0 : 1.0;
        burst = std::max(burst, unusable - rate * static_cast<double>(t + 1 - from));
      }
    }
    const LeakyBucket found = closed_time(egress, 0, frame, overhang);
    EXPECT_NEAR(found.rate, rate, 1e-12) << number;
    if (used > 0.0) {
      EXPECT_NEAR(found.burst, burst, 1e-9) << number;
    }
  }
}

}  // namespace
}  // namespace parktwin::wired::tsn::bounds
