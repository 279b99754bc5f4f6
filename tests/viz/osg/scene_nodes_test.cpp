#include "viz/osg/scene_nodes.h"

#include <gtest/gtest.h>

#include <osg/Geometry>
#include <osg/Texture2D>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz {
namespace {

TEST(SceneNodes, OneBufferPerMeshWithAllItsTriangles) {
  const Park park = testing::hand_made_park();
  const Scene scene = build_scene(park, nullptr, {});
  const auto root = scene_nodes(scene);
  ASSERT_EQ(root->getNumChildren(), scene.meshes.size() + 1);  // and the sun
  for (std::size_t i = 0; i < scene.meshes.size(); ++i) {
    const osg::Geometry* geometry = root->getChild(static_cast<unsigned>(i) + 1)->asGeometry();
    ASSERT_NE(geometry, nullptr);
    EXPECT_EQ(geometry->getName(), scene.meshes[i].name);
    EXPECT_TRUE(geometry->getUseVertexBufferObjects());
    EXPECT_EQ(geometry->getPrimitiveSet(0)->getNumIndices(), scene.meshes[i].triangles.size());
    EXPECT_EQ(geometry->getVertexArray()->getNumElements(), scene.meshes[i].vertices.size());
  }
}

TEST(SceneNodes, DrapeCoversItsFrame) {
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park);
  const Scene scene = build_scene(park, &results, {Layer::sinr, Language::en});
  const auto root = scene_nodes(scene);
  const osg::Geometry* drape = root->getChild(2)->asGeometry();  // after sun and ground
  const auto* texture = dynamic_cast<const osg::Texture2D*>(drape->getStateSet()->getTextureAttribute(0, osg::StateAttribute::TEXTURE));
  ASSERT_NE(texture, nullptr);
  EXPECT_EQ(texture->getImage()->s(), scene.drape->frame.columns);
  EXPECT_EQ(texture->getImage()->t(), scene.drape->frame.rows);
  const auto* positions = dynamic_cast<const osg::Vec3Array*>(drape->getVertexArray());
  const auto* coordinates = dynamic_cast<const osg::Vec2Array*>(drape->getTexCoordArray(0));
  for (std::size_t i = 0; i < positions->size(); i += 97) {
    const double column = static_cast<double>((*coordinates)[i].x()) * scene.drape->frame.columns;
    EXPECT_NEAR(scene.drape->frame.origin.x + column * scene.drape->frame.cell_size, (*positions)[i].x(), 0.05);
  }
}

TEST(SceneNodes, TheMapIsDrawnWhereItShowsSomething) {
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park);
  Scene scene = build_scene(park, &results, {Layer::sinr, Language::en});
  const Mesh& ground = scene.meshes.front();
  const GridFrame& frame = scene.drape->frame;
  for (auto& pixel : scene.drape->pixels) pixel = {0, 0, 0, 0};
  const std::int32_t column = frame.columns / 3;
  const std::int32_t row = frame.rows / 2;
  scene.drape->pixels[frame.index(column, row)] = {10, 20, 30, 255};
  const Point at = frame.centre(column, row);
  const auto node = drape_node(ground, *scene.drape);
  const osg::Geometry* drape = node->asGeometry();
  const auto* positions = dynamic_cast<const osg::Vec3Array*>(drape->getVertexArray());
  const auto* triangles = dynamic_cast<const osg::DrawElementsUInt*>(drape->getPrimitiveSet(0));
  ASSERT_NE(triangles, nullptr);
  EXPECT_LT(triangles->size(), ground.triangles.size());
  double around = 0.0;  // signed areas of what the pixel makes with the sides: all alike only in the triangle that holds it
  for (std::size_t i = 0; i + 2 < triangles->size(); i += 3) {
    const auto turn = [&](std::size_t one, std::size_t other) {
      const osg::Vec3& a = (*positions)[(*triangles)[i + one]];
      const osg::Vec3& b = (*positions)[(*triangles)[i + other]];
      return (b.x() - at.x) * (a.y() - at.y) - (a.x() - at.x) * (b.y() - at.y) <= 0.0;
    };
    around += turn(0, 1) && turn(1, 2) && turn(2, 0) ? 1.0 : 0.0;
  }
  EXPECT_GE(around, 1.0);
}

}  // namespace
}  // namespace parktwin::viz
