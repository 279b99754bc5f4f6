#include "engine/simulators/wired/tsn/memory.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/plant.h"

namespace parktwin::wired::tsn {
namespace {

// One change of a plant that may or may not matter to its flows.
void change(Plant& plant, const RandomSequence& random, std::uint32_t step) {
  NetworkLink& link = plant.links[random.below(8 * step, static_cast<std::uint32_t>(plant.links.size()))];
  switch (random.below(8 * step + 1, 6)) {
    case 0:
      link.operational = !link.operational;
      break;
    case 1:
      link.availability = random.uniform(8 * step + 2, 0.9, 1.0);
      break;
    case 2:
      link.rate_down = link.rate_up = MegabitsPerSecond(random.below(8 * step + 2, 2) == 0 ? 100.0 : 1000.0);
      break;
    case 3:
      plant.nodes[random.below(8 * step + 2, static_cast<std::uint32_t>(plant.nodes.size()))].clock_error_ns += 10;
      break;
    case 4:
      link.id += "'";
      break;
    default:
      plant.flows[random.below(8 * step + 2, static_cast<std::uint32_t>(plant.flows.size()))].deadline_ns += 1000;
  }
}

TEST(Memory, OfAStudyGivesTheBitsOfOneFromScratch) {
  std::size_t different = 0;
  for (std::uint32_t number = 0; number < 40; ++number) {
    Plant plant = random_plant(number);
    const RandomSequence random(61, 0, number);
    Memory memory;
    ContentHash before;
    for (std::uint32_t step = 0; step < 12; ++step) {
      if (step > 0) change(plant, random, step);
      const Park park = plant.park();
      const ContentHash now = content_hash(simulate(park, {}, 7, memory));
      ASSERT_EQ(now, content_hash(simulate(park, {}, 7))) << "plant " << number << ", step " << step;
      different += now != before ? 1 : 0;
      before = now;
    }
  }
  EXPECT_GT(different, 60U);
}

}  // namespace
}  // namespace parktwin::wired::tsn
