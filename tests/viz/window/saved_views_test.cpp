#include "viz/window/saved_views.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"
#include "engine/core/whole_file.h"

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
  SavedView saved{"North gate: \"main\" 北门", Layer::sinr, {}};
  saved.view.eye = {1200.25, -300.5, 88.0};
  saved.view.target = {1100.0, 40.0, 3.0};
  saved.view.field_of_view_deg = 42.0;
  return saved;
}

TEST_F(SavedViews, AreReadAsTheyWereWritten) {
  SavedView plan = north_gate();
  plan.name = "Plan";
  plan.view.projection = Projection::plan;
  plan.view.height_m = 700.0;
  write_views({north_gate(), plan}, folder_ / "run.views.yaml");
  const auto views = read_views(folder_ / "run.views.yaml");
  ASSERT_EQ(views.size(), 2U);
  EXPECT_EQ(views[0].name, north_gate().name);
  EXPECT_EQ(views[0].layer, Layer::sinr);
  EXPECT_EQ(views[0].view.eye, north_gate().view.eye);
  EXPECT_EQ(views[0].view.target, north_gate().view.target);
  EXPECT_EQ(views[0].view.field_of_view_deg, 42.0);
  EXPECT_EQ(views[1].view.projection, Projection::plan);
  EXPECT_EQ(views[1].view.height_m, 700.0);
}

TEST_F(SavedViews, NoFileIsNoViews) { EXPECT_TRUE(read_views(folder_ / "none.yaml").empty()); }

TEST_F(SavedViews, WrongFilesAreRefusedWithEveryProblem) {
  const auto file = folder_ / "bad.yaml";
  std::ofstream(file) << "views:\n  - {name: A, eye_east_m: 1, layer: noise}\n  - {name: B, projection: fish}\n";
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
