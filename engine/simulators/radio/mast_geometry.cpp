#include "engine/simulators/radio/mast_geometry.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/hall_levels.h"
#include "engine/simulators/radio/wedge_trace.h"

namespace parktwin::radio {
namespace {

ContentHash key_of(const Mast& mast, const GroundKeys& ground, const Options& options) {
  // A hall's geometry ends with the hall, wherever that is.
  constexpr Metres everywhere = Metres(1e6);
  return mast.hall ? hall_key(ground.key(mast.point, options.receiver_height, everywhere), *mast.hall)
                   : ground.key(mast.point, options.receiver_height, options.maximum_distance);
}

// What the cache knows of the mast on the land before; a building that does not block must have stayed as it was.
std::shared_ptr<const SiteGeometry> former_of(const Mast& mast, const Land& before, const LandChange& change, const Options& options,
                                              GeometryCache& cache) {
  if (mast.hall) return nullptr;
  SightPoint point = mast.point;
  if (point.ignored != no_building) {
    point.ignored = change.number_then[static_cast<std::size_t>(point.ignored)];
    if (point.ignored == no_building) return nullptr;
  }
  return cache.find(before.keys.key(point, options.receiver_height, options.maximum_distance));
}

SiteGeometry geometry_of(const Mast& mast, const Obstacles& obstacles, const Options& options, const SiteGeometry* former,
                         const std::optional<LandChange>& change) {
  if (former != nullptr) {
    return trace_site_again(*former, *change, obstacles, mast.point, options.receiver_height, options.maximum_distance).geometry;
  }
  return mast.hall ? hall_geometry(obstacles, *mast.hall, mast.point, options.receiver_height)
                   : trace_site(obstacles, mast.point, options.receiver_height, options.maximum_distance);
}

}  // namespace

void put_geometries(Scene& scene, const GroundKeys& ground, GeometryCache& cache, Progress& progress, const Land* before) {
  const auto& masts = scene.transmitters.masts;
  scene.geometries.resize(masts.size());
  std::vector<ContentHash> keys(masts.size());
  std::vector<std::size_t> unknown;
  std::vector<std::pair<std::size_t, std::size_t>> twins;  // masts that see what an unknown one sees, and that one
  parallel_for(masts.size(), [&](std::size_t i) { keys[i] = key_of(masts[i], ground, scene.options); });
  for (std::size_t i = 0; i < masts.size(); ++i) {
    scene.geometries[i] = cache.find(keys[i]);
    if (scene.geometries[i] != nullptr) {
      progress.advance();
      continue;
    }
    const auto same = std::find_if(unknown.begin(), unknown.end(), [&](std::size_t other) { return keys[other] == keys[i]; });
    if (same == unknown.end()) {
      unknown.push_back(i);
    } else {
      twins.emplace_back(i, *same);
      progress.advance();
    }
  }
  std::optional<LandChange> change;
  if (before != nullptr && !unknown.empty()) change = change_between(*before, {*scene.obstacles, ground});
  std::vector<std::shared_ptr<const SiteGeometry>> former(unknown.size());
  for (std::size_t k = 0; k < unknown.size() && change; ++k) {
    former[k] = former_of(masts[unknown[k]], *before, *change, scene.options, cache);
  }
  parallel_for(unknown.size(), [&](std::size_t k) {
    scene.geometries[unknown[k]] =
        std::make_shared<const SiteGeometry>(geometry_of(masts[unknown[k]], *scene.obstacles, scene.options, former[k].get(), change));
    progress.advance();
  });
  for (const std::size_t i : unknown) cache.add(keys[i], scene.geometries[i]);
  for (const auto& [mast, other] : twins) scene.geometries[mast] = scene.geometries[other];
}

}  // namespace parktwin::radio
