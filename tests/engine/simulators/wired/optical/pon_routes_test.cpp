#include "engine/simulators/wired/optical/pon_routes.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/wired/optical/pon_park.h"

namespace parktwin::wired::optical {
namespace {

std::vector<PonRoute> routes(const PonPark& of) {
  const Park park = of.park();
  return PonTree(park).routes(Id<NetworkNode>(3));
}

TEST(PonRoutes, ClimbThroughSplittersToTheTerminal) {
  const auto found = routes(PonPark());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].terminal, Id<NetworkNode>(0));
  EXPECT_EQ(found[0].links, (std::vector<Id<NetworkLink>>{Id<NetworkLink>(1), Id<NetworkLink>(0)}));
}

TEST(PonRoutes, AreSeveralWithProtection) {
  PonPark of;
  of.join("second feeder", 1, 2, 1.0);
  of.join("own fibre", 1, 3, 1.0);
  const auto found = routes(of);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].terminal, Id<NetworkNode>(1));
  EXPECT_EQ(found[2].links.size(), 1U);
}

TEST(PonRoutes, LeaveOutWhatIsOutOfServiceOrNotPassive) {
  PonPark of;
  of.links[0].operational = false;
  EXPECT_TRUE(routes(of).empty());
  of = PonPark();
  of.links[0].medium = LinkMedium::fibre;
  EXPECT_TRUE(routes(of).empty());
  of = PonPark();
  of.nodes[0].operational = false;
  EXPECT_TRUE(routes(of).empty());
  of = PonPark();
  of.nodes[0].kind = NodeKind::access_switch;
  EXPECT_TRUE(routes(of).empty());
}

TEST(PonRoutes, DoNotGoRoundInALoop) {
  PonPark of;
  of.nodes[1].kind = NodeKind::splitter;
  of.join("there", 2, 1, 1.0);
  of.join("and back", 1, 2, 1.0);
  EXPECT_EQ(routes(of).size(), 1U);
}

}  // namespace
}  // namespace parktwin::wired::optical
