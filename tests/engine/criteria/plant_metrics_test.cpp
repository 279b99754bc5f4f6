#include "engine/criteria/plant_metrics.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

NetworkNode device(const std::string& id, NodeKind kind, std::int32_t enterprise) {
  NetworkNode node;
  node.id = id;
  node.kind = kind;
  if (enterprise >= 0) node.enterprise = Id<Enterprise>(static_cast<std::size_t>(enterprise));
  return node;
}

NetworkLink link(const std::string& id, std::size_t from, std::size_t to) {
  NetworkLink made;
  made.id = id;
  made.from = Id<NetworkNode>(from);
  made.to = Id<NetworkNode>(to);
  return made;
}

/// Core 0; plant One with office 1, switch 2 and station 3; plant Two with office 4 and station 5, which no link joins; Three has no 5G.
SmallWorld factories() {
  SmallWorld world;
  world.park.enterprises = part_of<Enterprise>({enterprise("E-1", "One", 0), enterprise("E-2", "Two", 0), enterprise("E-3", "Three", 0)});
  world.park.network_nodes = part_of<NetworkNode>({device("C", NodeKind::core_router, -1), device("A1", NodeKind::access_switch, 0),
                                                   device("T1", NodeKind::tsn_switch, 0), device("S1", NodeKind::end_station, 0),
                                                   device("A2", NodeKind::optical_network_unit, 1), device("S2", NodeKind::end_station, 1),
                                                   device("A3", NodeKind::access_switch, 2), device("S3", NodeKind::end_station, 2)});
  world.park.network_links =
      part_of<NetworkLink>({link("L1", 0, 1), link("L2", 1, 2), link("L3", 2, 3), link("L4", 0, 4), link("L5", 6, 7)});
  ConnectedAssets assets;
  assets.bearer = AssetBearer::nr;
  assets.count = 10;
  for (const std::size_t e : {0U, 1U}) {
    assets.id = "CA-" + std::to_string(e);
    assets.enterprise = Id<Enterprise>(e);
    auto records = world.park.connected_assets->records();
    records.push_back(assets);
    world.park.connected_assets = part_of<ConnectedAssets>(records);
  }
  RadioCell cell;
  cell.id = "RC";
  cell.access = RadioAccess::nr;
  world.park.radio_cells = part_of<RadioCell>({cell});
  auto& figures = world.results.radio.cells.emplace_back();
  figures.cell = Id<RadioCell>(0);
  figures.on_air = true;
  for (std::size_t i = 0; i < world.park.network_nodes->size(); ++i)
    world.results.wired.topology.nodes.push_back({Id<NetworkNode>(i), i <= 4, 0.0, 0.0});
  return world;
}

TEST(PlantMetrics, TheBestPlantStandsForTheParkAndOthersAreNamed) {
  const Measurement measurement = factories().measure("plants.best_interconnected");
  EXPECT_EQ(measurement.subject, "One (E-1)");
  EXPECT_EQ(measurement.part, 2.0 + 3.0);  // two devices of production with one of the office; 5G with all three
  EXPECT_EQ(measurement.whole, 5.0);
  EXPECT_EQ(
      measurement.where,
      (std::vector<Text>{{"Two (E-2): 1 of 3 pairs of networks' devices reach each other", "Two（E-2）：3 对网络设备中 1 对可互通"}}));
}

TEST(PlantMetrics, ABrokenLinkAndASilentCellAreMissed) {
  SmallWorld world = factories();
  auto links = world.park.network_links->records();
  links[1].operational = false;  // production of One is on its own
  world.park.network_links = part_of<NetworkLink>(links);
  world.results.wired.topology.nodes[2].reachable = world.results.wired.topology.nodes[3].reachable = false;
  const Measurement cut = world.measure("plants.best_interconnected");
  EXPECT_EQ(cut.part / cut.whole, 1.0 / 3.0);  // Two, with 1 of 3, before One with 1 of 5
  EXPECT_EQ(cut.subject, "Two (E-2)");
  EXPECT_EQ(cut.where.size(), 2U);
  world = factories();
  world.results.radio.cells.front().on_air = false;
  EXPECT_EQ(world.measure("plants.best_interconnected").part, 2.0);
}

TEST(PlantMetrics, WithoutAllThreeNetworksNothingIsMeasured) {
  SmallWorld world = factories();
  world.park.connected_assets = part_of<ConnectedAssets>({});
  EXPECT_FALSE(world.measure("plants.best_interconnected").measured());
}

}  // namespace
}  // namespace parktwin::criteria
