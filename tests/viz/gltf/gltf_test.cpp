#include "viz/gltf/gltf.h"

#include "tests/viz/gltf/glb.h"
#include "tests/viz/scene/hand_made_park.h"
#include "viz/scene/colour_scale.h"

namespace parktwin::viz {
namespace {

using testing::element;
using testing::find_node;
using testing::model_in;

const tinygltf::Primitive& primitive_of(const tinygltf::Model& model, const tinygltf::Node& node) {
  return model.meshes.at(static_cast<std::size_t>(node.mesh)).primitives.at(0);
}

std::size_t triangles_in(const tinygltf::Model& model) {
  std::size_t triangles = 0;
  for (const auto& mesh : model.meshes) {
    for (const auto& primitive : mesh.primitives) triangles += model.accessors.at(static_cast<std::size_t>(primitive.indices)).count / 3;
  }
  return triangles;
}

TEST(Gltf, HoldsEveryTriangleOfTheSceneButItsShadows) {
  const Park park = testing::hand_made_park();
  const Scene scene = build_scene(park, nullptr, {});
  std::size_t expected = 0;
  for (const Mesh& mesh : scene.meshes) {
    if (mesh.name != "shadows") expected += mesh.triangles.size() / 3;
  }
  EXPECT_EQ(triangles_in(model_in(glb_of(scene, park))), expected);
}

TEST(Gltf, EveryBuildingIsAnObjectWithItsRecord) {
  const Park park = testing::hand_made_park();
  const tinygltf::Model model = model_in(glb_of(build_scene(park, nullptr, {}), park));
  for (const Building& building : *park.buildings) {
    const tinygltf::Node* node = find_node(model, building.id);
    ASSERT_NE(node, nullptr) << building.id;
    EXPECT_EQ(node->extras.Get("id").Get<std::string>(), building.id);
    EXPECT_EQ(node->extras.Get("height_m").GetNumberAsDouble(), building.height.value());
    EXPECT_EQ(node->extras.Get("use").Get<std::string>(), std::string(name_of(building.use)));
  }
}

// Bounds tell viewers what to draw and pick: they must be those of the object alone, around the building's own footprint.
TEST(Gltf, BoundsAreThoseOfTheObject) {
  const Park park = testing::hand_made_park();
  const tinygltf::Model model = model_in(glb_of(build_scene(park, nullptr, {}), park));
  for (const Building& building : *park.buildings) {
    const tinygltf::Node* node = find_node(model, building.id);
    ASSERT_NE(node, nullptr);
    const auto& accessor = model.accessors.at(static_cast<std::size_t>(primitive_of(model, *node).attributes.at("POSITION")));
    const Box box = bounds(MultiPolygon{{building.footprint}});
    EXPECT_NEAR(accessor.minValues.at(0), box.low.x, 1.5);
    EXPECT_NEAR(accessor.maxValues.at(1), box.high.y, 1.5);
    EXPECT_NEAR(accessor.maxValues.at(2) - accessor.minValues.at(2), building.height.value(), 12.0);
    for (std::size_t i = 0; i < accessor.count; ++i) {
      const auto at = element<float, 3>(model, primitive_of(model, *node).attributes.at("POSITION"), i);
      for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_GE(at[k], static_cast<float>(accessor.minValues[k]));
        EXPECT_LE(at[k], static_cast<float>(accessor.maxValues[k]));
      }
    }
  }
}

TEST(Gltf, TurnsTheSceneUpright) {
  const Park park = testing::hand_made_park();
  const tinygltf::Model model = model_in(glb_of(build_scene(park, nullptr, {}), park));
  const tinygltf::Node& root = model.nodes.at(static_cast<std::size_t>(model.scenes.at(0).nodes.at(0)));
  ASSERT_EQ(root.rotation.size(), 4U);
  const double x = root.rotation[0];
  const double w = root.rotation[3];
  // (0, 0, 1) turned by the quaternion (x, 0, 0, w).
  EXPECT_NEAR(-2.0 * x * w, 1.0, 1e-12);  // up
  EXPECT_NEAR(1.0 - 2.0 * x * x, 0.0, 1e-12);
}

TEST(Gltf, NormalsAreUnitVectorsAndColoursLinear) {
  const Park park = testing::hand_made_park();
  const Scene scene = build_scene(park, nullptr, {});
  const tinygltf::Model model = model_in(glb_of(scene, park));
  const tinygltf::Node* ground = find_node(model, "ground");
  ASSERT_NE(ground, nullptr);
  const tinygltf::Primitive& primitive = primitive_of(model, *ground);
  const auto mesh = std::find_if(scene.meshes.begin(), scene.meshes.end(), [](const Mesh& each) { return each.name == "ground"; });
  for (std::size_t i = 0; i < mesh->vertices.size(); i += 101) {
    const auto n = element<float, 3>(model, primitive.attributes.at("NORMAL"), i);
    EXPECT_NEAR(n[0] * n[0] + n[1] * n[1] + n[2] * n[2], 1.0F, 1e-5F);
    const auto light = element<std::uint16_t, 4>(model, primitive.attributes.at("COLOR_0"), i);
    const double value = light[1] / 65535.0;
    const double srgb = value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1.0 / 2.4) - 0.055;
    EXPECT_NEAR(srgb, static_cast<double>(mesh->colours[i].green), 1e-3);
  }
}

// What a viewer shows at a place of the map is the drape's colour of that cell.
TEST(Gltf, TheMapLiesWhereItsCellsAre) {
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park);
  const Scene scene = build_scene(park, &results, {Layer::sinr, Language::en});
  const tinygltf::Model model = model_in(glb_of(scene, park));
  const tinygltf::Node* map = find_node(model, "map");
  ASSERT_NE(map, nullptr);
  const tinygltf::Primitive& primitive = primitive_of(model, *map);
  const tinygltf::Image& image = model.images.at(0);
  ASSERT_EQ(image.component, 4);
  const GridFrame& frame = scene.drape->frame;
  std::size_t compared = 0;
  const std::size_t count = model.accessors.at(static_cast<std::size_t>(primitive.attributes.at("POSITION"))).count;
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = element<float, 3>(model, primitive.attributes.at("POSITION"), i);
    const auto uv = element<float, 2>(model, primitive.attributes.at("TEXCOORD_0"), i);
    const Point point{static_cast<double>(at[0]) + 1.1, static_cast<double>(at[1]) + 1.1};
    const std::int32_t column = frame.column_of(point.x);
    const std::int32_t row = frame.row_of(point.y);
    if (column < 0 || row < 0 || column >= frame.columns || row >= frame.rows) continue;
    // 1.1 m east and north, away from the edges of cells.
    const double u = static_cast<double>(uv[0]) * image.width + 1.1 / frame.cell_size;
    const double v = static_cast<double>(uv[1]) * image.height - 1.1 / frame.cell_size;
    const auto pixel = (static_cast<std::size_t>(v) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(u)) * 4;
    const auto& expected = scene.drape->pixels[frame.index(column, row)];
    for (std::size_t k = 0; k < 4; ++k) EXPECT_EQ(image.image.at(pixel + k), expected[k]) << point.x << " " << point.y;
    ++compared;
  }
  EXPECT_GT(compared, 200U);
}

TEST(Gltf, ExtrasSayWhatColoursMeanAndWhereThePartLies) {
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park);
  const Scene scene = build_scene(park, &results, {Layer::rsrp, Language::zh});
  const tinygltf::Model model = model_in(glb_of(scene, park));
  const tinygltf::Value& extras = model.scenes.at(0).extras;
  EXPECT_EQ(extras.Get("title").Get<std::string>(), scene.title);
  EXPECT_EQ(extras.Get("crs").Get<std::string>(), park.site->crs);
  ASSERT_EQ(extras.Get("legends").ArrayLen(), scene.legends.size());
  EXPECT_EQ(extras.Get("legends").Get(0).Get("title").Get<std::string>(), scene.legends[0].title);
}

TEST(Gltf, TheSameBytesAgain) {
  const Park park = testing::hand_made_park();
  const Scene scene = build_scene(park, nullptr, {});
  EXPECT_EQ(glb_of(scene, park), glb_of(scene, park));
}

}  // namespace
}  // namespace parktwin::viz
