#include "viz/window/desk.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "tests/viz/window/desk_stage.h"

namespace parktwin::viz::window {
namespace {

namespace fs = std::filesystem;
using testing::hand_made_state;
using testing::inputs_of;

void press_key(Desk& desk, int key, bool shift = false) {
  desk.key_down({key, shift, false});
  desk.key_up(key);
}

TEST(Desk, DigitsExchangeTheMap) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  EXPECT_EQ(desk.display().layer, Layer::rsrp);
  press_key(desk, '3');
  desk.finish_work();
  EXPECT_EQ(desk.display().layer, Layer::sinr);
  press_key(desk, '1');
  desk.finish_work();
  EXPECT_EQ(desk.display().layer, Layer::none);
  EXPECT_FALSE(desk.display().drape);
  press_key(desk, '5');
  press_key(desk, '4');  // the later wish counts
  desk.finish_work();
  EXPECT_EQ(desk.display().layer, Layer::best_server);
}

TEST(Desk, AParkWithoutARunHasNoMapsToChoose) {
  Desk desk(inputs_of(hand_made_state(false)), 1280, 720);
  press_key(desk, '3');
  desk.finish_work();
  EXPECT_EQ(desk.display().layer, Layer::none);
  press_key(desk, '.');
  EXPECT_EQ(desk.time_step(), 0U);
}

TEST(Desk, ViewsAreReachedByTheirKeys) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  press_key(desk, 't');
  EXPECT_EQ(desk.view().projection, Projection::plan);
  press_key(desk, 'r');
  EXPECT_EQ(desk.view().projection, Projection::perspective);
  press_key(desk, 'g');
  EXPECT_EQ(desk.motion(), Motion::walk);
  desk.key_down({'w'});
  EXPECT_TRUE(desk.moving());
  const Vector before = desk.view().eye;
  desk.advance(0.5);
  EXPECT_GT(length(desk.view().eye - before), 1.0);
  desk.key_up('w');
  EXPECT_FALSE(desk.moving());
  press_key(desk, key::escape);
  EXPECT_EQ(desk.motion(), Motion::orbit);
}

TEST(Desk, SavedViewsComeBack) {
  const fs::path file = fs::temp_directory_path() / ("parktwin-desk-" + std::to_string(::getpid()) + ".yaml");
  fs::remove(file);
  DeskInputs inputs = inputs_of(hand_made_state());
  inputs.views_file = file;
  Viewpoint saved;
  {
    Desk desk(inputs, 1280, 720);
    press_key(desk, 'n');
    EXPECT_EQ(desk.message(), "No saved views yet: V saves one");
    press_key(desk, 'c');
    saved = desk.view();
    press_key(desk, '3');
    desk.finish_work();
    press_key(desk, 'v');
    EXPECT_NE(desk.message().find(file.string()), std::string::npos);
    press_key(desk, 't');
    press_key(desk, 'v');
  }
  Desk desk(inputs, 1280, 720);
  press_key(desk, 'n');
  EXPECT_EQ(desk.message(), "View 1");
  EXPECT_NEAR(length(axes_of(desk.view()).forward - axes_of(saved).forward), 0.0, 1e-3);
  EXPECT_NEAR(pixel_of(saved, desk.view().target, 1280, 720)->x, 640.0, 0.5);  // the same place in the middle
  desk.finish_work();
  EXPECT_EQ(desk.display().layer, Layer::sinr);
  press_key(desk, 'n');
  EXPECT_EQ(desk.view().projection, Projection::plan);
  press_key(desk, 'n');
  EXPECT_EQ(desk.message(), "View 1");
  press_key(desk, 'b');
  EXPECT_EQ(desk.message(), "View 2");
  std::ofstream(file) << "views: 3\n";
  press_key(desk, 'v');
  EXPECT_NE(desk.message().find("Not saved"), std::string::npos);
  fs::remove(file);
}

TEST(Desk, GoesThroughTheViewsOfTheScenarioToo) {
  DeskInputs inputs = inputs_of(hand_made_state(), Language::zh);
  SavedView lake;
  lake.name = "Lake";
  lake.name_zh = "镜湖";
  lake.camera = ViewCamera{{600.0, 500.0}, Metres(400.0), Degrees(90.0), Degrees(30.0)};
  SavedView above;
  above.name = "Above";
  above.view = StandardView::plan;
  inputs.run_views = {lake, above};
  Desk desk(inputs, 1280, 720);
  press_key(desk, 'n');
  EXPECT_EQ(desk.message(), "镜湖");
  EXPECT_NEAR(desk.view().target.x, 600.0, 1e-6);
  EXPECT_NEAR(axes_of(desk.view()).forward.x, std::cos(30.0 * 3.14159265358979 / 180.0), 1e-6);
  press_key(desk, 'n');
  EXPECT_EQ(desk.message(), "Above");
  EXPECT_EQ(desk.view().projection, Projection::plan);
}

TEST(Desk, PhasesAreLoadedBehindTheWindow) {
  DeskInputs inputs = inputs_of(hand_made_state());
  inputs.phases = {"start", "2027"};
  inputs.phase = 1;
  const auto start = hand_made_state();
  inputs.load_phase = [start](std::size_t) { return start; };
  Desk desk(inputs, 1280, 720);
  press_key(desk, key::page_up);
  desk.finish_work();
  EXPECT_EQ(desk.phase(), 0U);
  EXPECT_EQ(desk.display().state, start);
  press_key(desk, key::page_up);
  EXPECT_EQ(desk.phase(), 0U);
}

TEST(Desk, APhaseThatCannotBeReadLeavesTheOldOne) {
  DeskInputs inputs = inputs_of(hand_made_state());
  inputs.phases = {"start", "2027"};
  inputs.phase = 1;
  inputs.load_phase = [](std::size_t) -> std::shared_ptr<const State> { throw std::runtime_error("results.h5 is damaged"); };
  Desk desk(inputs, 1280, 720);
  press_key(desk, key::page_up);
  desk.finish_work();
  EXPECT_EQ(desk.phase(), 1U);
  EXPECT_EQ(desk.message(), "results.h5 is damaged");
}

TEST(Desk, TimeStartsAtThePeakAndMovesByQuarterHoursAndDays) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  EXPECT_EQ(desk.time_step(), 150U);
  press_key(desk, '.');
  EXPECT_EQ(desk.time_step(), 151U);
  press_key(desk, ',', true);
  EXPECT_EQ(desk.time_step(), 55U);
  press_key(desk, ',', true);
  EXPECT_EQ(desk.time_step(), 0U);
}

TEST(Desk, WithoutARunNothingCanBeFollowed) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  press_key(desk, 'x');
  EXPECT_EQ(desk.message(), "Pick a site, device, link or power line first");
  press_key(desk, 'u');
  EXPECT_EQ(desk.message(), "Nothing to undo");
}

TEST(Desk, MessagesGoAndWishesAreHandedOverOnce) {
  Desk desk(inputs_of(hand_made_state()), 1280, 720);
  EXPECT_TRUE(desk.take_change());
  desk.advance(0.1);
  EXPECT_FALSE(desk.take_change());
  press_key(desk, 's');
  EXPECT_EQ(desk.take_picture_wish(), fs::path("/nowhere/parktwin-1.png"));
  EXPECT_EQ(desk.take_picture_wish(), std::nullopt);
  desk.say("hello");
  desk.advance(3.0);
  EXPECT_EQ(desk.message(), "hello");
  desk.advance(4.0);
  EXPECT_EQ(desk.message(), "");
  desk.key_down({'q', false, true});
  EXPECT_FALSE(desk.open());
}

}  // namespace
}  // namespace parktwin::viz::window
