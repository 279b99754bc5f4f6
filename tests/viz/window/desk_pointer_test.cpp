// The pointer: turning, moving, picking, measuring, buttons and sliders.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/viz/window/desk_stage.h"

namespace parktwin::viz::window {
namespace {

using testing::click;
using testing::hand_made_state;
using testing::inputs_of;
using testing::pixel_of_point;

PixelPoint roof_of(const Desk& desk, std::size_t building) {
  const Building& found = desk.display().state->park.buildings->records()[building];
  const Point middle = centroid(found.footprint);
  return pixel_of_point(desk, {middle.x + 50.0, middle.y + 5.0, found.height.value()});
}

TEST(DeskPointer, AClickPicksAndADragTurns) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  click(desk, roof_of(desk, 1));
  ASSERT_TRUE(desk.picked());
  EXPECT_EQ(desk.picked()->id, "B-1");
  ASSERT_NE(desk.mark(), nullptr);
  const Vector before = desk.view().eye;
  desk.press({600.0, 300.0}, 1);
  desk.drag({640.0, 310.0});
  desk.release({640.0, 310.0}, 1);
  EXPECT_GT(length(desk.view().eye - before), 10.0);
  EXPECT_EQ(desk.picked()->id, "B-1");  // turning does not pick
  desk.key_down({key::escape});
  EXPECT_FALSE(desk.picked());
  EXPECT_EQ(desk.mark(), nullptr);
}

TEST(DeskPointer, HiddenThingsCannotBePicked) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  desk.run(Command::part, static_cast<int>(*part_of("buildings")));
  click(desk, roof_of(desk, 1));
  ASSERT_TRUE(desk.picked());
  EXPECT_NE(desk.picked()->kind, "Building");
}

TEST(DeskPointer, TheRightButtonMovesTheGround) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  const Vector before = desk.view().target;
  desk.press({600.0, 300.0}, 3);
  desk.drag({650.0, 300.0});
  desk.release({650.0, 300.0}, 3);
  EXPECT_NEAR(pixel_of_point(desk, before).x, 690.0, 0.01);
}

TEST(DeskPointer, TwoClicksMeasure) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  desk.key_down({'m'});
  click(desk, pixel_of_point(desk, {30.0, 5.0, 0.5}));
  click(desk, pixel_of_point(desk, {1500.0, 5.0, 0.5}));
  ASSERT_EQ(desk.measured_points().size(), 2U);
  EXPECT_NEAR(length(desk.measured_points()[1] - desk.measured_points()[0]), 1470.0, 3.0);
  EXPECT_FALSE(desk.picked());
  click(desk, roof_of(desk, 1));  // the third picks again
  EXPECT_TRUE(desk.picked());
}

TEST(DeskPointer, TheWheelComesCloserToWhatIsUnderThePointer) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  const Vector point{400.0, 330.0, 0.0};
  const PixelPoint at = pixel_of_point(desk, point);
  desk.wheel(at, 2.0);
  EXPECT_NEAR(pixel_of_point(desk, point).x, at.x, 1.0);
  EXPECT_NEAR(pixel_of_point(desk, point).y, at.y, 1.0);
}

TEST(DeskPointer, ButtonsInPanelsAreClickedAndHideWhatLiesBehind) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  const Sheet sheet = desk.lay_out(testing::surroundings(1280, 720));
  const auto trees = std::find_if(sheet.buttons.begin(), sheet.buttons.end(), [](const Button& button) {
    return button.command == Command::part && button.argument == static_cast<int>(*part_of("trees"));
  });
  ASSERT_NE(trees, sheet.buttons.end());
  click(desk, {trees->area.left + 5.0, trees->area.bottom + 5.0});
  EXPECT_FALSE(desk.shows(*part_of("trees")));
  EXPECT_FALSE(desk.picked());
  const double before = metres_per_pixel(desk.view(), 720);
  desk.wheel({trees->area.left + 5.0, trees->area.bottom + 5.0}, 2.0);
  EXPECT_EQ(metres_per_pixel(desk.view(), 720), before);
}

TEST(DeskPointer, SlidersFollowTheDrag) {
  DeskInputs inputs = inputs_of(hand_made_state());
  inputs.phases = {"start", "2027", "2029"};
  inputs.phase = 2;
  inputs.load_phase = [](std::size_t) { return hand_made_state(); };
  Desk desk(inputs, 1280, 720);
  desk.key_down({'p'});
  const Sheet sheet = desk.lay_out(testing::surroundings(1280, 720));
  for (const Button& button : sheet.buttons) {
    if (!button.slider) continue;
    desk.press({button.area.right() - 1.0, button.area.bottom + 3.0}, 1);
    desk.drag({button.area.left + 0.5 * button.area.width, button.area.bottom + 40.0});
    desk.release({button.area.left, button.area.bottom}, 1);
  }
  desk.finish_work();
  EXPECT_EQ(desk.phase(), 1U);
  EXPECT_NEAR(static_cast<double>(desk.time_step()), 143.5, 1.0);
}

TEST(DeskPointer, WhatIsBuriedIsPickedThroughTheGroundOnceItIsShown) {
  State state = *hand_made_state();
  Duct duct;
  duct.id = "D-1";
  duct.path = {{{100.0, 335.0}, {700.0, 335.0}}};
  state.park.ducts = parktwin::Part<Table<Duct>>(Table<Duct>({duct}));
  Desk desk(inputs_of(std::make_shared<const State>(state)), 1280, 720);
  const auto over = [&desk] { return pixel_of_point(desk, {300.0, 335.0, -1.9}); };
  click(desk, over());
  ASSERT_TRUE(desk.picked());
  EXPECT_NE(desk.picked()->id, "D-1");
  desk.run(Command::part, static_cast<int>(*part_of("ducts")));
  click(desk, over());
  ASSERT_TRUE(desk.picked());
  EXPECT_EQ(desk.picked()->id, "D-1");
}

TEST(DeskPointer, AResizedWindowIsMeasuredAnew) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  desk.resize(1920, 1080);
  EXPECT_EQ(desk.width(), 1920);
  click(desk, roof_of(desk, 1));
  ASSERT_TRUE(desk.picked());
  EXPECT_EQ(desk.picked()->id, "B-1");
}

}  // namespace
}  // namespace parktwin::viz::window
