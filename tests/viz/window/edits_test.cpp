#include "viz/window/edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz::window {
namespace {

using ::testing::SizeIs;

Park park() { return viz::testing::hand_made_park(false); }

const RadioSite& site(const Edits& edits, const char* id) { return (*edits.park().radio_sites)[edits.park().radio_sites->find(id)]; }

TEST(Edits, MoveAndUndo) {
  Edits edits(park());
  const auto before = edits.park().radio_sites.content_hash();
  ASSERT_TRUE(edits.move_site("S-1", {520.0, 330.0}, Step::begins));
  EXPECT_EQ(site(edits, "S-1").position, (Point{520.0, 330.0}));
  EXPECT_EQ(site(edits, "S-1").height, Metres(35.0));
  EXPECT_NE(edits.park().radio_sites.content_hash(), before);
  ASSERT_TRUE(edits.undo());
  EXPECT_EQ(edits.park().radio_sites.content_hash(), before);
  EXPECT_FALSE(edits.undo());
}

TEST(Edits, ADragIsOneStep) {
  Edits edits(park());
  for (int i = 1; i <= 5; ++i) ASSERT_TRUE(edits.move_site("S-1", {500.0 + i, 335.0}, i == 1 ? Step::begins : Step::goes_on));
  EXPECT_THAT(edits.list(), SizeIs(1));
  edits.undo();
  EXPECT_EQ(site(edits, "S-1").position, (Point{500.0, 335.0}));
}

TEST(Edits, AMastKeepsItsAntennasAboveTheGround) {
  Edits edits(park());
  const Building& roof = (*edits.park().buildings)[Id<Building>(0)];
  ASSERT_TRUE(edits.move_site("S-1", {100.0, 140.0}, Step::begins));  // onto B-0
  EXPECT_EQ(site(edits, "S-1").building, Id<Building>(0));
  EXPECT_DOUBLE_EQ(site(edits, "S-1").height.value(), std::max(3.0, 35.0 - roof.height.value()));
  ASSERT_TRUE(edits.move_site("S-1", {500.0, 335.0}, Step::goes_on));  // and off again, in one drag
  EXPECT_FALSE(site(edits, "S-1").building.valid());
  EXPECT_DOUBLE_EQ(site(edits, "S-1").height.value(), 35.0);
}

TEST(Edits, ARoofSiteBesideItsRoofIsAMastOfTheSameHeight) {
  Edits edits(park());
  const double roof = (*edits.park().buildings)[Id<Building>(32)].height.value();
  ASSERT_TRUE(edits.move_site("S-2", {800.0, 335.0}, Step::begins));
  EXPECT_FALSE(site(edits, "S-2").building.valid());
  EXPECT_DOUBLE_EQ(site(edits, "S-2").height.value(), roof + 6.0);
}

TEST(Edits, AnIndoorSiteStaysInItsBuilding) {
  Park inside = park();
  auto sites = inside.radio_sites->records();
  sites[0].inside = true;
  sites[0].building = Id<Building>(1);
  sites[0].position = {300.0, 160.0};
  inside.radio_sites = Part<Table<RadioSite>>(Table<RadioSite>(std::move(sites)));
  Edits edits(inside);
  EXPECT_FALSE(edits.move_site("S-1", {500.0, 335.0}, Step::begins));
  EXPECT_TRUE(edits.empty());
  EXPECT_TRUE(edits.move_site("S-1", {305.0, 160.0}, Step::begins));
  EXPECT_EQ(site(edits, "S-1").building, Id<Building>(1));
}

TEST(Edits, SwitchesOffAndOn) {
  Edits edits(park());
  ASSERT_TRUE(edits.toggle("masts", "S-1"));
  EXPECT_FALSE(site(edits, "S-1").operational);
  ASSERT_TRUE(edits.toggle("masts", "S-1"));
  EXPECT_TRUE(site(edits, "S-1").operational);
  ASSERT_THAT(edits.list(), SizeIs(2));
  EXPECT_EQ(edits.list()[0].kind, EditKind::switched_off);
  EXPECT_EQ(edits.list()[1].kind, EditKind::switched_on);
  EXPECT_FALSE(edits.toggle("masts", "S-9"));
  EXPECT_FALSE(edits.toggle("buildings", "B-1"));
  EXPECT_FALSE(can_be_switched("buildings"));
}

TEST(Edits, LinksDevicesAndPowerLinesToo) {
  Park wired = park();
  NetworkNode node;
  node.id = "N-1";
  NetworkLink link;
  link.id = "L-1";
  link.from = link.to = Id<NetworkNode>(0);
  PowerLine line;
  line.id = "PL-1";
  wired.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>({node}));
  wired.network_links = Part<Table<NetworkLink>>(Table<NetworkLink>({link}));
  wired.power_lines = Part<Table<PowerLine>>(Table<PowerLine>({line}));
  Edits edits(wired);
  ASSERT_TRUE(edits.toggle("links", "L-1"));
  ASSERT_TRUE(edits.toggle("network_nodes", "N-1"));
  ASSERT_TRUE(edits.toggle("power_lines", "PL-1"));
  EXPECT_FALSE(edits.park().network_links->records()[0].operational);
  EXPECT_FALSE(edits.park().network_nodes->records()[0].operational);
  EXPECT_FALSE(edits.park().power_lines->records()[0].operational);
}

}  // namespace
}  // namespace parktwin::viz::window
