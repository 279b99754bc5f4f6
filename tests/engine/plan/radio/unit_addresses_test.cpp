#include "engine/plan/radio/unit_addresses.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

TEST(UnitAddresses, ComeAboveTheHighestOfTheirPrefix) {
  Park park = block_park(600.0);
  auto nodes = park.network_nodes->records();
  const auto add = [&nodes](NodeKind kind, const std::string& address) {
    NetworkNode node;
    node.id = "N-" + std::to_string(nodes.size() + 1);
    node.kind = kind;
    node.ipv6_address = address;
    nodes.push_back(node);
  };
  EXPECT_EQ(UnitAddresses(park).next(), "");
  add(NodeKind::radio_unit, "2001:db8:0:b::7");
  add(NodeKind::radio_unit, "2001:db8:0:b::fe/64");
  add(NodeKind::radio_unit, "2001:db8:0:c::9");
  add(NodeKind::server, "2001:db8:0:b::1:ff");
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>(nodes));
  UnitAddresses addresses(park);
  EXPECT_EQ(addresses.next(), "2001:db8:0:b::1:100");
  EXPECT_EQ(addresses.next(), "2001:db8:0:b::1:101");
}

}  // namespace
}  // namespace parktwin::plan
