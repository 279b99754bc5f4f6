#include "engine/plan/fibre/route_graph.h"

#include <gtest/gtest.h>

#include "engine/plan/fibre/fibre.h"
#include "tests/engine/plan/fibre/road_park.h"

namespace parktwin::plan {
namespace {

/// Metres of the shortest way to the only end, by a plan of one terminal.
double way_to(const Park& park, Point end) { return plan_trenches(FibreRoutes(park, {end}, {1.0, 0.0}).problem()).cost; }

TEST(RouteGraph, FollowsTheRoads) {
  // The router stands at (5, 280); two roads meet in (400, 280).
  const Park park = with_roads({{{0, 280}, {400, 280}}, {{400, 280}, {400, 580}}});
  EXPECT_NEAR(way_to(park, {410, 500}), 395.0 + 220.0 + 10.0, 1e-9);
}

TEST(RouteGraph, GoesStraightWhereRoadsDoNotLead) {
  EXPECT_NEAR(way_to(with_roads({{{0, 280}, {100, 280}}, {{500, 0}, {500, 100}}}), {505, 280}), 500.0, 1e-9);
  EXPECT_NEAR(way_to(with_roads({}), {105, 280}), 100.0, 1e-9);
  // A road of 1,000 m to a place that is 30 m away.
  EXPECT_NEAR(way_to(with_roads({{{5, 280}, {500, 280}, {500, 310}, {5, 310}}}), {5, 310}), 30.0, 1e-9);
}

TEST(RouteGraph, UsesDuctsThatAreThere) {
  const Park roads = with_roads({{{0, 280}, {500, 280}}});
  // From the router to (300, 280) there is a duct: 150 m along the road and 20 m aside are left.
  EXPECT_NEAR(way_to(with_ducts(roads, {{{5, 280}, {150, 290}, {300, 280}}}), {450, 300}), 170.0, 1e-9);
  // Two ducts that meet within a decimetre are one way; a manhole within 100 m is reached straight.
  EXPECT_NEAR(way_to(with_ducts(with_roads({}), {{{5, 280}, {100, 280}}, {{100.05, 280}, {300, 280}}}), {330, 320}), 50.0, 1e-9);
}

TEST(RouteGraph, SourcesAreRoutersThatWork) {
  Park park = block_park(600.0);
  auto nodes = park.network_nodes->records();
  nodes[0].operational = false;
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(nodes));
  EXPECT_EQ(route_graph(park, {{100, 100}}).vertices(), 0U);
  nodes[0].operational = true;
  nodes[0].kind = NodeKind::access_switch;  // better than nothing
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(nodes));
  EXPECT_GT(route_graph(park, {{100, 100}}).vertices(), 0U);
  nodes.push_back(nodes[0]);
  nodes[1].id = "N-2";
  nodes[1].kind = NodeKind::aggregation_switch;
  nodes[1].position = {590, 280};
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(nodes));
  EXPECT_EQ(fibre_sources(park), std::vector<Id<NetworkNode>>{Id<NetworkNode>(1)});
}

}  // namespace
}  // namespace parktwin::plan
