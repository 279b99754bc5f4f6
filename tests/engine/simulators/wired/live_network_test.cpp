#include "engine/simulators/wired/live_network.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/failures/failing_park.h"

namespace parktwin::wired {
namespace {

enum class Kind { out_or_back, rate, availability, added, removed, moved, feed };
constexpr std::uint32_t kinds = 7;

/// Changes one link at random, or now and then the feed of a node.
void change(Park& park, const RandomSequence& random, std::uint32_t& draw, std::uint32_t number) {
  auto links = park.network_links->records();
  const auto any_node = [&] { return Id<NetworkNode>(random.below(draw++, static_cast<std::uint32_t>(park.network_nodes->size()))); };
  NetworkLink& link = links[random.below(draw++, static_cast<std::uint32_t>(links.size()))];
  switch (static_cast<Kind>(random.below(draw++, kinds))) {
    case Kind::out_or_back:
      link.operational = !link.operational;
      break;
    case Kind::rate:
      link.rate_down = MegabitsPerSecond(std::vector<double>{10.0, 100.0, 400.0, 1000.0}[random.below(draw++, 4)]);
      break;
    case Kind::availability:
      link.availability = random.uniform(draw++, 0.9, 1.0);
      break;
    case Kind::added: {
      NetworkLink more = link;
      more.id = "M" + std::to_string(number);
      more.from = any_node();
      more.to = any_node();
      links.push_back(more);
      break;
    }
    case Kind::removed:
      if (links.size() > 5) links.erase(links.begin() + (&link - links.data()));
      break;
    case Kind::moved:
      link.to = any_node();
      break;
    case Kind::feed: {
      auto nodes = park.network_nodes->records();
      nodes[any_node().index()].standby_bus = Id<Bus>(random.below(draw++, 6));
      park.network_nodes = Part(Table(std::move(nodes)));
      break;
    }
  }
  park.network_links = Part(Table(std::move(links)));
}

TEST(LiveNetwork, HasTheBitsOfAResultFromScratchAfterEveryChange) {
  std::uint32_t changes = 0;
  std::size_t different = 0;
  for (std::uint32_t number = 0; number < 8; ++number) {
    Park park = failures::failing_park(number, {.nodes = 24, .links = 34, .enterprises = 8});
    LiveNetwork live(park, {}, 1);
    ContentHash before = content_hash(live.result());
    EXPECT_EQ(before, content_hash(simulate(park, {}, 1)));
    const RandomSequence random(31, 1, number);
    std::uint32_t draw = 0;
    for (std::uint32_t step = 0; step < 60; ++step) {
      change(park, random, draw, changes++);
      live.update(park);
      const ContentHash now = content_hash(live.result());
      ASSERT_EQ(now, content_hash(simulate(park, {}, 1))) << "park " << number << ", step " << step;
      different += now != before ? 1 : 0;
      before = now;
    }
  }
  EXPECT_GT(changes, 400U);
  EXPECT_GT(different, 200U);
}

TEST(LiveNetwork, ReturnsToWhereItWas) {
  const Park park = failures::failing_park(5, {.nodes = 40, .links = 60, .enterprises = 12});
  LiveNetwork live(park, {}, 1);
  const ContentHash at_first = content_hash(live.result());
  for (std::size_t i = 0; i < park.network_links->size(); ++i) {
    auto links = park.network_links->records();
    links[i].operational = !links[i].operational;
    Park changed = park;
    changed.network_links = Part(Table(std::move(links)));
    live.update(changed);
    EXPECT_EQ(live.result().topology.nodes.size(), park.network_nodes->size());
    live.update(park);
    ASSERT_EQ(content_hash(live.result()), at_first) << "link " << i;
  }
  EXPECT_EQ(content_hash(live.take_result()), at_first);
}

}  // namespace
}  // namespace parktwin::wired
