#include "viz/window/saved_views.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <fstream>

#include "engine/core/errors.h"
#include "engine/core/whole_file.h"
#include "engine/scenario/scenario.h"

namespace parktwin::viz::window {
namespace {

namespace fs = std::filesystem;

class SavedViews : public ::testing::Test {
 protected:
  SavedViews() { fs::create_directories(folder_); }
  ~SavedViews() override { fs::remove_all(folder_); }
  const fs::path folder_ = fs::temp_directory_path() / ("parktwin-views-" + std::to_string(::getpid()));
};

SavedView north_gate() {
  SavedView saved;
  saved.name = "North gate: \"main\"";
  saved.name_zh = "北门";
  saved.caption = "# no comment: {text}";
  saved.layer = MapLayer::sinr;
  saved.camera = ViewCamera{{1200.25, -300.5}, Metres(640.0), Degrees(-20.5), Degrees(41.0)};
  saved.underground = true;
  saved.seconds = 8.0;
  return saved;
}

double level(double /*east*/, double /*north*/) { return 12.0; }
double hill(double east, double north) { return 60.0 * std::exp(-(east * east + north * north) / 4e4); }

TEST_F(SavedViews, AreReadAsTheyWereWritten) {
  SavedView plan;
  plan.name = "Plan";
  plan.view = StandardView::plan;
  write_views({north_gate(), plan}, folder_ / "run.views.yaml");
  const auto views = read_views(folder_ / "run.views.yaml");
  ASSERT_EQ(views.size(), 2U);
  EXPECT_EQ(views[0].name, north_gate().name);
  EXPECT_EQ(views[0].name_zh, "北门");
  EXPECT_EQ(views[0].caption, north_gate().caption);
  EXPECT_EQ(views[0].layer, MapLayer::sinr);
  EXPECT_EQ(views[0].camera->at.x, 1200.25);
  EXPECT_EQ(views[0].camera->azimuth.value(), -20.5);
  EXPECT_TRUE(views[0].underground);
  EXPECT_EQ(views[0].seconds, 8.0);
  EXPECT_EQ(views[1].view, StandardView::plan);
  EXPECT_FALSE(views[1].camera || views[1].underground || views[1].seconds);
}

// The one format: what the window saves is what a scenario reads.
TEST_F(SavedViews, AScenarioReadsThemAsTheyStand) {
  write_views({north_gate()}, folder_ / "run.views.yaml");
  const std::string text = *read_whole(folder_ / "run.views.yaml");
  std::ofstream(folder_ / "scenario.yaml") << "name: n\npark: park\n" << text;
  const auto scenario = read_scenario(folder_ / "scenario.yaml");
  ASSERT_EQ(scenario.views.size(), 1U);
  EXPECT_EQ(scenario.views[0].camera->distance.value(), 640.0);
  EXPECT_EQ(scenario.views[0].caption, north_gate().caption);
}

TEST_F(SavedViews, ACameraShowsWhatTheViewpointShowed) {
  for (const GroundHeight& ground : {GroundHeight(level), GroundHeight(hill)}) {
    Viewpoint view;
    view.eye = {400.0, -900.0, 300.0};
    view.target = {100.0, 200.0, 20.0};
    for (const double field_of_view : {24.0, 38.0, 60.0}) {
      view.field_of_view_deg = field_of_view;
      const Viewpoint again = viewpoint_of(camera_of(view, ground), ground);
      EXPECT_NEAR(length(axes_of(again).forward - axes_of(view).forward), 0.0, 1e-6);
      const auto middle = pixel_of(view, again.target, 1000, 1000);  // on the line of sight, at the same scale
      EXPECT_NEAR(middle->x, 500.0, 1e-3);
      EXPECT_NEAR(middle->y, 500.0, 1e-3);
      const Vector beside = again.target + axes_of(view).right * 10.0;
      EXPECT_NEAR(pixel_of(again, beside, 1000, 1000)->x, pixel_of(view, beside, 1000, 1000)->x, 1e-3);
      if (field_of_view == 38.0) {
        EXPECT_NEAR(length(again.eye - view.eye), 0.0, 1e-3);
      }
    }
  }
}

TEST_F(SavedViews, APlanStaysAPlanAndALevelLookStaysNearTheGround) {
  Viewpoint plan;
  plan.projection = Projection::plan;
  plan.eye = {50.0, 70.0, 900.0};
  plan.height_m = 700.0;
  const Viewpoint again = viewpoint_of(camera_of(plan, level), level);
  EXPECT_EQ(again.projection, Projection::plan);
  EXPECT_NEAR(again.height_m, 700.0, 1e-6);
  EXPECT_EQ(again.target.x, 50.0);
  Viewpoint street;
  street.eye = {0.0, 0.0, 13.65};
  street.target = {0.0, 50.0, 13.65};
  const ViewCamera camera = camera_of(street, level);
  EXPECT_EQ(camera.pitch.value(), 5.0);
  EXPECT_NEAR(camera.azimuth.value(), 0.0, 1e-9);
  EXPECT_LT(viewpoint_of(camera, level).eye.z, 15.0);
}

TEST_F(SavedViews, NoFileIsNoViews) { EXPECT_TRUE(read_views(folder_ / "none.yaml").empty()); }

TEST_F(SavedViews, WrongFilesAreRefusedWithEveryProblem) {
  const auto file = folder_ / "bad.yaml";
  std::ofstream(file) << "views:\n  - {name: '', layer: noise}\n  - {name: B, view: fish, camera: {at: [0, 0], distance_m: 1}}\n";
  try {
    static_cast<void>(read_views(file));
    FAIL() << "accepted";
  } catch (const InputError& error) {
    EXPECT_GE(error.problems().size(), 4U);
  }
  std::ofstream(file) << "views: 7\n";
  EXPECT_THROW(static_cast<void>(read_views(file)), InputError);
}

TEST_F(SavedViews, AFailedWriteLeavesTheFileWhole) {
  const auto file = folder_ / "run.views.yaml";
  write_views({north_gate()}, file);
  const auto before = read_whole(file);
  EXPECT_THROW(write_views({north_gate()}, file / "below"), OutputError);
  EXPECT_EQ(read_whole(file), before);
}

TEST_F(SavedViews, StandBesideWhatIsShown) {
  fs::create_directories(folder_ / "reference");
  EXPECT_EQ(views_file_beside(folder_ / "reference"), folder_ / "reference.views.yaml");
  EXPECT_EQ(views_file_beside(folder_ / "reference/"), folder_ / "reference.views.yaml");
  EXPECT_EQ(views_file_beside(folder_ / "recipe.yaml"), folder_ / "recipe.views.yaml");
}

TEST_F(SavedViews, PicturesNeverOverwriteOneAnother) {
  fs::create_directories(folder_ / "reference");
  const auto first = free_picture_beside(folder_ / "reference");
  EXPECT_EQ(first, folder_ / "reference-1.png");
  std::ofstream(first) << "x";
  EXPECT_EQ(free_picture_beside(folder_ / "reference"), folder_ / "reference-2.png");
}

}  // namespace
}  // namespace parktwin::viz::window
