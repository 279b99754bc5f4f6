#include "engine/simulators/wired/optical/memory.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"
#include "tests/engine/simulators/wired/optical/street_park.h"

namespace parktwin::wired::optical {
namespace {

void expect_same_answers(DuctWays& ways, const Park& park, std::uint32_t number) {
  const DuctGraph graph(park);
  const RandomSequence random(23, 1, number);
  for (std::uint32_t draw = 0; draw < 40; draw += 2) {
    const Point point{random.uniform(draw, -200.0, 1500.0), random.uniform(draw + 1, -300.0, 300.0)};
    const std::size_t end = graph.nearest(point);
    for (int again = 0; again < 2; ++again) {
      ASSERT_EQ(ways.nearest(point), end);
      EXPECT_EQ(ways.from(end).cost, graph.ways_from(end).cost);
      EXPECT_EQ(ways.from(end).previous, graph.ways_from(end).previous);
    }
  }
}

TEST(OpticalMemory, KnowsTheWaysOfTheDuctsAsTheyAre) {
  StreetPark streets;
  const Park park = streets.park();
  Memory memory;
  DuctWays& ways = memory.ways(park);
  expect_same_answers(ways, park, 0);
  EXPECT_EQ(&memory.ways(streets.park()), &ways);
  streets.add_duct({1200, 100}, {1300, 100});
  const Park longer = streets.park();
  expect_same_answers(memory.ways(longer), longer, 1);
  expect_same_answers(memory.ways(park), park, 2);
}

}  // namespace
}  // namespace parktwin::wired::optical
