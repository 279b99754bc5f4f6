// Panels at the usual window sizes in both languages: none covers another, nothing leaves the picture, every text lies in its panel.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/viz/window/desk_stage.h"

namespace parktwin::viz::window {
namespace {

using testing::click;
using testing::hand_made_state;
using testing::inputs_of;
using testing::pixel_of_point;
using testing::surroundings;

bool overlap(const PixelBox& a, const PixelBox& b) {
  return a.left < b.right() && b.left < a.right() && a.bottom < b.top() && b.bottom < a.top();
}

void expect_clear(const Sheet& sheet, const Surroundings& around, int width, int height) {
  for (std::size_t i = 0; i < sheet.panels.size(); ++i) {
    const PixelBox& panel = sheet.panels[i];
    EXPECT_GE(panel.left, 0.0);
    EXPECT_GE(panel.bottom, 0.0);
    EXPECT_LE(panel.right(), width);
    EXPECT_LE(panel.top(), height);
    for (std::size_t j = i + 1; j < sheet.panels.size(); ++j) EXPECT_FALSE(overlap(panel, sheet.panels[j])) << i << " and " << j;
    for (const PixelBox& other : {around.title, around.legend, around.arrow})
      EXPECT_FALSE(overlap(panel, other)) << i << ": " << panel.left << " " << panel.bottom << " " << panel.width << " " << panel.height;
  }
  for (const Written& text : sheet.texts) {
    const double right = text.at.x + testing::text_width(text.text, text.size);
    EXPECT_TRUE(std::any_of(sheet.panels.begin(), sheet.panels.end(), [&](const PixelBox& panel) {
      return text.at.x >= panel.left && right <= panel.right() + 0.5 && text.at.y > panel.bottom && text.at.y < panel.top();
    })) << text.text;
    EXPECT_GE(text.size, 12.0) << text.text;
  }
}

/// Everything open at once.
DeskInputs crowded(Language language) {
  DeskInputs inputs = inputs_of(hand_made_state(), language);
  inputs.phases = {"start", "2027 East extension with a long name", "2029"};
  inputs.phase = 2;
  inputs.load_phase = [](std::size_t) { return hand_made_state(); };
  inputs.no_what_if.clear();
  inputs.follow = [](std::size_t) -> std::unique_ptr<FollowedRun> { throw std::runtime_error("not followed here"); };
  return inputs;
}

TEST(DeskSheet, NothingOverlapsAtUsualSizes) {
  for (const auto& [width, height] : {std::pair{1280, 720}, {1920, 1080}, {1366, 768}, {2560, 1440}}) {
    for (const Language language : {Language::en, Language::zh}) {
      SCOPED_TRACE(std::to_string(width) + (language == Language::zh ? " zh" : " en"));
      Desk desk(crowded(language), width, height);
      const auto around = surroundings(width, height);
      expect_clear(desk.lay_out(around), around, width, height);
      desk.key_down({'p'});
      const RadioSite& site = desk.display().state->park.radio_sites->records().front();
      click(desk, pixel_of_point(desk, {site.position.x, site.position.y, 36.0}));
      ASSERT_TRUE(desk.picked());
      desk.key_down({'x'});
      desk.say("A message that is long enough to need more than one line when everything else is open as well");
      expect_clear(desk.lay_out(around), around, width, height);
      desk.key_down({'t'});
      expect_clear(desk.lay_out(around), around, width, height);
    }
  }
}

TEST(DeskSheet, TheHelpStandsAlone) {
  Desk desk(crowded(Language::en), 1280, 720);
  desk.key_down({'h'});
  EXPECT_EQ(desk.lay_out(surroundings(1280, 720)).panels.size(), 1U);
  click(desk, {5.0, 5.0});  // a click anywhere puts it away
  EXPECT_GT(desk.lay_out(surroundings(1280, 720)).panels.size(), 1U);
}

TEST(DeskSheet, TheListOfLayersGoesAndComes) {
  Desk desk(crowded(Language::en), 1280, 720);
  const auto around = surroundings(1280, 720);
  const auto before = desk.lay_out(around).buttons.size();
  desk.key_down({'l'});
  EXPECT_LT(desk.lay_out(around).buttons.size(), before);
  desk.key_down({'l'});
  EXPECT_EQ(desk.lay_out(around).buttons.size(), before);
}

TEST(DeskSheet, TheMeasuredFiguresStayInSight) {
  Desk desk(crowded(Language::en), 1280, 720);
  desk.key_down({'m'});
  click(desk, pixel_of_point(desk, {30.0, 5.0, 0.5}));
  click(desk, pixel_of_point(desk, {1500.0, 5.0, 0.5}));
  desk.advance(100.0);
  const auto& texts = desk.lay_out(surroundings(1280, 720)).texts;
  EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [](const Written& text) { return text.text.starts_with("horizontal 14"); }));
}

}  // namespace
}  // namespace parktwin::viz::window
