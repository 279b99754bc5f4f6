#include "importers/synthetic/plant_flows.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(PlantFlows, EveryPlantHasFlowsOfItsOwnStations) {
  const Park& park = reference_park();
  std::map<std::size_t, std::map<TsnClass, int>> plants;
  for (const TsnFlow& flow : *park.tsn_flows) {
    const NetworkNode& talker = (*park.network_nodes)[flow.talker];
    const NetworkNode& listener = (*park.network_nodes)[flow.listener];
    EXPECT_EQ(talker.kind, NodeKind::end_station);
    EXPECT_EQ(talker.enterprise, flow.enterprise);
    EXPECT_TRUE(listener.kind == NodeKind::edge_server || listener.enterprise == flow.enterprise) << flow.id;
    EXPECT_LE(flow.deadline_ns, 20 * flow.period_ns);
    EXPECT_NE(flow.name_zh, "");
    ++plants[flow.enterprise.index()][flow.traffic_class];
  }
  EXPECT_EQ(plants.size(), 10U);
  int with_edge = 0;
  for (auto& [enterprise, flows] : plants) {
    EXPECT_EQ(flows[TsnClass::scheduled], 3);
    EXPECT_EQ(flows[TsnClass::asynchronous], 1);
    EXPECT_EQ(flows[TsnClass::class_b], 1);
    with_edge += flows[TsnClass::strict_priority];
  }
  EXPECT_EQ(with_edge, 3);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
