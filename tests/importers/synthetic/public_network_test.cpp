#include <gtest/gtest.h>

#include <set>

#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(PublicNetwork, SquaresAndPublicBuildingsHaveWifi) {
  const Park& park = reference_park();
  std::set<std::size_t> zones;
  std::set<std::size_t> buildings;
  for (const auto& node : *park.network_nodes) {
    if (node.kind != NodeKind::wifi_access_point) continue;
    EXPECT_GE(node.service_radius.value(), 40.0);
    EXPECT_LE(node.service_radius.value(), 60.0);
    if (node.zone.valid()) {
      zones.insert(node.zone.index());
      EXPECT_TRUE(contains((*park.zones)[node.zone].shape, node.position)) << node.id;
    }
    if (node.building.valid()) buildings.insert(node.building.index());
  }
  for (std::size_t z = 0; z < park.zones->size(); ++z) {
    if (park.zones->records()[z].kind == ZoneKind::square) {
      EXPECT_TRUE(zones.contains(z));
    }
  }
  for (std::size_t b = 0; b < park.buildings->size(); ++b) {
    if (park.buildings->records()[b].is_public) {
      EXPECT_TRUE(buildings.contains(b));
    }
  }
}

TEST(PublicNetwork, TenPlantsHaveRingsOfThreeLineSwitches) {
  const Park& park = reference_park();
  std::size_t switches = 0;
  std::size_t between = 0;
  for (const auto& node : *park.network_nodes) switches += node.kind == NodeKind::tsn_switch ? 1U : 0U;
  for (const auto& link : *park.network_links) {
    const bool both =
        (*park.network_nodes)[link.from].kind == NodeKind::tsn_switch && (*park.network_nodes)[link.to].kind == NodeKind::tsn_switch;
    between += both ? 1U : 0U;
  }
  EXPECT_EQ(switches, 30U);
  EXPECT_EQ(between, 30U);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
