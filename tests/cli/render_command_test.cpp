#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

std::pair<int, int> size_of_png(const std::string& bytes) {
  const auto word = [&](std::size_t at) {
    int value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value * 256 + static_cast<unsigned char>(bytes.at(at + i));
    return value;
  };
  return {word(16), word(20)};
}

TEST(RenderCommand, DrawsAParkAndARunWithoutADisplay) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  ASSERT_EQ(call({"render", workplace.path("park"), "--out", workplace.path("park.png"), "--size", "640x360"}).code, 0);
  EXPECT_EQ(size_of_png(read_file(workplace.path("park.png"))), std::make_pair(640, 360));
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  ASSERT_EQ(
      call({"render", workplace.path("run"), "--out", workplace.path("run.png"), "--view", "plan", "--size", "640x360", "--lang", "zh"})
          .code,
      0);
  EXPECT_NE(read_file(workplace.path("run.png")), read_file(workplace.path("park.png")));
}

TEST(RenderCommand, RefusesSizesLayersAndViewsItDoesNotKnow) {
  EXPECT_EQ(call({"render", "x", "--out", "y.png", "--size", "big"}).code, 2);
  EXPECT_EQ(call({"render", "x", "--out", "y.png", "--size", "10x10"}).code, 2);
  EXPECT_EQ(call({"render", "x", "--out", "y.png", "--layer", "noise"}).code, 2);
  EXPECT_EQ(call({"render", "x", "--out", "y.png", "--view", "mars"}).code, 2);
}

TEST(RenderCommand, AnUnwritablePictureIsAFailureInside) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  workplace.write("file", "x");
  EXPECT_EQ(call({"render", workplace.path("park"), "--out", workplace.path("file/park.png"), "--size", "640x360"}).code, 1);
}

}  // namespace
}  // namespace parktwin::cli
