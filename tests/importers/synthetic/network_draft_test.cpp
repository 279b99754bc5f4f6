#include "importers/synthetic/network_draft.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/importers/synthetic/drafts.h"
#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(NetworkDraft, CablesFollowDuctsAndShareThem) {
  const Draft& draft = reference_draft();
  const RouteGraph graph(draft.streets, {{50.0, 30.0}, {400.0, 30.0}});
  NetworkDraft network(draft, graph);
  const auto a = network.add_node(NodeKind::access_switch, "a", {{50.0, 30.0}, graph.vertex_of_place(0)}, 0.999);
  const auto b = network.add_node(NodeKind::access_switch, "b", {{400.0, 30.0}, graph.vertex_of_place(1)}, 0.999);
  network.connect_along_streets(a, b, LinkMedium::fibre, 1000.0, 24);
  const std::size_t ducts = network.ducts().size();
  const auto& link = network.connect_along_streets(a, b, LinkMedium::fibre, 1000.0, 24);
  EXPECT_EQ(network.ducts().size(), ducts);
  EXPECT_EQ(link.length, network.cables().back().length);
  EXPECT_GT(link.length.value(), 350.0);
}

TEST(NetworkDraft, DuctsOfACableFollowEachOther) {
  const Park& park = reference_park();
  for (const auto& cable : *park.cables) {
    double metres = 0.0;
    for (std::size_t i = 0; i < cable.ducts.size(); ++i) {
      const auto& path = (*park.ducts)[cable.ducts[i]].path.points;
      metres += length((*park.ducts)[cable.ducts[i]].path);
      if (i == 0) continue;
      const auto& before = (*park.ducts)[cable.ducts[i - 1]].path.points;
      double gap = 1e9;
      for (const Point p : {path.front(), path.back()}) {
        for (const Point q : {before.front(), before.back()}) gap = std::min(gap, distance(p, q));
      }
      EXPECT_LT(gap, 0.02) << cable.id;
    }
    EXPECT_NEAR(cable.length.value(), 1.03 * metres, 0.1 + 0.02 * static_cast<double>(cable.ducts.size()));
  }
}

TEST(NetworkDraft, AddressesAreUniqueAndPassiveNodesHaveNone) {
  std::set<std::string> seen;
  for (const auto& node : *reference_park().network_nodes) {
    EXPECT_EQ(node.ipv4_address.empty(), node.kind == NodeKind::splitter);
    if (!node.ipv4_address.empty()) {
      EXPECT_TRUE(seen.insert(node.ipv4_address).second);
    }
    if (!node.ipv6_address.empty()) {
      EXPECT_TRUE(seen.insert(node.ipv6_address).second);
    }
  }
}

}  // namespace
}  // namespace parktwin::importers::synthetic
