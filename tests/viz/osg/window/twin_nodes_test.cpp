#include "viz/osg/window/twin_nodes.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/viz/window/desk_stage.h"

namespace parktwin::viz::window {
namespace {

/// Held, so that no other node can come to stand at its place.
std::map<std::string, osg::ref_ptr<osg::Node>> shown(const TwinNodes& nodes) {
  std::map<std::string, osg::ref_ptr<osg::Node>> found;
  for (unsigned i = 0; i < nodes.root()->getNumChildren(); ++i) {
    osg::Node* child = nodes.root()->getChild(i);
    if (child->getNodeMask() != 0 && !child->getName().empty()) found[child->getName()] = child;
  }
  return found;
}

TEST(TwinNodes, HiddenPartsAreNotDrawnAndTheOthersStayAsTheyWere) {
  Desk desk(testing::inputs_of(testing::hand_made_state()), 1280, 720);
  TwinNodes nodes(desk.display());
  nodes.follow(desk);
  const auto before = shown(nodes);
  ASSERT_TRUE(before.contains("trees"));
  desk.run(Command::part, static_cast<int>(*part_of("trees")));
  nodes.follow(desk);
  const auto after = shown(nodes);
  EXPECT_FALSE(after.contains("trees"));
  EXPECT_EQ(after.at("buildings"), before.at("buildings"));
}

TEST(TwinNodes, AnotherMapTakesOnlyTheMapsPlace) {
  Desk desk(testing::inputs_of(testing::hand_made_state()), 1280, 720);
  TwinNodes nodes(desk.display());
  nodes.follow(desk);
  const auto children = nodes.root()->getNumChildren();
  const auto before = shown(nodes);
  desk.run(Command::layer, 2);
  desk.finish_work();
  nodes.follow(desk);
  EXPECT_EQ(nodes.root()->getNumChildren(), children);
  EXPECT_EQ(shown(nodes).at("masts"), before.at("masts"));
  EXPECT_NE(shown(nodes).at("ground"), before.at("ground"));  // the map bears the name of what it lies on
}

TEST(TwinNodes, ThePickedObjectIsPaintedOver) {
  Desk desk(testing::inputs_of(testing::hand_made_state()), 1280, 720);
  TwinNodes nodes(desk.display());
  nodes.follow(desk);
  EXPECT_FALSE(shown(nodes).contains("mark"));
  const Building& building = desk.display().state->park.buildings->records()[1];
  const Point middle = centroid(building.footprint);
  testing::click(desk, testing::pixel_of_point(desk, {middle.x, middle.y, building.height.value()}));
  nodes.follow(desk);
  EXPECT_TRUE(shown(nodes).contains("mark"));
  desk.run(Command::cancel);
  nodes.follow(desk);
  EXPECT_FALSE(shown(nodes).contains("mark"));
}

}  // namespace
}  // namespace parktwin::viz::window
