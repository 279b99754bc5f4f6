#include "viz/window/panel.h"

#include <gtest/gtest.h>

namespace parktwin::viz::window {
namespace {

PanelStyle style() {
  return {1.0, [](const std::string& text, double size) { return static_cast<double>(text.size()) * size * 0.5; }, Language::en};
}

void expect_within(const Sheet& sheet, const PixelBox& area) {
  for (const Written& text : sheet.texts) {
    EXPECT_GE(text.at.x, area.left) << text.text;
    EXPECT_LE(text.at.x + style().text_width(text.text, text.size), area.right() + 1e-9) << text.text;
    EXPECT_GE(text.at.y - text.size * 0.25, area.bottom) << text.text;
    EXPECT_LE(text.at.y + text.size * 0.8, area.top()) << text.text;
  }
  for (const Button& button : sheet.buttons) {
    EXPECT_GE(button.area.bottom, area.bottom);
    EXPECT_LE(button.area.top(), area.top());
  }
}

Panel full_panel() {
  Panel panel(style(), 260.0);
  panel.heading("A heading that needs more than a line of its panel");
  panel.text("Some text, long enough to be wrapped twice or even three times", ink::dark(), 10.0);
  panel.field("A long name of a field", "and a value that is long as well");
  for (int i = 0; i < 12; ++i) panel.choice(i % 2 == 0, "Choice with words " + std::to_string(i), std::to_string(i), Command::part, i);
  return panel;
}

TEST(Panel, HoldsAllItsTexts) {
  const Panel panel = full_panel();
  const Sheet sheet = panel.placed(40.0, 700.0, 2000.0);
  ASSERT_EQ(sheet.panels.size(), 1U);
  EXPECT_DOUBLE_EQ(sheet.panels.front().height, panel.height());
  EXPECT_DOUBLE_EQ(sheet.panels.front().top(), 700.0);
  EXPECT_EQ(sheet.buttons.size(), 12U);
  expect_within(sheet, sheet.panels.front());
}

TEST(Panel, ShowsWhatFitsAndScrollsToTheRest) {
  const Panel panel = full_panel();
  const Sheet top = panel.placed(40.0, 700.0, 250.0);
  EXPECT_LE(top.panels.front().height, 250.0);
  EXPECT_LT(top.buttons.size(), 12U);
  expect_within(top, top.panels.front());
  const Sheet end = panel.placed(40.0, 700.0, 250.0, 1000);
  ASSERT_FALSE(end.buttons.empty());
  EXPECT_EQ(end.buttons.back().argument, 11);
  EXPECT_GT(end.panels.front().height, 200.0);
  expect_within(end, end.panels.front());
}

TEST(Panel, RowsDoNotOverlap) {
  const Sheet sheet = full_panel().placed(0.0, 900.0, 2000.0);
  for (std::size_t i = 0; i + 1 < sheet.buttons.size(); ++i)
    EXPECT_GE(sheet.buttons[i].area.bottom, sheet.buttons[i + 1].area.top() - 1e-9);
}

TEST(Panel, MovingMovesEverything) {
  const Sheet sheet = full_panel().placed(0.0, 900.0, 2000.0);
  const Sheet other = moved(sheet, 5.0, -7.0);
  EXPECT_DOUBLE_EQ(other.texts[3].at.x, sheet.texts[3].at.x + 5.0);
  EXPECT_DOUBLE_EQ(other.buttons[2].area.bottom, sheet.buttons[2].area.bottom - 7.0);
  EXPECT_DOUBLE_EQ(other.panels[0].left, sheet.panels[0].left + 5.0);
}

}  // namespace
}  // namespace parktwin::viz::window
