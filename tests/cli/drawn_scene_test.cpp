#include "cli/drawn_scene.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

TEST(DrawnScene, ARunShowsAMapAndAParkNone) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  std::ostringstream out;
  std::ostringstream errors;
  Progress progress;
  Session session{.out = out, .err = errors, .progress = progress};
  EXPECT_TRUE(drawn_scene(workplace.path("run"), "", session).scene.drape.has_value());
  EXPECT_FALSE(drawn_scene(workplace.path("run"), "none", session).scene.drape.has_value());
  const DrawnScene of_park = drawn_scene(workplace.path("park"), "", session);
  EXPECT_FALSE(of_park.scene.drape.has_value());
  EXPECT_EQ(of_park.scene.title, of_park.park.site->name);
}

}  // namespace
}  // namespace parktwin::cli
