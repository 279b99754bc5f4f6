#include "engine/simulators/cloud/adoption/peers.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

double weight_of(const PeerGraph& graph, std::size_t enterprise, std::size_t peer) {
  for (const Peer& found : graph.peers[enterprise]) {
    if (found.enterprise == peer) return found.weight;
  }
  return 0.0;
}

TEST(Peers, LookAlongTheChainAndAround) {
  Park park = world(6, 0);
  add_trades(park, {{0, 5, 3.0, true}, {0, 5, 1.0, true}, {0, 1, 2.0, false}, {3, 0, 0.0, false}});
  Options options;
  options.neighbour_radius = Metres(100.0);
  options.supply_share = 0.6;
  const PeerGraph graph = peer_graph(park, options);
  EXPECT_NEAR(weight_of(graph, 0, 5), 0.6 * 4.0 / 6.0, 1e-12);
  EXPECT_NEAR(weight_of(graph, 0, 1), 0.6 * 2.0 / 6.0 + 0.4, 1e-12);
  EXPECT_EQ(weight_of(graph, 0, 3), 0.0);
  EXPECT_NEAR(weight_of(graph, 3, 2), 0.5, 1e-12);  // no trade of any weight: neighbours alone
  EXPECT_NEAR(weight_of(graph, 3, 4), 0.5, 1e-12);
  ASSERT_EQ(graph.goes_first[5].size(), 1U);
  EXPECT_EQ(graph.goes_first[5][0], 0U);
  EXPECT_TRUE(graph.goes_first[1].empty());
  for (const auto& peers : graph.peers) {
    double sum = 0.0;
    for (const Peer& peer : peers) sum += peer.weight;
    EXPECT_NEAR(sum, 1.0, 1e-12);
  }
}

TEST(Peers, ParcelsStandForMissingBuildingsAndNobodyIsSeenFromNowhere) {
  Park park = world(3, 0);
  auto buildings = park.buildings->records();
  buildings.resize(1);
  park.buildings = Part(Table(std::move(buildings)));
  Parcel parcel;
  parcel.id = "P";
  parcel.enterprise = Id<Enterprise>(1);
  parcel.shape.polygons = {{{{0, 20}, {10, 20}, {10, 30}}, {}}};
  park.parcels = Part(Table(std::vector<Parcel>{parcel}));
  const PeerGraph graph = peer_graph(park, {});
  EXPECT_NEAR(weight_of(graph, 0, 1), 1.0, 1e-12);
  EXPECT_NEAR(weight_of(graph, 1, 0), 1.0, 1e-12);
  EXPECT_TRUE(graph.peers[2].empty());
}

}  // namespace
}  // namespace parktwin::cloud::adoption
