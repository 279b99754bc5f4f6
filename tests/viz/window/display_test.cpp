#include "viz/window/display.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/viz/window/desk_stage.h"

namespace parktwin::viz::window {
namespace {

using testing::hand_made_state;

std::shared_ptr<const Mesh> mesh_of(const Display& display, const std::string& name) {
  const auto found = std::find_if(display.meshes.begin(), display.meshes.end(), [&](const auto& mesh) { return mesh->name == name; });
  return found == display.meshes.end() ? nullptr : *found;
}

TEST(Display, HoldsTheSceneAndItsMap) {
  const auto state = hand_made_state();
  const Display display = make_display(state, Layer::rsrp, Language::en);
  const Scene scene = build_scene(state->park, state->results.get(), {Layer::rsrp, Language::en});
  ASSERT_TRUE(display.drape);
  EXPECT_EQ(display.drape->pixels, scene.drape->pixels);
  EXPECT_EQ(display.scene.title, "Hand-made Park");
  EXPECT_EQ(display.meshes.size(), scene.meshes.size());
  EXPECT_NE(mesh_of(display, "masts"), nullptr);
}

TEST(Display, AnotherMapIsThatOfAScenePaintedAnew) {
  const auto state = hand_made_state();
  const Display first = make_display(state, Layer::rsrp, Language::zh);
  const Display other = with_map(first, state, Layer::sinr, Language::zh);
  const Scene anew = build_scene(state->park, state->results.get(), {Layer::sinr, Language::zh});
  EXPECT_EQ(other.drape->pixels, anew.drape->pixels);
  EXPECT_EQ(other.scene.subtitle, anew.subtitle);
  ASSERT_EQ(other.scene.legends.size(), anew.legends.size());
  for (std::size_t i = 0; i < anew.legends.size(); ++i) {
    EXPECT_EQ(other.scene.legends[i].title, anew.legends[i].title);
    EXPECT_EQ(other.scene.legends[i].entries.size(), anew.legends[i].entries.size());
  }
  EXPECT_EQ(mesh_of(other, "buildings"), mesh_of(first, "buildings"));
}

TEST(Display, OnlyMovedMastsAreMadeAnew) {
  const auto state = hand_made_state();
  const Display first = make_display(state, Layer::rsrp, Language::en);
  State moved = *state;
  auto sites = moved.park.radio_sites->records();
  sites[0].position.x += 40.0;
  moved.park.radio_sites = parktwin::Part<Table<RadioSite>>(Table<RadioSite>(std::move(sites)));
  const Display other = with_map(first, std::make_shared<const State>(moved), Layer::rsrp, Language::en);
  EXPECT_NE(mesh_of(other, "masts"), mesh_of(first, "masts"));
  EXPECT_NEAR(mesh_of(other, "masts")->vertices[0].position[0], mesh_of(first, "masts")->vertices[0].position[0] + 40.0, 1e-3);
  EXPECT_EQ(mesh_of(other, "trees"), mesh_of(first, "trees"));
}

TEST(Display, AParkWithoutARunHasNoMap) {
  const Display display = make_display(hand_made_state(false), Layer::rsrp, Language::en);
  EXPECT_EQ(display.layer, Layer::none);
  EXPECT_FALSE(display.drape);
}

TEST(Display, EveryPartNamesMeshesOfItsOwn) {
  EXPECT_EQ(part_of("ground"), std::nullopt);
  EXPECT_EQ(part_of("pipe_galleries"), part_of("buildings"));
  EXPECT_EQ(part_of("ducts"), part_of("power_lines"));
  EXPECT_TRUE(buried("network_nodes"));
  EXPECT_FALSE(drawn_parts()[*part_of("ducts")].at_first);
}

}  // namespace
}  // namespace parktwin::viz::window
