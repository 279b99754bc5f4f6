#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

#include "tests/cli/program.h"
#include "tests/viz/osg/window/x_display.h"

namespace parktwin::cli {
namespace {

using ::testing::HasSubstr;
using viz::window::testing::XDisplay;

TEST(ViewCommand, WithoutADisplayNamesTheCommandsThatNeedNone) {
  const char* display = std::getenv("DISPLAY");
  const std::string before = display == nullptr ? "" : display;
  unsetenv("DISPLAY");
  const auto outcome = call({"view", "wherever"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("parktwin render and parktwin tour"));
  if (display != nullptr) setenv("DISPLAY", before.c_str(), 1);
}

TEST(ViewCommand, RefusesSizesLayersAndViewsItDoesNotKnow) {
  EXPECT_EQ(call({"view", "x", "--size", "big"}).code, 2);
  EXPECT_EQ(call({"view", "x", "--size", "100x100"}).code, 2);
  EXPECT_EQ(call({"view", "x", "--size", "1280x720x3"}).code, 2);
  EXPECT_EQ(call({"view", "x", "--layer", "noise"}).code, 2);
  EXPECT_EQ(call({"view", "x", "--view", "mars"}).code, 2);
}

TEST(ViewCommand, ShowsARunAndSavesAView) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  const XDisplay display(1280, 720);
  std::thread user([&] {
    display.wait_for_window("^parktwin: ");
    display.send("mousemove 500 200 key v key ctrl+q");
  });
  const auto outcome = call({"view", workplace.path("run"), "--layer", "sinr", "--view", "centre"});
  user.join();
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, workplace.path("run.views.yaml") + "\n");
  EXPECT_THAT(read_file(workplace.path("run.views.yaml")), HasSubstr("layer: sinr, view: overview, camera: {at: ["));
}

TEST(ViewCommand, AFileOfViewsThatIsNotRightIsInvalidInput) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  const XDisplay display(1280, 720);
  const auto views = workplace.write("bad.yaml", "views: 3\n");
  const auto outcome = call({"view", workplace.path("park"), "--views", views});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("bad.yaml"));
}

}  // namespace
}  // namespace parktwin::cli
