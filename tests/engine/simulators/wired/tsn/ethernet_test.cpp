#include "engine/simulators/wired/tsn/ethernet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/tsn/plant.h"

namespace parktwin::wired::tsn {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Ethernet, HasBothDirectionsOfWhatWorks) {
  Plant plant;
  plant.links[Plant::to_robot].rate_down = MegabitsPerSecond(100);
  plant.links[Plant::to_robot].rate_up = MegabitsPerSecond(10);
  plant.links[Plant::first_third].operational = false;
  plant.links[Plant::to_server].medium = LinkMedium::passive_optical;
  plant.nodes[Plant::second].forwarding_delay_ns = 700;
  plant.nodes[Plant::vision].operational = false;
  const Ethernet ethernet = ethernet_of(plant.park());
  const Link& down = ethernet.network.links[2 * Plant::to_robot];
  EXPECT_EQ(down.from, Plant::second);
  EXPECT_EQ(down.to, Plant::robot);
  EXPECT_EQ(down.rate_bit_s, 100'000'000);
  EXPECT_EQ(down.propagation_ns, 49);
  EXPECT_EQ(ethernet.network.links[2 * Plant::to_robot + 1].rate_bit_s, 10'000'000);
  EXPECT_EQ(ethernet.network.forwarding_ns[Plant::second], 700);
  EXPECT_THAT(ethernet.leaving[Plant::third], ElementsAre(2 * Plant::second_third + 1));
  EXPECT_THAT(ethernet.leaving[Plant::server], IsEmpty());
  EXPECT_EQ(Ethernet::link_of(2 * Plant::to_robot + 1), Id<NetworkLink>(std::size_t{Plant::to_robot}));
  EXPECT_FALSE(Ethernet::is_outwards(2 * Plant::to_robot + 1));
}

TEST(Ethernet, SaysWhatIsOut) {
  Plant plant;
  plant.links[0].operational = false;
  plant.nodes[Plant::vision].operational = false;
  plant.links[Plant::to_server].medium = LinkMedium::virtual_link;
  plant.links[Plant::to_first].rate_up = MegabitsPerSecond(0);
  const Park park = plant.park();
  EXPECT_EQ(outage_of(park, plant.links[0]), "link L0 is out of service");
  EXPECT_EQ(outage_of(park, plant.links[Plant::to_vision]), "node vision is out of service");
  EXPECT_EQ(outage_of(park, plant.links[Plant::to_server]), "link L7 is no Ethernet link (virtual_link)");
  EXPECT_EQ(outage_of(park, plant.links[Plant::to_first]), "link L6 has no rate");
  EXPECT_EQ(outage_of(park, plant.links[Plant::to_robot]), "");
}

TEST(Ethernet, OrdinarySwitchesKnowPrioritiesOnly) {
  EXPECT_TRUE(forwards(NodeKind::tsn_switch, TsnClass::scheduled));
  EXPECT_TRUE(forwards(NodeKind::access_switch, TsnClass::strict_priority));
  EXPECT_FALSE(forwards(NodeKind::access_switch, TsnClass::class_a));
  EXPECT_FALSE(forwards(NodeKind::end_station, TsnClass::strict_priority));
}

TEST(Ethernet, ARadioLinkOver5gHoldsFramesBack) {
  Plant plant;
  plant.cells.resize(1);
  plant.links[Plant::to_robot].medium = LinkMedium::radio;
  EXPECT_EQ(ethernet_of(plant.park()).network.links[2 * Plant::to_robot].propagation_ns, 33);
  plant.links[Plant::to_robot].radio_cell = Id<RadioCell>(0);
  const Ethernet ethernet = ethernet_of(plant.park());
  EXPECT_GT(ethernet.network.links[2 * Plant::to_robot].propagation_ns, 1'000'000);
  EXPECT_GT(ethernet.network.links[2 * Plant::to_robot + 1].propagation_ns, ethernet.network.links[2 * Plant::to_robot].propagation_ns);
}

}  // namespace
}  // namespace parktwin::wired::tsn
