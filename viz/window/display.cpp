#include "viz/window/display.h"

#include <algorithm>

#include "engine/core/check.h"
#include "viz/scene/buried_meshes.h"
#include "viz/scene/equipment_meshes.h"
#include "viz/scene/land_meshes.h"
#include "viz/scene/legends.h"
#include "viz/scene/map_drape.h"
#include "viz/scene/palette.h"

namespace parktwin::viz::window {
namespace {

double longer_side(const Park& park) {
  const Box extent = park_extent(park);
  return std::max(extent.high.x - extent.low.x, extent.high.y - extent.low.y);
}

/// Takes the map, and says what it means.
void set_map(Display& display, Drape drape, Language language) {
  const SceneOptions options{display.layer, language};
  Scene drawn;
  drawn.drape = std::move(drape);
  display.scene.legends = legends_of(display.state->park, drawn, Palette(true), options);
  display.scene.subtitle = subtitle_of(display.state->park, display.state->results.get(), options);
  display.drape = std::make_shared<const Drape>(std::move(*drawn.drape));
}

}  // namespace

const std::vector<Part>& drawn_parts() {
  static const std::vector<Part> parts{{"buildings", {"Buildings", "建筑"}},
                                       {"trees", {"Trees", "树木"}},
                                       {"shadows", {"Shadows", "阴影"}},
                                       {"solar", {"Photovoltaics", "光伏"}},
                                       {"masts", {"5G sites", "5G 基站"}},
                                       {"names", {"Names", "名称"}},
                                       {"buried", {"Below the ground", "地下管线"}, false}};
  return parts;
}

bool buried(const std::string& mesh) { return mesh == "ducts" || mesh == "power_lines" || mesh == "network_nodes"; }

std::optional<std::size_t> part_of(const std::string& mesh) {
  const std::string_view id = buried(mesh) ? "buried" : mesh == "pipe_galleries" ? "buildings" : std::string_view(mesh);
  const auto& parts = drawn_parts();
  const auto found = std::find_if(parts.begin(), parts.end(), [id](const Part& part) { return part.id == id; });
  if (found == parts.end()) return std::nullopt;
  return static_cast<std::size_t>(found - parts.begin());
}

Display make_display(std::shared_ptr<const State> state, Layer layer, Language language) {
  Display display;
  Scene scene = build_scene(state->park, state->results.get(), {layer, language});
  const Palette palette(scene.drape.has_value());
  const Ground ground = ground_under(state->park);
  const double side = longer_side(state->park);
  for (Mesh mesh : {duct_mesh(state->park, ground, palette, side), power_line_mesh(state->park, ground, palette, side),
                    network_node_mesh(state->park, ground, palette, side)}) {
    if (!mesh.triangles.empty()) scene.meshes.push_back(std::move(mesh));
  }
  display.layer = scene.drape ? layer : Layer::none;
  if (scene.drape) display.drape = std::make_shared<const Drape>(std::move(*scene.drape));
  scene.drape.reset();
  std::vector<Mesh> outline;
  for (Mesh& mesh : scene.meshes) {
    if (mesh.name == "park_ground") outline.push_back(mesh);
    display.meshes.push_back(std::make_shared<const Mesh>(std::move(mesh)));
  }
  scene.meshes = std::move(outline);
  display.scene = std::move(scene);
  display.state = std::move(state);
  return display;
}

Display with_map(const Display& display, std::shared_ptr<const State> state, Layer layer, Language language) {
  PARKTWIN_CHECK(display.drape && state->results, "a map takes the place of a map");
  auto drape = map_drape(state->park, *state->results, layer);
  if (!drape) return make_display(std::move(state), layer, language);
  const Palette palette(true);
  Display other = display;
  const bool same_sites = state->park.radio_sites.content_hash() == display.state->park.radio_sites.content_hash();
  const bool same_devices = state->park.network_nodes.content_hash() == display.state->park.network_nodes.content_hash() &&
                            state->park.power_lines.content_hash() == display.state->park.power_lines.content_hash();
  if (!same_sites || !same_devices) {
    const Ground ground = ground_under(state->park);
    const double side = longer_side(state->park);
    for (auto& mesh : other.meshes) {
      const auto take = [&mesh](Mesh made) { mesh = std::make_shared<const Mesh>(std::move(made)); };
      if (mesh->name == "masts" && !same_sites) take(mast_mesh(state->park, ground, palette, side));
      if (mesh->name == "network_nodes" && !same_devices) take(network_node_mesh(state->park, ground, palette, side));
      if (mesh->name == "power_lines" && !same_devices) take(power_line_mesh(state->park, ground, palette, side));
    }
  }
  other.layer = layer;
  other.state = std::move(state);
  set_map(other, std::move(*drape), language);
  return other;
}

}  // namespace parktwin::viz::window
