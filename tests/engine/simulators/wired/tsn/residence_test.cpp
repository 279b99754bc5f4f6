#include "engine/simulators/wired/tsn/residence.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace parktwin::wired::tsn {
namespace {

RadioCell cell(double spacing_hz, const std::string& slots) {
  RadioCell made;
  made.subcarrier_spacing = Hertz(spacing_hz);
  made.duplex_pattern = slots;
  return made;
}

/// Waits from every tenth of a slot until a slot of the direction begins, step by step.
double longest_wait_slots(const std::string& slots, char direction) {
  double longest = 0.0;
  for (std::size_t begin = 0; begin < 10 * slots.size(); ++begin) {
    std::size_t at = begin + 1;  // just after
    while (at % 10 != 0 || slots[at / 10 % slots.size()] != direction) ++at;
    longest = std::max(longest, static_cast<double>(at - begin) / 10.0);
  }
  return longest;
}

TEST(Residence, AddsProcessingWaitingAndTheSlot) {
  // 30 kHz: slots of 500 µs, symbols of 35.677 µs, N1 + N2 = 22 of them.
  const double always = 22 * (2192.0 / 30.72e6) * 1e9 / 2 + 500e3;
  for (const std::string slots : {"DDDSU", "DSUUU", "DDSUUDDSUU", "DDDDDDDSUU", "DSU"}) {
    for (const bool downlink : {true, false}) {
      const Residence residence = residence_ns(cell(30e3, slots), downlink);
      EXPECT_NEAR(static_cast<double>(residence.least_ns), always, 1.0);
      EXPECT_NEAR(static_cast<double>(residence.most_ns), always + 500e3 * longest_wait_slots(slots, downlink ? 'D' : 'U'), 1.0) << slots;
    }
  }
}

TEST(Residence, WiderCarriersAreFaster) {
  for (const bool downlink : {true, false}) {
    Nanoseconds before = 100'000'000;
    for (const double spacing : {15e3, 30e3, 60e3, 120e3}) {
      const Residence residence = residence_ns(cell(spacing, "FDD"), downlink);
      EXPECT_LT(residence.most_ns, before);
      EXPECT_EQ(residence.most_ns - residence.least_ns, static_cast<Nanoseconds>(15e9 / spacing));  // one slot
      before = residence.most_ns;
    }
  }
}

TEST(Residence, TheFrequencyDecidesWhereThePatternIsSilent) {
  RadioCell low = cell(30e3, "");
  low.frequency = megahertz(758);
  EXPECT_EQ(residence_ns(low, false).most_ns, residence_ns(cell(30e3, "FDD"), false).most_ns);
  RadioCell high = low;
  high.frequency = gigahertz(3.5);
  EXPECT_EQ(residence_ns(high, false).most_ns, residence_ns(cell(30e3, "DDDSU"), false).most_ns);
  RadioCell n39 = low;
  n39.frequency = megahertz(1900);
  EXPECT_EQ(residence_ns(n39, true).most_ns, residence_ns(high, true).most_ns);
}

}  // namespace
}  // namespace parktwin::wired::tsn
