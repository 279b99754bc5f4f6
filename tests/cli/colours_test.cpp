// The same field at the same place has the same colour in a picture, in the glTF file and on the page.
#include <gtest/gtest.h>

#include "tests/viz/gltf/glb.h"
#include "tests/viz/osg/pictures.h"
#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/twin/unpacking.h"
#include "viz/gltf/gltf.h"
#include "viz/osg/camera_view.h"
#include "viz/osg/still.h"
#include "viz/scene/map_drape.h"
#include "viz/twin/packed_map.h"

namespace parktwin::viz {
namespace {

constexpr int width = 1600;
constexpr int height = 900;

using Pixel = std::array<std::uint8_t, 4>;

/// A map from above, and the same picture with a map that is clear everywhere.
struct Pictures {
  Picture with_map;
  Picture without;
  CameraView camera;
};

Pictures pictures_of(const Scene& scene) {
  RenderOptions options;
  options.width = width;
  options.height = height;
  options.view = View::plan;
  options.labels = false;
  Scene clear = scene;
  std::fill(clear.drape->pixels.begin(), clear.drape->pixels.end(), Pixel{0, 0, 0, 0});
  Still still(scene, options);
  still.show_head_up(false);
  Still blank(clear, options);
  blank.show_head_up(false);
  return {still.draw(), blank.draw(), still.camera()};
}

/// Nothing lies over the map there, and the cells around have its colour, so that no smoothing mixes in another.
bool open_and_even(const Scene& scene, const Park& park, Point at) {
  const GridFrame& frame = scene.drape->frame;
  const Pixel& here = scene.drape->pixels[frame.index(frame.column_of(at.x), frame.row_of(at.y))];
  for (std::int32_t column = -2; column <= 2; ++column) {
    for (std::int32_t row = -2; row <= 2; ++row) {
      const auto index = frame.index(frame.column_of(at.x) + column, frame.row_of(at.y) + row);
      if (testing::difference({here[0], here[1], here[2]},
                              {scene.drape->pixels[index][0], scene.drape->pixels[index][1], scene.drape->pixels[index][2]}) > 12 ||
          scene.drape->pixels[index][3] != here[3])
        return false;
    }
  }
  for (const Building& building : *park.buildings) {
    const Box box = bounds(building.footprint);
    if (at.x > box.low.x - 60.0 && at.x < box.high.x + 60.0 && at.y > box.low.y - 60.0 && at.y < box.high.y + 60.0) return false;
  }
  return here[3] > 0;
}

/// No line of a zone's edge runs over the map nearby.
bool plain_around(const Picture& picture, int column, int row) {
  if (column < 8 || row < 8 || column >= width - 8 || row >= height - 8) return false;
  for (int across = -6; across <= 6; ++across) {
    for (int down = -6; down <= 6; ++down) {
      if (testing::difference(picture.at(column, row), picture.at(column + across, row + down)) > 9) return false;
    }
  }
  return true;
}

TEST(Colours, OfAFieldAreThoseOfTheMapInPictureGltfAndPage) {
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park);
  RenderOptions options;
  options.width = width;
  options.height = height;
  int compared = 0;
  for (const Layer layer : {Layer::rsrp, Layer::sinr, Layer::best_server, Layer::unserved}) {
    const Scene scene = build_scene(park, &results, {layer, Language::en});
    ASSERT_TRUE(scene.drape);
    const GridFrame& frame = scene.drape->frame;
    const Pictures drawn = pictures_of(scene);
    const tinygltf::Model model = testing::model_in(glb_of(scene, park));
    const tinygltf::Image& image = model.images.at(0);
    const twin::Packed packed = twin::packed_map(twin::numbered_map(*scene.drape, layer, 100000));
    const auto numbers = twin::testing::read_map(packed.head, packed.bytes);
    for (double x = 40.0; x < 1600.0; x += 22.0) {
      for (double y = 40.0; y < 1000.0; y += 22.0) {
        const Point at = frame.centre(frame.column_of(x), frame.row_of(y));
        if (!open_and_even(scene, park, at)) continue;
        const auto index = frame.index(frame.column_of(x), frame.row_of(y));
        const Pixel& field = scene.drape->pixels[index];
        const auto in_gltf = static_cast<std::size_t>(image.height - 2 - frame.row_of(y)) * static_cast<std::size_t>(image.width) +
                             static_cast<std::size_t>(frame.column_of(x) + 1);  // a clear rim around
        const twin::Json& on_page = packed.head["colours"].at(numbers[index]);
        const osg::Vec3d seen = to_pixels(drawn.camera, options, {at.x, at.y, 0.5});
        const int column = static_cast<int>(seen.x());
        const int row = height - 1 - static_cast<int>(seen.y());
        for (std::size_t k = 0; k < 4; ++k) {
          ASSERT_EQ(image.image.at(4 * in_gltf + k), field[k]) << name_of(layer) << " at " << at.x << ", " << at.y;
          ASSERT_EQ(on_page[k].get<int>(), field[k]) << name_of(layer) << " at " << at.x << ", " << at.y;
        }
        if (!plain_around(drawn.without, column, row)) continue;
        for (std::size_t k = 0; k < 3; ++k) {
          const double below = drawn.without.at(column, row)[k];
          const double expected = below + (field[k] - below) * field[3] / 255.0;
          ASSERT_NEAR(drawn.with_map.at(column, row)[k], expected, 7.0) << name_of(layer) << " at " << at.x << ", " << at.y;
        }
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 200);
}

}  // namespace
}  // namespace parktwin::viz
