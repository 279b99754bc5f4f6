#include "viz/osg/still.h"

#include <gtest/gtest.h>

#include <utility>

#include "tests/viz/osg/pictures.h"
#include "tests/viz/scene/hand_made_park.h"
#include "viz/scene/colour_scale.h"

namespace parktwin::viz {
namespace {

RenderOptions small(View view) {
  RenderOptions options;
  options.width = 640;
  options.height = 360;
  options.view = view;
  return options;
}

std::array<std::uint8_t, 3> bytes(const Colour& colour) {
  const auto rgba = to_bytes(colour);
  return {rgba[0], rgba[1], rgba[2]};
}

/// A red roof 40 m × 40 m on a white ground of 100 m × 100 m, seen from above.
Scene red_roof() {
  Scene scene;
  scene.background = rgb(0x0000FF);
  scene.high = {100.0F, 100.0F, 10.0F};
  const auto plate = [&](const char* name, float low, float high, float z, const Colour& colour) {
    Mesh mesh;
    mesh.name = name;
    for (const auto& [x, y] : {std::pair{low, low}, {high, low}, {high, high}, {low, high}})
      mesh.vertices.push_back({{x, y, z}, {0.0F, 0.0F, 1.0F}});
    mesh.colours.assign(4, colour);
    mesh.triangles = {0, 1, 2, 0, 2, 3};
    scene.meshes.push_back(mesh);
  };
  plate("ground", 0.0F, 100.0F, 0.0F, rgb(0xFFFFFF));
  plate("roof", 30.0F, 70.0F, 10.0F, rgb(0xFF0000));
  return scene;
}

TEST(Still, RoofGroundAndBackgroundAreWhereTheyBelong) {
  Still still(red_roof(), small(View::plan));
  const Picture picture = still.draw();
  ASSERT_EQ(picture.width, 640);
  ASSERT_EQ(picture.height, 360);
  // 100 m fill the height less margins; the park's middle is a little below the picture's.
  EXPECT_LE(testing::difference(picture.at(320, 195), {255, 0, 0}), 6);
  EXPECT_LE(testing::difference(picture.at(320, 250), {255, 0, 0}), 260);
  EXPECT_GT(testing::count_near(picture, {255, 0, 0}, 10), 40 * 40);
  EXPECT_GT(testing::count_near(picture, {255, 255, 255}, 10), 4 * testing::count_near(picture, {255, 0, 0}, 10));
  EXPECT_LE(testing::difference(picture.at(60, 180), {0, 0, 255}), 6);
}

TEST(Still, EdgesAreSmoothedWithSamples) {
  Scene scene = red_roof();
  for (Mesh& mesh : scene.meshes) {
    for (Vertex& v : mesh.vertices)
      v.position = {v.position[0] * 0.9F + v.position[1] * 0.1F, v.position[1] * 0.9F - v.position[0] * 0.1F, v.position[2]};
  }
  const auto mixed = [&](int samples) {
    RenderOptions options = small(View::plan);
    options.samples = samples;
    const Picture picture = Still(scene, options).draw();
    int count = 0;
    for (int row = 100; row < 300; ++row) {
      for (int column = 200; column < 440; ++column) {
        const auto p = picture.at(column, row);
        count += p[0] > 250 && p[1] > 20 && p[1] < 235 ? 1 : 0;
      }
    }
    return count;
  };
  EXPECT_GT(mixed(4), mixed(1) + 50);
}

TEST(Still, DrapeIsThereFromTheFirstPicture) {
  const Park park = testing::hand_made_park(false);
  const Results results = testing::hand_made_results(park);
  Still still(build_scene(park, &results, {Layer::rsrp, Language::en}), small(View::plan));
  const Picture first = still.draw();
  EXPECT_EQ(first.rgb, still.draw().rgb);
  EXPECT_GT(testing::count_near(first, bytes(rgb(0xE6007E)), 12), 300) << "unserved roads in the east";
}

TEST(Still, ChineseTitlesLeaveInkAndDiffer) {
  Scene scene = red_roof();
  scene.background = rgb(0xFFFFFF);
  RenderOptions options;
  options.width = 1280;
  options.height = 720;
  options.view = View::plan;
  scene.title = "园区";
  const Picture one = Still(scene, options).draw();
  scene.title = "网络";
  const Picture other = Still(scene, options).draw();
  EXPECT_GT(testing::count_near(one, {0, 0, 0}, 3 * 128, 0, 0, 100, 60), 60);
  int different = 0;
  for (int row = 0; row < 60; ++row) {
    for (int column = 0; column < 100; ++column) different += testing::difference(one.at(column, row), other.at(column, row)) > 150 ? 1 : 0;
  }
  EXPECT_GT(different, 60);
}

TEST(Still, OtherViewsOfTheSameSceneAndSeveralStillsSideBySide) {
  const Park park = testing::hand_made_park();
  const Scene scene = build_scene(park, nullptr, {});
  Still still(scene, small(View::overview));
  const Picture overview = still.draw();
  still.look_from(View::centre);
  const Picture centre = still.draw();
  EXPECT_NE(overview.rgb, centre.rgb);
  Still another(scene, small(View::centre));
  EXPECT_EQ(another.draw().rgb, centre.rgb);
  still.look_from(View::overview);
  EXPECT_EQ(still.draw().rgb, overview.rgb);
}

}  // namespace
}  // namespace parktwin::viz
