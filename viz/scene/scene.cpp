#include "viz/scene/scene.h"

#include <algorithm>

#include "viz/scene/building_meshes.h"
#include "viz/scene/difference.h"
#include "viz/scene/equipment_meshes.h"
#include "viz/scene/ground.h"
#include "viz/scene/labels.h"
#include "viz/scene/land_meshes.h"
#include "viz/scene/legends.h"
#include "viz/scene/map_drape.h"
#include "viz/scene/palette.h"
#include "viz/scene/section.h"
#include "viz/scene/shadows.h"
#include "viz/scene/underground.h"
#include "viz/scene/wording.h"

namespace parktwin::viz {
namespace {

void set_bounds(Scene& scene, const Park& park, const Ground& ground, const Box& extent) {
  double low = ground.height(extent.low);
  double high = low;
  for (const Building& building : *park.buildings) {
    const BuildingLevels levels = levels_of(building, ground);
    low = std::min(low, levels.foot);
    high = std::max(high, levels.roof);
  }
  for (const Point corner : {extent.low, extent.high, Point{extent.low.x, extent.high.y}, Point{extent.high.x, extent.low.y}}) {
    low = std::min(low, ground.height(corner));
    high = std::max(high, ground.height(corner));
  }
  scene.low = {static_cast<float>(extent.low.x), static_cast<float>(extent.low.y), static_cast<float>(low)};
  scene.high = {static_cast<float>(extent.high.x), static_cast<float>(extent.high.y), static_cast<float>(high)};
}

}  // namespace

Scene build_scene(const Park& park, const Results* results, const SceneOptions& options) {
  Scene scene;
  if (results != nullptr) {
    scene.drape =
        options.before == nullptr ? map_drape(park, *results, options.layer) : difference_drape(*options.before, *results, options.layer);
  }
  const Palette palette(scene.drape.has_value());
  const Box extent = park_extent(park);
  const double side = std::max(extent.high.x - extent.low.x, extent.high.y - extent.low.y);
  const Ground ground = ground_under(park);

  scene.title = name_in(options.language, park.site->name, park.site->name_zh);
  SceneOptions drawn = options;
  if (!scene.drape) drawn.layer = Layer::none;
  scene.subtitle = subtitle_of(park, results, drawn);
  if (!shows_facades(park)) scene.subtitle += "  ·  " + phrase::no_facades.in(options.language);
  scene.background = palette.background();
  scene.to_sun = sun_direction(options.sun);
  scene.shadows_on_buildings = options.shadows_on_buildings;
  set_bounds(scene, park, ground, extent);

  scene.meshes.push_back(ground_mesh(ground, extent, palette));
  auto land = land_meshes(park, ground, palette);
  std::move(land.begin(), land.end(), std::back_inserter(scene.meshes));
  for (Mesh mesh :
       {building_mesh(park, ground, palette, options.underground || !shows_facades(park) ? BuildingDetail::hull : BuildingDetail::whole),
        pipe_gallery_mesh(park, ground, palette), solar_mesh(park, ground, palette), tree_mesh(park, ground, palette),
        mast_mesh(park, ground, palette, side), shadow_mesh(park, ground, palette, options.sun)}) {
    if (!mesh.triangles.empty()) scene.meshes.push_back(std::move(mesh));
  }
  if (options.underground) look_underground(scene, park, ground, palette, side);
  scene.labels = labels_of(park, ground, options.language);
  scene.legends = legends_of(park, scene, palette, drawn);
  if (options.section) cut(scene, park, ground, *options.section);
  return scene;
}

}  // namespace parktwin::viz
