#include "viz/scene/underground.h"

#include <algorithm>
#include <cmath>

#include "viz/scene/buried_meshes.h"

namespace parktwin::viz {
namespace {

constexpr std::array dropped{"trees", "shadows", "zone_outlines"};
constexpr std::array kept_solid{"masts", "boundary"};

template <std::size_t N>
bool among(const std::array<const char*, N>& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(), [&](const char* one) { return name == one; });
}

}  // namespace

void look_underground(Scene& scene, const Park& park, const Ground& ground, const Palette& palette, double extent) {
  std::erase_if(scene.meshes, [](const Mesh& mesh) { return among(dropped, mesh.name); });
  for (Mesh& mesh : scene.meshes) {
    if (among(kept_solid, mesh.name)) continue;
    mesh.veil = true;
    for (Colour& colour : mesh.colours) colour.alpha *= veil_opacity;
  }
  if (scene.drape) {
    for (auto& pixel : scene.drape->pixels)
      pixel[3] = static_cast<std::uint8_t>(std::lround(static_cast<float>(pixel[3]) * map_veil_share));
  }
  for (Mesh mesh : {duct_mesh(park, ground, palette, extent), power_line_mesh(park, ground, palette, extent),
                    network_node_mesh(park, ground, palette, extent)}) {
    if (!mesh.triangles.empty()) scene.meshes.push_back(std::move(mesh));
  }
}

}  // namespace parktwin::viz
