#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

std::set<std::size_t> ducts_of(const Park& park, const NetworkLink& link) {
  std::set<std::size_t> ducts;
  for (const Id<Duct> duct : (*park.cables)[link.cable].ducts) ducts.insert(duct.index());
  return ducts;
}

TEST(Optics, TransceiversCarryTheirLinks) {
  std::map<Transceiver, int> count;
  for (const auto& link : *reference_park().network_links) ++count[link.transceiver];
  EXPECT_GT(count[Transceiver::hundred_ge_lr4], 20);
  EXPECT_GT(count[Transceiver::twenty_five_ge_lr], 40);
  EXPECT_GT(count[Transceiver::ten_ge_lr], 80);
  EXPECT_EQ(count[Transceiver::ten_ge_er], 1);  // a fault: too strong for its short link
}

TEST(Optics, EverySixthSplitterHasASecondFeederMostlyByAWayOfItsOwn) {
  const Park& park = reference_park();
  std::map<std::size_t, std::vector<const NetworkLink*>> feeders;
  for (const auto& link : *park.network_links) {
    if ((*park.network_nodes)[link.to].kind == NodeKind::splitter) feeders[link.to.index()].push_back(&link);
  }
  std::size_t twice = 0;
  std::size_t apart = 0;
  for (const auto& [splitter, links] : feeders) {
    ASSERT_LE(links.size(), 2U);
    if (links.size() < 2) continue;
    ++twice;
    EXPECT_NE(links[0]->from, links[1]->from);
    const auto first = ducts_of(park, *links[0]);
    const auto second = ducts_of(park, *links[1]);
    apart += std::none_of(first.begin(), first.end(), [&](std::size_t duct) { return second.contains(duct); }) ? 1U : 0U;
  }
  EXPECT_EQ(twice, 7U);
  EXPECT_GE(apart, 2U);
  EXPECT_LT(apart, twice);
}

TEST(Optics, EightPlantsHaveProductionOnOpticalUnits) {
  const Park& park = reference_park();
  std::set<std::size_t> plants;
  std::size_t two_ways = 0;
  std::map<std::size_t, int> ways;
  for (const auto& link : *park.network_links) {
    if ((*park.network_nodes)[link.to].kind == NodeKind::optical_network_unit) two_ways += ++ways[link.to.index()] == 2 ? 1U : 0U;
    if ((*park.network_nodes)[link.from].kind != NodeKind::optical_network_unit) continue;
    EXPECT_EQ((*park.network_nodes)[link.to].kind, NodeKind::end_station);
    EXPECT_EQ((*park.network_nodes)[link.to].enterprise, (*park.network_nodes)[link.from].enterprise);
    plants.insert((*park.network_nodes)[link.from].enterprise.index());
  }
  EXPECT_EQ(plants.size(), 8U);
  EXPECT_EQ(two_ways, 1U);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
