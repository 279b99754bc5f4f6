#include "engine/simulators/wired/failures/memory.h"

#include <gtest/gtest.h>

#include "engine/simulators/wired/failures/failures.h"
#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired::failures {
namespace {

TEST(Memory, MakesOutagesAnewWhenTheGridOrTheFeedsChange) {
  Memory memory;
  std::size_t changed = 0;
  for (std::uint32_t number = 0; number < 20; ++number) {
    Park park = failing_park(number);
    for (int step = 0; step < 4; ++step) {
      if (step == 1) park.power_lines = failing_park(number + 100).power_lines;
      if (step == 2) park.network_nodes = failing_park(number + 200).network_nodes;
      const auto before = memory.outages(park, step == 3 ? 1 : 1000);
      const auto expected = power_outages(park, step == 3 ? 1 : 1000);
      EXPECT_EQ(before.nodes_dark, expected.nodes_dark);
      EXPECT_EQ(before.joint.size(), expected.joint.size());
      changed += expected.joint.size();
    }
  }
  EXPECT_GT(changed, 100U);
}

TEST(Memory, ChangesNoBitOfAResult) {
  Memory memory;
  for (std::uint32_t number = 0; number < 40; ++number) {
    const Park park = failing_park(number / 2);  // each one twice
    const Result result = simulate(park, layered_network(park), {}, memory);
    EXPECT_EQ(content_hash(result), content_hash(failures::simulate(park, {}))) << "park " << number / 2;
  }
}

}  // namespace
}  // namespace parktwin::wired::failures
