#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

TEST(ExportCommand, WritesAParkAndARunAsGlb) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  ASSERT_EQ(call({"export", workplace.path("park"), "--out", workplace.path("park.glb")}).code, 0);
  EXPECT_EQ(read_file(workplace.path("park.glb")).substr(0, 4), "glTF");
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  ASSERT_EQ(call({"export", workplace.path("run"), "--out", workplace.path("run.glb"), "--layer", "sinr"}).code, 0);
  const std::string run = read_file(workplace.path("run.glb"));
  EXPECT_EQ(run.substr(0, 4), "glTF");
  EXPECT_NE(run.find("image/png"), std::string::npos);  // the map
  EXPECT_EQ(read_file(workplace.path("park.glb")).find("image/png"), std::string::npos);
}

TEST(ExportCommand, RefusesWhatItCannotDo) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  EXPECT_EQ(call({"export", "x", "--out", "y.glb", "--layer", "noise"}).code, 2);
  EXPECT_EQ(call({"export", workplace.path("nowhere"), "--out", workplace.path("y.glb")}).code, 3);
  workplace.write("file", "x");
  EXPECT_EQ(call({"export", workplace.path("park"), "--out", workplace.path("file/park.glb")}).code, 1);
}

}  // namespace
}  // namespace parktwin::cli
