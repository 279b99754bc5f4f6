#include "viz/osg/head_up.h"

#include <gtest/gtest.h>

#include <utility>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz {
namespace {

TEST(HeadUp, RoundLengthsAreOneTwoOrFive) {
  EXPECT_DOUBLE_EQ(round_length(730.0), 500.0);
  EXPECT_DOUBLE_EQ(round_length(499.0), 200.0);
  EXPECT_DOUBLE_EQ(round_length(1.9), 1.0);
  EXPECT_DOUBLE_EQ(round_length(2000.0), 2000.0);
}

TEST(HeadUp, LegendPanelHoldsItsTextsWithinThePicture) {
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park);
  for (const Layer layer : {Layer::none, Layer::rsrp, Layer::unserved}) {
    const Scene scene = build_scene(park, &results, {layer, Language::en});
    for (const auto& [width, height] : {std::pair{1920, 1080}, {3840, 2160}, {1280, 720}}) {
      RenderOptions options;
      options.width = width;
      options.height = height;
      const Canvas canvas(width, height);
      const PixelBox panel = legend_panel(canvas, scene, options);
      EXPECT_GT(panel.left, 0.0);
      EXPECT_LT(panel.right(), 0.35 * width);
      EXPECT_LT(panel.top(), 0.9 * height);
      for (const Legend& legend : scene.legends) EXPECT_LT(canvas.text_width(legend.title, 19.0 * pixel_scale(options)), panel.width);
      options.view = View::plan;
      EXPECT_GT(margins_of(canvas, scene, options).left, panel.right());
    }
  }
}

TEST(HeadUp, OnlyThePlanHasAScaleBar) {
  Scene scene;  // no labels, no legends: only title, arrow and bar differ
  scene.title = "Park";
  scene.high = {1000.0F, 800.0F, 10.0F};
  const auto texts = [&](View view) {
    RenderOptions options;
    options.view = view;
    Canvas canvas(options.width, options.height);
    draw_head_up(canvas, scene, options, camera_view(scene, options, margins_of(canvas, scene, options), {}));
    return canvas.node()->asGroup()->getChild(1)->asGroup()->getNumChildren();
  };
  EXPECT_EQ(texts(View::overview), 2U);  // title and N
  EXPECT_EQ(texts(View::plan), 4U);      // and the two ends of the bar
}

}  // namespace
}  // namespace parktwin::viz
