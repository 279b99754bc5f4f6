#pragma once
// What a PV field on a roof sees of sun and sky: horizons of points spread over the roof, from all buildings of the park that stand higher.
// The field lies half a metre above its flat roof; ground heights are those of the terrain at each building's centre. Trees and masts
// cast no shade here.
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/energy/solar/horizon.h"

namespace parktwin::energy::generation {

/// Ground elevation at the building's centre plus its height.
[[nodiscard]] double roof_elevation_m(const Park& park, const Building& building);

/// `wanted`: about so many points.
[[nodiscard]] std::vector<solar::Horizon> roof_horizons(const Park& park, Id<Building> building, std::size_t wanted = 9);

/// What shading leaves of the two kinds of light.
struct RoofView {
  std::vector<solar::Horizon> points;
  double sky_view = 1.0;  ///< mean over the points

  [[nodiscard]] double sunlit(const solar::SunPosition& sun) const { return points.empty() ? 1.0 : solar::sunlit_share(points, sun); }
};

/// Without points where no other building stands high enough to matter.
[[nodiscard]] RoofView roof_view(const Park& park, Id<Building> building);

}  // namespace parktwin::energy::generation
