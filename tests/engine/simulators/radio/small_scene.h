#pragma once
// The scene of a small park with all its sites connected, as the live map makes it.
#include <memory>

#include "engine/simulators/radio/scene.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio::test {

struct SmallScene {
  Park park;
  Obstacles obstacles;
  PatternCache patterns;
  Scene scene;

  SmallScene(const Draft& draft, const Options& options)
      : park(draft.park()), obstacles(make_obstacles(park, frame_covering(bounds(draft.boundary), options.resolution.value()))) {
    const std::vector<std::uint8_t> connected(park.radio_sites->size(), 1);
    scene = make_scene(park, options, obstacles, list_transmitters(park, obstacles.surface, connected, options.receiver_height, patterns),
                       1, nullptr);
    for (const auto& mast : scene.transmitters.masts) {
      scene.geometries.push_back(
          std::make_shared<const SiteGeometry>(trace_site(obstacles, mast.point, options.receiver_height, options.maximum_distance)));
    }
  }
  SmallScene(const SmallScene&) = delete;
  SmallScene& operator=(const SmallScene&) = delete;
};

}  // namespace parktwin::radio::test
