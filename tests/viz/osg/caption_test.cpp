#include "viz/osg/caption.h"

#include <gtest/gtest.h>

namespace parktwin::viz {
namespace {

TEST(Caption, LinesBreakAtSpacesAndKeepEveryWord) {
  const Canvas canvas(1920, 1080);
  const std::string text = "Received power on the ground from 180 cells on 60 sites; unserved public ground is marked.";
  const auto lines = wrapped(canvas, text, 20.0, 300.0);
  ASSERT_GT(lines.size(), 2U);
  std::string joined;
  for (const std::string& line : lines) {
    EXPECT_LE(canvas.text_width(line, 20.0), 300.0) << line;
    joined += (joined.empty() ? "" : " ") + line;
  }
  EXPECT_EQ(joined, text);
}

TEST(Caption, ChineseBreaksBetweenCharactersButNotBeforeAClosingMark) {
  const Canvas canvas(1920, 1080);
  const std::string text = "六十个基站、一百八十个小区的地面接收功率；未覆盖的公共区域另行标出。";
  for (const double width : {90.0, 110.0, 130.0, 150.0, 170.0}) {
    std::string joined;
    for (const std::string& line : wrapped(canvas, text, 20.0, width)) {
      EXPECT_LE(canvas.text_width(line, 20.0), width + 20.0) << line;  // a mark may hang over
      for (const char* mark : {"、", "；", "。"}) EXPECT_FALSE(line.starts_with(mark)) << line;
      joined += line;
    }
    EXPECT_EQ(joined, text);
  }
}

TEST(Caption, TheBoxHoldsItsTextRightOfTheLegend) {
  const Canvas canvas(1920, 1080);
  RenderOptions options;
  EXPECT_TRUE(caption_of(canvas, options, 0.0).empty());
  options.heading = "5G signal strength";
  options.caption = std::string(60, 'x') + " " + std::string(60, 'y');
  const Caption caption = caption_of(canvas, options, 300.0);
  EXPECT_GE(caption.box.left, 300.0);
  EXPECT_LE(caption.box.right(), 1920.0);
  EXPECT_GT(caption.box.bottom, 0.0);
  for (const std::string& line : caption.lines) EXPECT_LT(canvas.text_width(line, 23.0), caption.box.width);
}

}  // namespace
}  // namespace parktwin::viz
