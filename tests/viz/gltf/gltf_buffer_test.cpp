#include "viz/gltf/gltf_buffer.h"

#include "tests/viz/gltf/glb.h"

namespace parktwin::viz {
namespace {

Mesh two_triangles() {
  Mesh mesh;
  mesh.name = "two";
  for (int i = 0; i < 6; ++i) {
    mesh.vertices.push_back({{static_cast<float>(i), static_cast<float>(i * i), -1.0F}, {0.0F, 0.0F, 2.0F}});
    mesh.colours.push_back({0.0F, 0.5F, 1.0F, 0.25F});
  }
  mesh.triangles = {0, 1, 2, 3, 4, 5};
  return mesh;
}

TEST(GltfBuffer, APartHoldsItsOwnVerticesAlone) {
  tinygltf::Model model;
  GltfBuffer buffer(model);
  const tinygltf::Primitive primitive = buffer.add(two_triangles(), {1, 2}, 7);
  EXPECT_EQ(primitive.material, 7);
  const auto& positions = model.accessors.at(static_cast<std::size_t>(primitive.attributes.at("POSITION")));
  EXPECT_EQ(positions.count, 3U);
  EXPECT_EQ(positions.minValues, (std::vector<double>{3.0, 9.0, -1.0}));
  EXPECT_EQ(positions.maxValues, (std::vector<double>{5.0, 25.0, -1.0}));
  EXPECT_EQ(model.accessors.at(static_cast<std::size_t>(primitive.indices)).componentType, TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT);
  for (std::uint16_t i = 0; i < 3; ++i) EXPECT_EQ((testing::element<std::uint16_t, 1>(model, primitive.indices, i)[0]), i);
  EXPECT_EQ((testing::element<float, 3>(model, primitive.attributes.at("NORMAL"), 0)), (std::array<float, 3>{0.0F, 0.0F, 1.0F}));
  const auto colour = testing::element<std::uint16_t, 4>(model, primitive.attributes.at("COLOR_0"), 2);
  EXPECT_EQ(colour[0], 0);
  EXPECT_NEAR(colour[1] / 65535.0, 0.2140411, 1e-5);  // IEC 61966-2-1 of 0.5
  EXPECT_EQ(colour[2], 65535);
  EXPECT_EQ(colour[3], 16384);
}

TEST(GltfBuffer, ManyVerticesHaveWideIndices) {
  Mesh mesh;
  constexpr std::uint32_t count = 65537;
  mesh.vertices.resize(count);
  mesh.colours.resize(count);
  mesh.triangles = {0, 1, count - 1, 5, 6, 7};
  tinygltf::Model model;
  GltfBuffer buffer(model);
  const tinygltf::Primitive wide = buffer.add(mesh, {0, 1}, 0);
  EXPECT_EQ(model.accessors.at(static_cast<std::size_t>(wide.indices)).componentType, TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT);
  EXPECT_EQ((testing::element<std::uint32_t, 1>(model, wide.indices, 2)[0]), count - 1);
}

TEST(GltfBuffer, ViewsBeginAtMultiplesOfFour) {
  tinygltf::Model model;
  GltfBuffer buffer(model);
  const std::string odd = "12345";
  static_cast<void>(buffer.add_bytes(odd));
  const std::array<std::array<float, 2>, 1> coordinate{{{0.25F, 0.75F}}};
  const int accessor = buffer.add_coordinates(coordinate);
  EXPECT_EQ(model.bufferViews.at(1).byteOffset % 4, 0U);
  EXPECT_EQ((testing::element<float, 2>(model, accessor, 0)), coordinate[0]);
}

}  // namespace
}  // namespace parktwin::viz
