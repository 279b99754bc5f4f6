#include "viz/scene/underground.h"

#include "tests/viz/scene/hand_made_park.h"
#include "tests/viz/scene/mesh_checks.h"

namespace parktwin::viz {
namespace {

Park with_duct() {
  Park park = testing::hand_made_park();
  Duct duct;
  duct.id = "D-1";
  duct.path.points = {{100.0, 100.0}, {1500.0, 100.0}};
  park.ducts = Part<Table<Duct>>(Table<Duct>({duct}));
  return park;
}

SceneOptions below(Layer layer, Language language) {
  SceneOptions options{layer, language};
  options.underground = true;
  return options;
}

TEST(Underground, LandAndBuildingsAreVeilsAndBuriedThingsSolid) {
  const Park park = with_duct();
  const Scene scene = build_scene(park, nullptr, below(Layer::none, Language::en));
  for (const char* name : {"ground", "park_ground", "roads", "buildings", "solar"}) {
    const Mesh* mesh = testing::find_mesh(scene.meshes, name);
    ASSERT_NE(mesh, nullptr) << name;
    EXPECT_TRUE(mesh->veil) << name;
    EXPECT_NEAR(mesh->colours.front().alpha, veil_opacity, 1e-6) << name;
  }
  for (const char* name : {"ducts", "masts"}) {
    const Mesh* mesh = testing::find_mesh(scene.meshes, name);
    ASSERT_NE(mesh, nullptr) << name;
    EXPECT_FALSE(mesh->veil) << name;
  }
  for (const char* name : {"trees", "shadows"}) EXPECT_EQ(testing::find_mesh(scene.meshes, name), nullptr) << name;
}

TEST(Underground, TheMapThinsAndTheLegendNamesWhatIsBuried) {
  const Park park = with_duct();
  const Results results = testing::hand_made_results(park);
  const Scene plain = build_scene(park, &results, {Layer::sinr, Language::zh});
  const Scene scene = build_scene(park, &results, below(Layer::sinr, Language::zh));
  for (std::size_t i = 0; i < plain.drape->pixels.size(); i += 101) {
    EXPECT_NEAR(scene.drape->pixels[i][3], plain.drape->pixels[i][3] * map_veil_share, 1.0);
    EXPECT_EQ(scene.drape->pixels[i][0], plain.drape->pixels[i][0]);
  }
  std::string words;
  for (const Legend& legend : scene.legends)
    for (const LegendEntry& entry : legend.entries) words += entry.text + "|";
  EXPECT_NE(words.find("通信管道"), std::string::npos) << words;
  EXPECT_EQ(words.find("电力电缆"), std::string::npos) << "there is none";
  EXPECT_NE(scene.subtitle.find("地下视图"), std::string::npos);
}

}  // namespace
}  // namespace parktwin::viz
