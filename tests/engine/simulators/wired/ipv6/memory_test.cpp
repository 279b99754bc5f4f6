#include "engine/simulators/wired/ipv6/memory.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"
#include "engine/simulators/wired/ipv6/ipv6.h"
#include "tests/engine/simulators/wired/ipv6/random_stack.h"

namespace parktwin::wired::ipv6 {
namespace {

// One change of the inventory that may or may not matter to the addressing plan.
Park changed(Park park, const RandomSequence& random, std::uint32_t step) {
  auto links = park.network_links->records();
  auto nodes = park.network_nodes->records();
  NetworkLink& link = links[random.below(4 * step, static_cast<std::uint32_t>(links.size()))];
  switch (random.below(4 * step + 1, 5)) {
    case 0:
      link.operational = !link.operational;
      break;
    case 1:
      link.id += "'";
      break;
    case 2:
      link.medium = link.medium == LinkMedium::fibre ? LinkMedium::passive_optical : LinkMedium::fibre;
      break;
    case 3:
      std::swap(link.from, link.to);
      break;
    default:
      nodes[random.below(4 * step + 2, static_cast<std::uint32_t>(nodes.size()))].ipv6_address.clear();
  }
  park.network_links = Part(Table(std::move(links)));
  park.network_nodes = Part(Table(std::move(nodes)));
  return park;
}

TEST(Ipv6Memory, GivesTheBitsOfAStudyFromScratch) {
  std::size_t plans = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    Park park = random_stack(number);
    if (park.network_links->size() == 0) continue;
    const RandomSequence random(29, 3, number);
    Memory memory;
    ContentHash before;
    for (std::uint32_t step = 0; step < 8; ++step) {
      if (step > 0) park = changed(std::move(park), random, step);
      const std::uint64_t seed = 1 + step / 4;
      const Result kept = simulate(park, network::layered_network(park), {}, seed, memory);
      ASSERT_EQ(content_hash(kept), content_hash(simulate(park, {}, seed))) << "park " << number << ", step " << step;
      plans += content_hash(kept.addressing_plan) != before ? 1 : 0;
      before = content_hash(kept.addressing_plan);
    }
  }
  EXPECT_GT(plans, 150U);
}

}  // namespace
}  // namespace parktwin::wired::ipv6
