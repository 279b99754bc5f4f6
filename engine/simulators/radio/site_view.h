#pragma once
// One antenna before its obstacles, with what the radial sweep found: shared by the searches for detours and crown shadows.
#include <vector>

#include "engine/core/units.h"
#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/sight_point.h"
#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::radio {

struct SiteView {
  const Obstacles& obstacles;
  SightPoint antenna;
  Metres receiver_height;
  Metres maximum_distance;
  const Window& window;
  const std::vector<float>& lowest_seen_m;  ///< beside walls, per cell of the window: elevation above which the antenna is in sight
};

}  // namespace parktwin::radio
