#include "viz/scene/legends.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz {
namespace {

bool names(const std::vector<Legend>& legends, const std::string& text) {
  return std::any_of(legends.begin(), legends.end(), [&](const Legend& legend) {
    return std::any_of(legend.entries.begin(), legend.entries.end(), [&](const LegendEntry& entry) { return entry.text == text; });
  });
}

struct Pictured {
  Park park = testing::hand_made_park();
  Results results = testing::hand_made_results(park);
  [[nodiscard]] Scene scene(Layer layer, Language language) const { return build_scene(park, &results, {layer, language}); }
};

TEST(Legends, ScalesHaveUnitsAndRunFromHighToLow) {
  const Scene scene = Pictured().scene(Layer::rsrp, Language::en);
  const Legend& scale = scene.legends.front();
  EXPECT_NE(scale.title.find("dBm"), std::string::npos);
  EXPECT_TRUE(scale.continuous);
  ASSERT_EQ(scale.entries.size(), 8U);
  EXPECT_EQ(scale.entries.front().text, "≥ −50");
  EXPECT_EQ(scale.entries.back().text, "≤ −120");
  EXPECT_TRUE(names(scene.legends, "Unserved public area"));
  EXPECT_TRUE(names(scene.legends, "No signal"));
  EXPECT_NE(Pictured().scene(Layer::sinr, Language::en).legends.front().title.find("(dB)"), std::string::npos);
}

TEST(Legends, SpeakTheLanguageAndNameOnlyWhatIsThere) {
  const Scene scene = Pictured().scene(Layer::none, Language::zh);
  EXPECT_TRUE(names(scene.legends, "厂房"));
  EXPECT_TRUE(names(scene.legends, "水面"));
  EXPECT_TRUE(names(scene.legends, "停用的 5G 基站"));
  EXPECT_FALSE(names(scene.legends, "地块"));  // the hand-made park has no parcels
  EXPECT_FALSE(names(scene.legends, "Factory"));
}

TEST(Legends, SubtitleSaysLayerResolutionAndDate) {
  const Scene scene = Pictured().scene(Layer::rsrp, Language::en);
  EXPECT_NE(scene.subtitle.find("RSRP"), std::string::npos);
  EXPECT_NE(scene.subtitle.find("4 m grid"), std::string::npos);
  EXPECT_NE(scene.subtitle.find("2026-06-30"), std::string::npos);
  EXPECT_EQ(Pictured().scene(Layer::none, Language::en).subtitle.find("grid"), std::string::npos);
}

}  // namespace
}  // namespace parktwin::viz
