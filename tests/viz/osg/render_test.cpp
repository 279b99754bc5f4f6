#include "viz/osg/render.h"

#include <gtest/gtest.h>

#include <osgDB/ReadFile>

#include "engine/core/errors.h"
#include "tests/viz/osg/pictures.h"
#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz {
namespace {

RenderOptions small() {
  RenderOptions options;
  options.width = 480;
  options.height = 270;
  return options;
}

TEST(Render, WritesAPngOfTheWantedSizeForEveryLayerAndView) {
  const testing::Folder folder("render-size");
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park, 10.0);
  for (const auto& [layer, layer_name] : names_of(Layer{})) {
    RenderOptions options = small();
    options.view = layer == Layer::rsrp ? View::centre : layer == Layer::sinr ? View::plan : View::overview;
    const auto file = folder / (std::string(layer_name) + ".png");
    render_png(build_scene(park, &results, {layer, Language::zh}), options, file);
    const osg::ref_ptr<osg::Image> image = osgDB::readRefImageFile(file.string());
    ASSERT_TRUE(image.valid()) << layer_name;
    EXPECT_EQ(image->s(), 480);
    EXPECT_EQ(image->t(), 270);
  }
}

TEST(Render, SaysNothingOnStderr) {
  const testing::Folder folder("render-quiet");
  ::testing::internal::CaptureStderr();
  render_png(build_scene(testing::hand_made_park(), nullptr, {}), small(), folder / "a.png");
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST(Render, AnUnwritablePathThrowsAndLeavesNothing) {
  const testing::Folder folder("render-unwritable");
  const Scene scene = build_scene(Park{}, nullptr, {});
  EXPECT_THROW(render_png(scene, small(), folder / "no/such/folder/a.png"), OutputError);
  EXPECT_TRUE(folder.empty());
}

}  // namespace
}  // namespace parktwin::viz
