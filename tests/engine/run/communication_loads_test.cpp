#include "engine/run/communication_loads.h"

#include <gtest/gtest.h>

namespace parktwin {
namespace {

template <class T>
T named(const char* id) {
  T record;
  record.id = id;
  return record;
}

Park small_park() {
  std::vector<NetworkNode> nodes = {named<NetworkNode>("N-1"), named<NetworkNode>("N-2"), named<NetworkNode>("N-3"),
                                    named<NetworkNode>("N-4"), named<NetworkNode>("N-5")};
  for (auto& node : nodes) node.bus = Id<Bus>(0);
  nodes[2].enterprise = Id<Enterprise>(0);  // behind its meter
  nodes[3].kind = NodeKind::splitter;
  nodes[4].operational = false;
  std::vector<RadioSite> sites = {named<RadioSite>("S-1"), named<RadioSite>("S-2")};
  sites[0].backhaul = Id<NetworkNode>(0);
  std::vector<RadioCell> cells = {named<RadioCell>("C-1"), named<RadioCell>("C-2"), named<RadioCell>("C-3")};
  for (auto& cell : cells) cell.transmit_power = Dbm(50.0);  // 100 W
  cells[0].site = cells[1].site = Id<RadioSite>(0);
  cells[2].site = Id<RadioSite>(1);
  Park park;
  park.network_nodes = Part(Table(std::move(nodes)));
  park.radio_sites = Part(Table(std::move(sites)));
  park.radio_cells = Part(Table(std::move(cells)));
  return park;
}

TEST(CommunicationLoads, CountCellsOnAirByTheirLoad) {
  radio::Result radio;
  radio.cells.resize(3);
  for (std::size_t i = 0; i < 3; ++i) radio.cells[i].cell = Id<RadioCell>(i);
  radio.cells[0].on_air = radio.cells[1].on_air = true;
  radio.cells[0].load = 0.5;
  radio.cells[1].load = 1.0;
  const auto loads = communication_loads(small_park(), radio);
  ASSERT_EQ(loads.size(), 2U);  // S-2 is off the air
  EXPECT_EQ(loads[0].name, "radio site S-1");
  EXPECT_EQ(loads[0].bus, Id<Bus>(0));
  EXPECT_NEAR(loads[0].kw, 0.4 + 0.14 + 0.4 + 0.28, 1e-12);
}

TEST(CommunicationLoads, CountTheParksOwnDevicesInService) {
  const auto loads = communication_loads(small_park(), {});
  ASSERT_EQ(loads.size(), 1U);
  EXPECT_EQ(loads[0].name, "access_switch");
  EXPECT_NEAR(loads[0].kw, 0.2, 1e-12);
}

}  // namespace
}  // namespace parktwin
