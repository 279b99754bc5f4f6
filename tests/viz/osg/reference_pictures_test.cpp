// Pictures of the hand-made park against those in reference/, which were looked at: what moves, goes or changes its colour is found here.
// A wanted change: look at the picture the failure names, then put it in the place of the old one.
#include <gtest/gtest.h>

#include <fstream>
#include <osgDB/ReadFile>

#include "engine/core/whole_file.h"
#include "tests/viz/osg/pictures.h"
#include "tests/viz/scene/hand_made_park.h"
#include "viz/osg/split.h"
#include "viz/osg/still.h"

namespace parktwin::viz {
namespace {

struct Likeness {
  double mean = 255.0;  ///< of all channels' differences
  double other = 1.0;   ///< share of pixels of another colour
};

Likeness likeness(const Picture& picture, const std::string& file) {
  const osg::ref_ptr<osg::Image> image = osgDB::readRefImageFile(file);
  if (!image.valid() || image->s() != picture.width || image->t() != picture.height) return {};
  double sum = 0.0;
  double other = 0.0;
  for (int row = 0; row < picture.height; ++row) {
    for (int column = 0; column < picture.width; ++column) {
      const unsigned char* wanted = image->data(static_cast<unsigned>(column), static_cast<unsigned>(picture.height - 1 - row));
      const int difference = testing::difference(picture.at(column, row), {wanted[0], wanted[1], wanted[2]});
      sum += difference / 3.0;
      other += difference > 90 ? 1.0 : 0.0;
    }
  }
  const double pixels = static_cast<double>(picture.width) * picture.height;
  return {sum / pixels, other / pixels};
}

void expect_like(const std::string& name, const Picture& picture) {
  const std::string file = std::string(PARKTWIN_SOURCE_DIR) + "/tests/viz/osg/reference/" + name + ".png";
  const Likeness like = likeness(picture, file);
  if (like.mean < 1.5 && like.other < 0.004) return;
  const auto kept = std::filesystem::temp_directory_path() / ("parktwin-" + name + ".png");
  write_whole(encode_png(picture), kept);
  ADD_FAILURE() << name << " differs: by " << like.mean << " on average, " << 100.0 * like.other << " % of its pixels; now it is " << kept;
}

RenderOptions small(View view) {
  RenderOptions options;
  options.width = 640;
  options.height = 360;
  options.view = view;
  return options;
}

TEST(ReferencePictures, TheHandMadeParkLooksAsItDid) {
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park);
  const auto draw = [&](const SceneOptions& options, View view) { return Still(build_scene(park, &results, options), small(view)).draw(); };
  expect_like("signal", draw({Layer::rsrp, Language::en}, View::overview));
  expect_like("unserved", draw({Layer::unserved, Language::zh}, View::plan));
  expect_like("park", draw({Layer::none, Language::zh}, View::centre));
  SceneOptions below{Layer::none, Language::en};
  below.underground = true;
  expect_like("below", draw(below, View::overview));
  SceneOptions section{Layer::none, Language::en};
  section.section = Section{Side::south, 0.4};
  expect_like("section", draw(section, View::overview));
  SceneOptions evening{Layer::none, Language::en};
  evening.sun = {250.0, 14.0};
  evening.shadows_on_buildings = true;
  expect_like("evening", draw(evening, View::centre));
  const Scene left = build_scene(park, &results, {Layer::sinr, Language::en});
  const Scene right = build_scene(park, &results, {Layer::best_server, Language::en});
  expect_like("split", split_picture(left, right, small(View::overview)));
}

// The yardstick itself: a picture is unlike one whose map has another colour.
TEST(ReferencePictures, AnotherMapIsFound) {
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park);
  const Picture other = Still(build_scene(park, &results, {Layer::sinr, Language::en}), small(View::overview)).draw();
  const Likeness like = likeness(other, std::string(PARKTWIN_SOURCE_DIR) + "/tests/viz/osg/reference/signal.png");
  EXPECT_GT(like.mean, 1.5);
  EXPECT_GT(like.other, 0.004);
}

}  // namespace
}  // namespace parktwin::viz
