#include "importers/netbox/cable_paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/netbox/small_inventory.h"

namespace parktwin::importers::netbox {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

Inventory small() {
  Problems problems;
  const auto objects = objects_of(nlohmann::json::parse(testing::small_dump), "n.json", problems);
  return inventory_of(objects.value(), problems).value();
}

TEST(CablePaths, RunThroughPatchPanels) {
  const auto paths = cable_paths(small());
  ASSERT_EQ(paths.links.size(), 2U);
  EXPECT_EQ(paths.links[0].from, 2);
  EXPECT_EQ(paths.links[0].to, 3);
  EXPECT_EQ(paths.links[1].from, 4);
  EXPECT_EQ(paths.links[1].to, 5);
  EXPECT_THAT(paths.links[1].cables, ElementsAre(5, 4, 3));
  EXPECT_THAT(paths.carriers, ElementsAre(1));
  EXPECT_THAT(paths.hops, ElementsAre(Pair(1, 0), Pair(2, 1), Pair(3, 2)));
  EXPECT_THAT(paths.broken_off, ElementsAre(7));  // behind the second panel position 1 has no way on
}

TEST(CablePaths, CircuitsThatComeBackAreFollowed) {
  auto inventory = small();
  inventory.cables[7].ends = {{{{EndKind::circuit, 10}}, {{EndKind::interface, 8}}}};
  inventory.interfaces[8] = {3, "far", "1000base-t", 1000.0, true};
  inventory.circuit_ends = {{9, {1, false}}, {10, {1, false}}};
  auto paths = cable_paths(inventory);
  ASSERT_EQ(paths.links.size(), 3U);
  EXPECT_EQ(paths.links[0].to, 8);
  EXPECT_THAT(paths.links[0].cables, ElementsAre(1, 7));
  EXPECT_THAT(paths.links[0].circuits, ElementsAre(1));
  EXPECT_TRUE(paths.carriers.empty());
  inventory.circuit_ends[10].in_provider_network = true;
  paths = cable_paths(inventory);
  EXPECT_EQ(paths.links.size(), 2U);
  EXPECT_THAT(paths.carriers, ElementsAre(1));
}

TEST(CablePaths, BreakOutsAndRingsOfPanelsEnd) {
  auto inventory = small();
  inventory.cables.at(2).ends[1].push_back({EndKind::interface, 6});
  EXPECT_EQ(cable_paths(inventory).links.size(), 1U);
  auto looped = small();
  looped.cables.at(4).ends[1] = {{EndKind::rear_port, 1}};  // a cable from a rear port to itself
  const auto paths = cable_paths(looped);
  EXPECT_EQ(paths.links.size(), 1U);
}

}  // namespace
}  // namespace parktwin::importers::netbox
