#include "viz/osg/window/events.h"

#include <gtest/gtest.h>

#include "tests/viz/window/desk_stage.h"

namespace parktwin::viz::window {
namespace {

using Adapter = osgGA::GUIEventAdapter;

osg::ref_ptr<Adapter> event(Adapter::EventType type, float x = 0.0F, float y = 0.0F) {
  osg::ref_ptr<Adapter> made = new Adapter;
  made->setEventType(type);
  made->setMouseYOrientation(Adapter::Y_INCREASING_DOWNWARDS);
  made->setX(x);
  made->setY(y);
  made->setButton(Adapter::LEFT_MOUSE_BUTTON);
  return made;
}

osg::ref_ptr<Adapter> key_event(int key, int mask = 0) {
  auto made = event(Adapter::KEYDOWN);
  made->setKey(key);
  made->setUnmodifiedKey(key);
  made->setModKeyMask(mask);
  return made;
}

TEST(Events, KeysReachTheDesk) {
  Desk desk(testing::inputs_of(testing::hand_made_state()), 1280, 720);
  pass_on({key_event('T').get()}, desk);
  EXPECT_EQ(desk.view().projection, Projection::plan);
  pass_on({key_event(Adapter::KEY_Home).get()}, desk);
  EXPECT_EQ(desk.view().projection, Projection::perspective);
  pass_on({key_event(Adapter::KEY_Shift_L).get()}, desk);  // a modifier alone does nothing
  pass_on({key_event('q').get()}, desk);
  EXPECT_TRUE(desk.open());
  pass_on({key_event('q', Adapter::MODKEY_CTRL).get()}, desk);
  EXPECT_FALSE(desk.open());
}

TEST(Events, OfDragsBehindEachOtherOnlyTheLastCounts) {
  Desk one(testing::inputs_of(testing::hand_made_state()), 1280, 720);
  Desk other(testing::inputs_of(testing::hand_made_state()), 1280, 720);
  pass_on({event(Adapter::PUSH, 600, 300).get(), event(Adapter::DRAG, 700, 500).get(), event(Adapter::DRAG, 640, 310).get(),
           event(Adapter::RELEASE, 640, 310).get()},
          one);
  pass_on({event(Adapter::PUSH, 600, 300).get(), event(Adapter::DRAG, 640, 310).get(), event(Adapter::RELEASE, 640, 310).get()}, other);
  EXPECT_EQ(one.view().eye, other.view().eye);
  EXPECT_GT(length(one.view().eye - testing::view_of(Start::overview, one.display().scene).eye), 1.0);
}

TEST(Events, TheRowsOfAWindowRunDownwards) {
  Desk desk(testing::inputs_of(testing::hand_made_state()), 1280, 720);
  const Building& building = desk.display().state->park.buildings->records()[1];
  const Point middle = centroid(building.footprint);
  const PixelPoint at = testing::pixel_of_point(desk, {middle.x, middle.y, building.height.value()});
  const auto x = static_cast<float>(at.x - 0.5);
  const auto y = static_cast<float>(720.0 - at.y - 0.5);
  pass_on({event(Adapter::PUSH, x, y).get(), event(Adapter::RELEASE, x, y).get()}, desk);
  ASSERT_TRUE(desk.picked());
  EXPECT_EQ(desk.picked()->id, "B-1");
}

TEST(Events, TheWheelAndTheWindow) {
  Desk desk(testing::inputs_of(testing::hand_made_state()), 1280, 720);
  const double before = metres_per_pixel(desk.view(), 720);
  auto wheel = event(Adapter::SCROLL, 640, 360);
  wheel->setScrollingMotion(Adapter::SCROLL_UP);
  pass_on({wheel.get()}, desk);
  EXPECT_LT(metres_per_pixel(desk.view(), 720), before);
  auto resized = event(Adapter::RESIZE);
  resized->setWindowRectangle(0, 0, 1000, 600);
  pass_on({resized.get()}, desk);
  EXPECT_EQ(desk.width(), 1000);
  EXPECT_EQ(desk.height(), 600);
  pass_on({event(Adapter::CLOSE_WINDOW).get()}, desk);
  EXPECT_FALSE(desk.open());
}

}  // namespace
}  // namespace parktwin::viz::window
