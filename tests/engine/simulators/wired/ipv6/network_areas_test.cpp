#include "engine/simulators/wired/ipv6/network_areas.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/ipv6/random_site.h"

namespace parktwin::wired::ipv6 {
namespace {

/// Links from a head to each node by going over all links again and again, not through cores or other heads.
std::vector<int> hops_from(const Park& park, const NetworkAreas& areas, std::size_t head) {
  constexpr int far = 1'000'000;
  const auto& nodes = park.network_nodes->records();
  std::vector<int> hops(nodes.size(), far);
  hops[head] = 0;
  const auto passes = [&](std::size_t node) {
    const bool other_head = std::find(areas.heads.begin(), areas.heads.end(), node) != areas.heads.end() && node != head;
    return !other_head && (nodes[node].kind != NodeKind::core_router || node == head);
  };
  for (std::size_t round = 0; round < nodes.size(); ++round) {
    for (const auto& link : *park.network_links) {
      const std::size_t a = link.from.index();
      const std::size_t b = link.to.index();
      if (passes(a) && passes(b)) hops[b] = std::min(hops[b], hops[a] + 1);
      if (passes(a) && passes(b)) hops[a] = std::min(hops[a], hops[b] + 1);
    }
  }
  return hops;
}

TEST(NetworkAreas, AreTheNearestSwitchByLinks) {
  int placed = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    SiteDraft draft = random_site(number);
    for (int extra = 0; extra < 8; ++extra) {
      draft.connect(Id<NetworkNode>(draft.below(static_cast<std::uint32_t>(draft.nodes.size()))),
                    Id<NetworkNode>(draft.below(static_cast<std::uint32_t>(draft.nodes.size()))));
    }
    const Park park = draft.park();
    const NetworkAreas areas = network_areas(park);
    std::vector<std::vector<int>> hops;
    for (const std::size_t head : areas.heads) hops.push_back(hops_from(park, areas, head));
    for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
      int fewest = 1'000'000;
      for (const auto& from : hops) fewest = std::min(fewest, from[i]);
      if (fewest == 1'000'000) {
        EXPECT_EQ(areas.of_node[i], NetworkAreas::none);
      } else {
        ASSERT_NE(areas.of_node[i], NetworkAreas::none);
        EXPECT_EQ(hops[areas.of_node[i]][i], fewest);
        ++placed;
      }
    }
  }
  EXPECT_GT(placed, 500);
}

TEST(NetworkAreas, AnEnterpriseWithoutANodeGoesByItsGround) {
  SiteDraft draft(0);
  draft.add_node("A", NodeKind::aggregation_switch);
  draft.add_node("B", NodeKind::aggregation_switch);
  draft.nodes[0].position = {0, 0};
  draft.nodes[1].position = {500, 0};
  draft.enterprises.resize(2);
  draft.enterprises[0].id = "E-0";
  draft.enterprises[1].id = "E-1";
  Parcel parcel;
  parcel.id = "G";
  parcel.enterprise = Id<Enterprise>(0);
  parcel.shape = {{{{{400, 0}, {410, 0}, {400, 10}}, {}}}};
  draft.parcels = {parcel};
  const NetworkAreas areas = network_areas(draft.park());
  EXPECT_EQ(areas.of_enterprise, (std::vector<std::size_t>{1, NetworkAreas::none}));
}

TEST(NetworkAreas, WithoutAggregationSwitchesOthersHeadThem) {
  SiteDraft draft(0);
  draft.add_node("C", NodeKind::core_router);
  EXPECT_EQ(network_areas(draft.park()).heads, std::vector<std::size_t>{0});
  draft.add_node("O", NodeKind::optical_line_terminal);
  EXPECT_EQ(network_areas(draft.park()).heads, std::vector<std::size_t>{1});
  EXPECT_TRUE(network_areas(Park()).heads.empty());
}

}  // namespace
}  // namespace parktwin::wired::ipv6
