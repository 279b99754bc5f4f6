#pragma once
// What stands in the way between an antenna and a device: the roof or ground with the greatest Fresnel parameter ν (ITU-R P.526-15 eq. 26)
// on the straight line over the surface raster, looked at every half cell. It names the one obstacle that matters most; what the whole
// profile costs is site_geometry.h's. Ignores trees, ways around and the building the device is in.
#include "engine/simulators/radio/sight_point.h"

namespace parktwin::radio {

struct GreatestObstacle {
  std::int32_t building = no_building;  ///< no_building: terrain
  double fresnel_parameter = 0.0;       ///< negative below the line; minus infinity where nothing lies between
};

/// Precondition: wavelength positive.
[[nodiscard]] GreatestObstacle greatest_obstacle(const Grid<SurfaceCell>& surface, const SightPoint& antenna, Point device,
                                                 double device_elevation_m, double wavelength_m);

}  // namespace parktwin::radio
