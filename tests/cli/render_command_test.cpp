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

TEST(RenderCommand, ComparesTwoRuns) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  const auto other = workplace.write("other.yaml", "name: other\nbased_on: [" + scenario + "]\noptions: {radio: {noise_figure_db: 20}}\n");
  const std::string a = workplace.path("a");
  const std::string b = workplace.path("b");
  ASSERT_EQ(call({"run", scenario, "--out", a}).code, 0);
  ASSERT_EQ(call({"run", other, "--out", b}).code, 0);
  const auto drawn = [&](std::vector<std::string> more) {
    const std::string out = workplace.path("picture.png");
    std::vector<std::string> arguments{"render", a, b, "--out", out, "--size", "640x360", "--layer", "sinr"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto outcome = call(arguments);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return read_file(out);
  };
  const std::string split = drawn({"--split"});
  EXPECT_EQ(size_of_png(split), std::make_pair(640, 360));
  EXPECT_NE(split, drawn({"--difference"}));
  EXPECT_EQ(call({"render", a, b, "--out", "x.png"}).code, 2);
  EXPECT_EQ(call({"render", a, "--difference", "--out", "x.png"}).code, 2);
  EXPECT_EQ(call({"render", a, b, "--split", "--difference", "--out", "x.png"}).code, 2);
  EXPECT_EQ(call({"render", a, b, "--difference", "--layer", "unserved", "--out", "x.png"}).code, 3);
  EXPECT_EQ(call({"render", a, workplace.path("park"), "--difference", "--out", "x.png"}).code, 3);
}

TEST(RenderCommand, LooksBelowCutsAndCastsShadows) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  const auto drawn = [&](std::vector<std::string> more) {
    const std::string out = workplace.path("picture.png");
    std::vector<std::string> arguments{"render", workplace.path("park"), "--out", out, "--size", "480x270"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto outcome = call(arguments);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return read_file(out);
  };
  const std::string plain = drawn({});
  EXPECT_NE(drawn({"--underground"}), plain);
  EXPECT_NE(drawn({"--section", "south:0.4"}), plain);
  const std::string morning = drawn({"--date", "2026-06-21", "--hour", "8"});
  EXPECT_NE(morning, plain);
  EXPECT_NE(morning, drawn({"--date", "2026-06-21", "--hour", "16:30"}));
  const std::string park = workplace.path("park");
  EXPECT_EQ(call({"render", park, "--out", "x.png", "--date", "2026-06-21"}).code, 2);
  EXPECT_EQ(call({"render", park, "--out", "x.png", "--section", "up:2"}).code, 2);
  EXPECT_EQ(call({"render", park, "--out", "x.png", "--date", "2026-06-21", "--hour", "23"}).code, 3);
}

TEST(RenderCommand, AnUnwritablePictureIsAFailureInside) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  workplace.write("file", "x");
  EXPECT_EQ(call({"render", workplace.path("park"), "--out", workplace.path("file/park.png"), "--size", "640x360"}).code, 1);
}

}  // namespace
}  // namespace parktwin::cli
