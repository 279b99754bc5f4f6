#include "viz/scene/difference.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz {
namespace {

using Pixel = std::array<std::uint8_t, 4>;

// As difference_colour() of the page (viz/web/source/twin_model.js), evaluated by hand at these differences over 20 dB.
TEST(Difference, ColoursAreThoseOfThePage) {
  EXPECT_EQ(difference_pixel(0.0), (Pixel{255, 255, 255, 120}));
  EXPECT_EQ(difference_pixel(1.0), (Pixel{0, 90, 181, 220}));
  EXPECT_EQ(difference_pixel(-1.0), (Pixel{200, 80, 10, 220}));
  EXPECT_EQ(difference_pixel(0.25), (Pixel{128, 173, 218, 220}));
  EXPECT_EQ(difference_pixel(-3.0), difference_pixel(-1.0));
}

TEST(Difference, EveryCellShowsWhatTheSecondRunHasMore) {
  const Park park = testing::hand_made_park();
  const Results from = testing::hand_made_results(park, 10.0);
  Results to = from;
  const std::size_t first = from.radio.rsrp_dbm.frame.index(40, 30);
  for (std::size_t cell = first; cell < first + 4; ++cell) ASSERT_FALSE(std::isnan(from.radio.rsrp_dbm.values[cell]));
  to.radio.rsrp_dbm.values[first] += 20.0F;
  to.radio.rsrp_dbm.values[first + 1] -= 5.0F;
  to.radio.rsrp_dbm.values[first + 2] = std::numeric_limits<float>::quiet_NaN();
  const auto drape = difference_drape(from, to, Layer::rsrp);
  ASSERT_TRUE(drape.has_value());
  EXPECT_EQ(drape->pixels[first], difference_pixel(1.0));
  EXPECT_EQ(drape->pixels[first + 1], difference_pixel(-0.25));
  EXPECT_EQ(drape->pixels[first + 2][3], 0);
  EXPECT_EQ(drape->pixels[first + 3], difference_pixel(0.0));
}

TEST(Difference, LayersOfNamesAndMapsOfOtherCellsHaveNone) {
  const Park park = testing::hand_made_park();
  const Results a = testing::hand_made_results(park, 10.0);
  const Results b = testing::hand_made_results(park, 20.0);
  EXPECT_FALSE(difference_drape(a, a, Layer::best_server).has_value());
  EXPECT_FALSE(difference_drape(a, b, Layer::rsrp).has_value());
  EXPECT_FALSE(difference_drape(a, Results{}, Layer::rsrp).has_value());
}

TEST(Difference, TheLegendRunsFromMoreToLessWithItsUnit) {
  const Legend legend = difference_legend(Layer::throughput_down, Language::en);
  EXPECT_EQ(legend.title, "Difference (Mbit/s)");
  EXPECT_TRUE(legend.continuous);
  EXPECT_EQ(legend.entries.front().text, "≥ +400");
  EXPECT_EQ(legend.entries.back().text, "≤ −400");
  EXPECT_EQ(difference_legend(Layer::rsrp, Language::zh).title, "差值 (dB)");
}

TEST(Difference, ASceneOfTwoRunsHasItsMapAndLegend) {
  const Park park = testing::hand_made_park();
  const Results from = testing::hand_made_results(park);
  SceneOptions options{Layer::sinr, Language::en};
  options.before = &from;
  const Scene scene = build_scene(park, &from, options);
  ASSERT_TRUE(scene.drape.has_value());
  EXPECT_EQ(scene.legends.front().title, "Difference (dB)");
  EXPECT_NE(scene.subtitle.find("change"), std::string::npos);
}

}  // namespace
}  // namespace parktwin::viz
