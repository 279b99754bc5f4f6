#include "engine/simulators/cloud/data_centre/capacity.h"

#include <gtest/gtest.h>

namespace parktwin::cloud::data_centre {
namespace {

DataCentre centre() {
  DataCentre made;
  made.id = "DC";
  made.racks = 4;
  made.rack_power = Kilowatts(6.0);
  made.servers = 12;
  made.spare_servers = 2;
  made.cores_per_server = 40;
  made.memory_per_server_gb = 256.0;
  made.storage_tb = 30.0;
  made.virtual_cores_per_core = 3.0;
  made.memory_overcommit = 1.5;
  made.server_idle_w = 200.0;
  made.server_full_w = 600.0;
  return made;
}

TEST(Capacity, SpareServersAreFreeAndTheRestIsOvercommitted) {
  const Park park;
  EXPECT_EQ(capacity_of(park, centre(), Resource::cores), 10 * 40 * 3.0);
  EXPECT_EQ(capacity_of(park, centre(), Resource::memory), 10 * 256 * 1.5);
  EXPECT_EQ(capacity_of(park, centre(), Resource::storage), 30.0);
  EXPECT_EQ(capacity_of(park, centre(), Resource::rack_power), 24.0);
}

TEST(Capacity, TheUplinkIsWhatIsSaidOrWhatTheNodesLinksCarryOut) {
  Park park;
  std::vector<NetworkNode> nodes(3);
  std::vector<NetworkLink> links(3);
  for (std::size_t i = 0; i < 3; ++i) nodes[i].id = links[i].id = std::to_string(i);
  const auto lay = [](NetworkLink& link, std::size_t from, std::size_t to, double down, double up) {
    link.from = Id<NetworkNode>(from);
    link.to = Id<NetworkNode>(to);
    link.rate_down = MegabitsPerSecond(down);
    link.rate_up = MegabitsPerSecond(up);
  };
  lay(links[0], 0, 1, 100, 40);
  lay(links[1], 1, 2, 1000, 10);
  lay(links[2], 1, 2, 1000, 10);
  links[2].operational = false;
  park.network_nodes = Part(Table(nodes));
  park.network_links = Part(Table(links));
  DataCentre hall = centre();
  EXPECT_EQ(uplink_mbps(park, hall), 0.0);
  hall.node = Id<NetworkNode>(1);
  EXPECT_EQ(uplink_mbps(park, hall), 1040.0);
  hall.uplink = MegabitsPerSecond(500);
  EXPECT_EQ(capacity_of(park, hall, Resource::uplink), 500.0);
}

TEST(Capacity, DemandIsInProportionToHostedEmployees) {
  const Options options;  // 0.5 virtual cores, 4 GB each, 60 GB, 20 kbit/s
  EXPECT_NEAR(demand_for(centre(), Resource::cores, 1000.0, options), 500.0, 1e-9);
  EXPECT_NEAR(demand_for(centre(), Resource::memory, 1000.0, options), 2000.0, 1e-9);
  EXPECT_NEAR(demand_for(centre(), Resource::storage, 1000.0, options), 60.0, 1e-9);
  EXPECT_NEAR(demand_for(centre(), Resource::uplink, 1000.0, options), 20.0, 1e-9);
  // 500 virtual cores, half of each used, on 480 cores: 52 % of the way from idle to full.
  EXPECT_NEAR(demand_for(centre(), Resource::rack_power, 1000.0, options), 12 * (0.2 + 0.4 * 250.0 / 480.0), 1e-9);
  EXPECT_NEAR(servers_power_kw(centre(), 1e9, 1.0, options), 12 * 0.6, 1e-9);
  EXPECT_NEAR(servers_power_kw(centre(), 0.0, 1.0, options), 12 * 0.2, 1e-9);
}

TEST(Capacity, EveryResourceHasAUnit) {
  for (const auto& [resource, name] : names_of(Resource{})) EXPECT_FALSE(unit_of(resource).empty()) << name;
}

}  // namespace
}  // namespace parktwin::cloud::data_centre
