#include "engine/simulators/wired/tsn/packets/tally.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"

namespace parktwin::wired::tsn::packets {
namespace {

TEST(Tally, AgreesWithSortedDelays) {
  const RandomSequence random(1, 1, 1);
  for (const double octaves : {4.0, 12.0, 30.0, 38.0}) {
    std::vector<Nanoseconds> delays;
    Tally tally({0, 1000});
    Nanoseconds sum = 0;
    for (std::uint32_t i = 0; i < 5000; ++i) {
      delays.push_back(1000 + static_cast<Nanoseconds>(std::exp2(random.uniform(i, 0.0, octaves))));
      tally.sent(1);
      tally.delivered(1, delays.back());
      sum += delays.back();
    }
    tally.sent(1);
    tally.lost(1);
    std::sort(delays.begin(), delays.end());
    const Delays found = tally.delays(1);
    EXPECT_EQ(found.sent, 5001U);
    EXPECT_EQ(found.lost, 1U);
    EXPECT_EQ(found.least_ns, delays.front());
    EXPECT_EQ(found.most_ns, delays.back());
    EXPECT_DOUBLE_EQ(found.mean_ns, static_cast<double>(sum) / 5000.0);
    const auto near = [&](Nanoseconds value, std::size_t rank) {
      EXPECT_GE(value, delays[rank - 1]);
      EXPECT_LE(static_cast<double>(value - 1000), static_cast<double>(delays[rank - 1] - 1000) * (1.0 + 1.0 / 32.0));
    };
    near(found.median_ns, 2500);
    near(found.percentile_99_ns, 4950);
    near(found.percentile_999_ns, 4995);
    EXPECT_EQ(tally.delays(0), Delays{});
  }
}

}  // namespace
}  // namespace parktwin::wired::tsn::packets
