#include "viz/window/panels.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/viz/window/desk_stage.h"
#include "viz/window/wording.h"

namespace parktwin::viz::window {
namespace {

PanelStyle style(Language language = Language::en) { return {1.0, testing::text_width, language}; }

bool says(const Sheet& sheet, const std::string& text) {
  return std::any_of(sheet.texts.begin(), sheet.texts.end(),
                     [&](const Written& written) { return written.text.find(text) != std::string::npos; });
}

void expect_texts_in_panels(const Sheet& sheet) {
  for (const Written& text : sheet.texts) {
    const double right = text.at.x + testing::text_width(text.text, text.size);
    const bool held = std::any_of(sheet.panels.begin(), sheet.panels.end(), [&](const PixelBox& panel) {
      return text.at.x >= panel.left && right <= panel.right() + 0.5 && text.at.y >= panel.bottom &&
             text.at.y + text.size * 0.8 <= panel.top();
    });
    EXPECT_TRUE(held) << text.text;
  }
}

TEST(Panels, LayersAreListedOnlyWhereThereAreMaps) {
  const std::vector<bool> parts(drawn_parts().size(), true);
  const Sheet with = layer_panel(style(), 300.0, {Layer::sinr, true, parts}).placed(0.0, 1000.0, 1000.0);
  const Sheet without = layer_panel(style(), 300.0, {Layer::none, false, parts}).placed(0.0, 1000.0, 1000.0);
  EXPECT_EQ(with.buttons.size(), names_of(Layer{}).size() + parts.size());
  EXPECT_EQ(without.buttons.size(), 1 + parts.size());
  expect_texts_in_panels(with);
}

TEST(Panels, TheObjectsClausesAndLinksAreShown) {
  ObjectText object;
  object.kind = "5G site";
  object.id = "S-1";
  object.name = "North gate";
  object.fields = {{"Height, m", "35"}};
  object.named_by = {{"K1-Q3", "5G coverage", criteria::Status::missed, {"one", "two", "three", "four"}}};
  object.links = {{"L-1", "L-1  N-1 → N-2  fibre", false}};
  const Sheet sheet = object_panel(style(), 340.0, object, {500.0, 335.0, 12.0}).placed(0.0, 1000.0, 1000.0);
  for (const char* text : {"North gate", "35", "K1-Q3 5G coverage", "missed", "three", "and 1 more", "L-1"})
    EXPECT_TRUE(says(sheet, text)) << text;
  EXPECT_FALSE(says(sheet, "four"));
  ASSERT_EQ(sheet.buttons.size(), 1U);
  EXPECT_EQ(sheet.buttons[0].command, Command::link);
  expect_texts_in_panels(sheet);
}

TEST(Panels, WhatIfShowsBeforeAndAfter) {
  WhatIfText text;
  text.edits = {"S-1 moved", "S-2 moved", "L-4 switched off", "S-3 moved"};
  text.computing = true;
  const Sheet waiting = what_if_panel(style(), 320.0, text).placed(0.0, 1000.0, 1000.0);
  EXPECT_TRUE(says(waiting, "computing"));
  EXPECT_TRUE(says(waiting, "and 1 more"));
  EXPECT_FALSE(says(waiting, "S-1 moved"));
  text.computing = false;
  text.known = true;
  text.met_before = {26, 45};
  text.met_after = {25, 45};
  text.changes = {{"K1-Q3", "5G coverage", "5G 覆盖", "%", "%", criteria::Status::met, criteria::Status::missed, 98.46, 51.2}};
  const Sheet sheet = what_if_panel(style(), 320.0, text).placed(0.0, 1000.0, 1000.0);
  EXPECT_TRUE(says(sheet, "98.46 % → 51.2 %"));
  EXPECT_TRUE(says(sheet, "26 → 25 of 45"));
  expect_texts_in_panels(sheet);
  EXPECT_TRUE(says(what_if_panel(style(Language::zh), 320.0, text).placed(0.0, 1000.0, 1000.0), "未达到"));
}

TEST(Panels, TheHelpFitsIntoTheSmallestUsualWindow) {
  for (const Language language : {Language::en, Language::zh}) {
    PanelStyle look = style(language);
    look.unit = 0.76;
    const Sheet sheet = help_sheet(look, {0.0, 0.0, 1280.0, 720.0});
    const PixelBox& plate = sheet.panels.front();
    EXPECT_GE(plate.left, 0.0);
    EXPECT_GE(plate.bottom, 0.0);
    EXPECT_EQ(sheet.texts.size(), 1 + 2 * (help_of_looking().size() + help_of_working().size()));
    expect_texts_in_panels(sheet);
  }
}

TEST(Panels, SlidersHaveTheirKnobWhereTheyStand) {
  const PixelBox bar{100.0, 20.0, 600.0, phase_slider_height(style())};
  const Sheet phases = phase_slider(style(), bar, {"start", "2027 East", "2029"}, 1, false);
  EXPECT_TRUE(says(phases, "2027 East"));
  ASSERT_EQ(phases.buttons.size(), 1U);
  EXPECT_TRUE(phases.buttons[0].slider);
  const auto state = testing::hand_made_state();
  const Sheet time = time_slider(style(), {100.0, 20.0, 900.0, time_slider_height(style())}, *state->results, 150);
  for (const char* text : {"01-02 13:30", "load 1.15 MW", "PV 0.20 MW", "from the grid 5.00 MW", "TR-1"})
    EXPECT_TRUE(says(time, text)) << text;
  expect_texts_in_panels(phases);
  expect_texts_in_panels(time);
}

TEST(Panels, TheScaleIsARoundLengthThatFits) {
  for (double scale = 0.01; scale < 100.0; scale *= 1.7) {
    const Sheet sheet = scale_plate(style(), 1000.0, 20.0, scale);
    const auto& bar = std::get<Filled>(sheet.shapes.back()).area;
    EXPECT_LE(bar.width, 90.0 + 1e-9);
    EXPECT_GE(bar.width, 90.0 / 2.5 - 1e-9);
    expect_texts_in_panels(sheet);
  }
  EXPECT_TRUE(says(scale_plate(style(), 1000.0, 20.0, 1.0), "50 m"));
  EXPECT_TRUE(says(scale_plate(style(), 1000.0, 20.0, 12.0), "1 km"));
}

TEST(Panels, ValuesBearTheirUnitInTheLanguage) {
  const TargetChange change{"K", "", "", "家", "enterprises", criteria::Status::met, criteria::Status::met, 5.0, std::nullopt};
  EXPECT_EQ(value_with_unit(change, change.before, Language::en), "5 enterprises");
  EXPECT_EQ(value_with_unit(change, change.before, Language::zh), "5 家");
  EXPECT_EQ(value_with_unit(change, change.after, Language::zh), "–");
}

}  // namespace
}  // namespace parktwin::viz::window
