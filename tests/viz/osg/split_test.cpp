#include "viz/osg/split.h"

#include <gtest/gtest.h>

#include "tests/viz/osg/pictures.h"
#include "tests/viz/scene/hand_made_park.h"
#include "viz/scene/colour_scale.h"

namespace parktwin::viz {
namespace {

RenderOptions small(View view) {
  RenderOptions options;
  options.width = 800;
  options.height = 400;
  options.view = view;
  return options;
}

TEST(Split, BothHalvesShowTheSamePlaceAtTheSamePixel) {
  const Park park = testing::hand_made_park();
  Scene scene = build_scene(park, nullptr, {});
  scene.labels.clear();
  for (const View view : {View::overview, View::plan}) {
    const Picture picture = split_picture(scene, scene, small(view));
    ASSERT_EQ(picture.width, 800);
    int different = 0;
    for (int row = 0; row < 400; ++row)
      for (int column = 0; column < 395; ++column) different += picture.at(column, row) != picture.at(400 + column, row) ? 1 : 0;
    EXPECT_LE(different, 400 * 4) << "but for the line between them";
  }
}

TEST(Split, EachHalfHasItsOwnMap) {
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park, 10.0);
  const Scene left = build_scene(park, nullptr, {});
  const Scene right = build_scene(park, &results, {Layer::unserved, Language::en});
  const Picture picture = split_picture(left, right, small(View::plan));
  EXPECT_LT(testing::count_near(picture, {0x3F, 0xA7, 0xA0}, 60, 0, 0, 400, 400), 50);
  EXPECT_GT(testing::count_near(picture, {0x3F, 0xA7, 0xA0}, 60, 400, 0, 800, 400), 500);
  EXPECT_EQ(testing::count_near(picture, {0x2E, 0x2E, 0x2E}, 0, 398, 0, 402, 400), 4 * 400);
}

}  // namespace
}  // namespace parktwin::viz
