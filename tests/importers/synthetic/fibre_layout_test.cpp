#include "importers/synthetic/fibre_layout.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

/// Nodes reached from the core over working links, by flooding.
std::vector<bool> reached(const Park& park, std::size_t cut_link) {
  const auto& nodes = park.network_nodes->records();
  std::vector<bool> seen(nodes.size(), false);
  for (std::size_t i = 0; i < nodes.size(); ++i) seen[i] = nodes[i].kind == NodeKind::core_router;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t l = 0; l < park.network_links->size(); ++l) {
      const auto& link = park.network_links->records()[l];
      if (!link.operational || l == cut_link || seen[link.from.index()] == seen[link.to.index()]) continue;
      seen[link.from.index()] = seen[link.to.index()] = changed = true;
    }
  }
  return seen;
}

TEST(FibreLayout, ReferenceHasAbout120KilometresOfCable) {
  double metres = 0.0;
  for (const auto& cable : *reference_park().cables) metres += cable.length.value();
  EXPECT_NEAR(metres, 120000.0, 12000.0);
}

TEST(FibreLayout, RingsSurviveAnySingleCut) {
  const Park& park = reference_park();
  const auto& nodes = park.network_nodes->records();
  for (std::size_t l = 0; l < park.network_links->size(); ++l) {
    const auto& link = park.network_links->records()[l];
    const bool ring = link.medium == LinkMedium::fibre && nodes[link.to.index()].kind == NodeKind::aggregation_switch;
    if (!ring) continue;
    const auto seen = reached(park, l);
    for (std::size_t n = 0; n < nodes.size(); ++n) {
      if (nodes[n].kind == NodeKind::aggregation_switch) {
        EXPECT_TRUE(seen[n]) << nodes[n].id << " without " << link.id;
      }
    }
  }
}

TEST(FibreLayout, AllButTheBrokenLinksReachTheCore) {
  const Park& park = reference_park();
  const auto seen = reached(park, park.network_links->size());
  std::size_t broken = 0;
  for (const auto& link : *park.network_links) broken += link.operational ? 0U : 1U;
  EXPECT_EQ(broken, 2U);
  std::size_t lost = 0;
  for (const bool node : seen) lost += node ? 0U : 1U;
  EXPECT_GE(lost, 2U);
  EXPECT_LE(lost, 20U);  // a plant's line network behind it
}

TEST(FibreLayout, EverySiteHasABackhaul) {
  for (const auto& site : *reference_park().radio_sites)
    EXPECT_EQ((*reference_park().network_nodes)[site.backhaul].kind, NodeKind::radio_unit);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
