#include "viz/scene/scene.h"

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/scene/mesh_checks.h"

namespace parktwin::viz {
namespace {

TEST(Scene, HoldsThePartsOfThePark) {
  const Park park = testing::hand_made_park();
  const Results results = testing::hand_made_results(park);
  const Scene scene = build_scene(park, &results, {Layer::rsrp, Language::zh});
  EXPECT_EQ(scene.title, "手绘产业园");
  for (const char* name :
       {"ground", "park_ground", "roads", "water", "buildings", "pipe_galleries", "solar", "trees", "masts", "shadows", "boundary"}) {
    EXPECT_NE(testing::find_mesh(scene.meshes, name), nullptr) << name;
  }
  EXPECT_TRUE(scene.drape.has_value());
  EXPECT_FLOAT_EQ(scene.low[0], 0.0F);
  EXPECT_FLOAT_EQ(scene.high[0], 1600.0F);
  EXPECT_GT(scene.high[2], 30.0F);
}

TEST(Scene, WithoutResultsTheLayerIsNone) {
  const Park park = testing::hand_made_park();
  const Scene scene = build_scene(park, nullptr, {Layer::rsrp, Language::en});
  EXPECT_FALSE(scene.drape.has_value());
  EXPECT_NE(scene.subtitle.find("Buildings and land use"), std::string::npos);
  EXPECT_EQ(scene.title, "Hand-made Park");
  EXPECT_FALSE(scene.legends.empty());
}

TEST(Scene, SameInputSameScene) {
  const Park park = testing::hand_made_park();
  const Scene a = build_scene(park, nullptr, {});
  const Scene b = build_scene(park, nullptr, {});
  ASSERT_EQ(a.meshes.size(), b.meshes.size());
  for (std::size_t i = 0; i < a.meshes.size(); ++i) {
    EXPECT_EQ(a.meshes[i].triangles, b.meshes[i].triangles);
    ASSERT_EQ(a.meshes[i].vertices.size(), b.meshes[i].vertices.size());
    for (std::size_t v = 0; v < a.meshes[i].vertices.size(); ++v)
      EXPECT_EQ(a.meshes[i].vertices[v].position, b.meshes[i].vertices[v].position);
  }
}

TEST(Scene, AnEmptyParkIsDrawnAsGround) {
  const Scene scene = build_scene(Park{}, nullptr, {});
  EXPECT_NE(testing::find_mesh(scene.meshes, "ground"), nullptr);
  EXPECT_TRUE(scene.labels.empty());
  EXPECT_LT(scene.low[0], scene.high[0]);
}

}  // namespace
}  // namespace parktwin::viz
