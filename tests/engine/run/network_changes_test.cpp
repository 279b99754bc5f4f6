#include "engine/run/network_changes.h"

#include <gtest/gtest.h>

#include "tests/engine/run/retrofit_world.h"

namespace parktwin::retrofit {
namespace {

using testing::plants;

TEST(NetworkChanges, NoneBetweenEqualParksAndWhereOnlyPositionsMove) {
  const Park park = plants();
  EXPECT_EQ(network_changes(park, park).changes, 0);
  Park moved = park;
  auto enterprises = park.enterprises->records();
  enterprises.insert(enterprises.begin(), testing::with_id<Enterprise>("E-new"));
  moved.enterprises = Part(Table(enterprises));
  auto nodes = park.network_nodes->records();
  for (auto& node : nodes) {
    if (node.enterprise.valid()) node.enterprise = Id<Enterprise>(node.enterprise.index() + 1);
  }
  moved.network_nodes = Part(Table(nodes));
  auto assets = park.connected_assets->records();
  for (auto& group : assets) group.enterprise = Id<Enterprise>(group.enterprise.index() + 1);
  moved.connected_assets = Part(Table(assets));
  auto flows = park.tsn_flows->records();
  for (auto& flow : flows) flow.enterprise = Id<Enterprise>(flow.enterprise.index() + 1);
  moved.tsn_flows = Part(Table(flows));
  EXPECT_EQ(network_changes(park, moved).changes, 0);
}

TEST(NetworkChanges, BelongToTheEnterpriseAndTellItsSolution) {
  const Park before = plants();
  Park after = testing::widened(before, 2, 1000.0);
  auto nodes = after.network_nodes->records();
  nodes[0].name = "renamed";  // no change of the network
  nodes[2].kind = NodeKind::tsn_switch;
  nodes.push_back(testing::with_id<NetworkNode>("N-new"));
  after.network_nodes = Part(Table(nodes));
  auto assets = after.connected_assets->records();
  assets[1].bearer = AssetBearer::nr;
  assets[2].count = 99;  // workload
  after.connected_assets = Part(Table(assets));
  const auto found = network_changes(before, after);
  EXPECT_EQ(found.changes, 5);
  ASSERT_EQ(found.by_enterprise.size(), 2U);
  EXPECT_EQ(found.by_enterprise.at("E-0").changes, 2);
  EXPECT_EQ(found.by_enterprise.at("E-0").solution, "network_link rate_down_mbps rate_up_mbps; network_node kind");
  EXPECT_EQ(found.by_enterprise.at("E-1").solution, "connected_assets bearer; network_link rate_down_mbps rate_up_mbps");
}

TEST(NetworkChanges, WhatGoesIsAChangeToo) {
  const Park before = plants();
  Park after = before;
  auto links = after.network_links->records();
  links.pop_back();
  after.network_links = Part(Table(links));
  const auto found = network_changes(before, after);
  EXPECT_EQ(found.changes, 1);
  EXPECT_EQ(found.by_enterprise.at("E-3").solution, "network_link -fibre");
}

TEST(NetworkChanges, TreatmentOfAFlowIsNetworkItsDemandIsNot) {
  const Park before = plants();
  Park after = before;
  auto flows = after.tsn_flows->records();
  flows[0].traffic_class = TsnClass::scheduled;
  flows[1].deadline_ns /= 2;
  flows.push_back(testing::with_id<TsnFlow>("F-new"));
  after.tsn_flows = Part(Table(flows));
  const auto found = network_changes(before, after);
  EXPECT_EQ(found.changes, 1);
  EXPECT_EQ(found.by_enterprise.at("E-0").solution, "tsn_flow class");
  const auto& was = before.tsn_flows->records();
  EXPECT_TRUE(same_demand(before, was[0], after, flows[0]));
  EXPECT_FALSE(same_demand(before, was[1], after, flows[1]));
}

}  // namespace
}  // namespace parktwin::retrofit
