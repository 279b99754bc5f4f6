#include "engine/simulators/radio/greatest_obstacle.h"

#include <cmath>
#include <limits>

#include "engine/simulators/radio/knife_edge.h"

namespace parktwin::radio {

GreatestObstacle greatest_obstacle(const Grid<SurfaceCell>& surface, const SightPoint& antenna, Point device, double device_elevation_m,
                                   double wavelength_m) {
  const GridFrame& frame = surface.frame;
  const auto building_at = [&](Point at) {
    const std::int32_t column = frame.column_of(at.x);
    const std::int32_t row = frame.row_of(at.y);
    return frame.holds(column, row) ? surface.at(column, row).building : no_building;
  };
  const std::int32_t own = building_at(device);
  GreatestObstacle greatest{.building = no_building, .fresnel_parameter = -std::numeric_limits<double>::infinity()};
  const double way_m = distance(antenna.position, device);
  const auto steps = static_cast<std::int64_t>(std::ceil(2.0 * way_m / frame.cell_size));
  for (std::int64_t i = 1; i < steps; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(steps);
    const Point at{antenna.position.x + share * (device.x - antenna.position.x),
                   antenna.position.y + share * (device.y - antenna.position.y)};
    const std::int32_t column = frame.column_of(at.x);
    const std::int32_t row = frame.row_of(at.y);
    if (!frame.holds(column, row)) continue;
    const SurfaceCell& cell = surface.at(column, row);
    const bool passes = cell.building != no_building && (cell.building == own || cell.building == antenna.ignored);
    const float top_m = passes ? cell.ground_m : cell.top_m;
    const double line_m = antenna.elevation_m + share * (device_elevation_m - antenna.elevation_m);
    const double parameter = fresnel_parameter(static_cast<double>(top_m) - line_m, share * way_m, (1.0 - share) * way_m, wavelength_m);
    if (parameter <= greatest.fresnel_parameter) continue;
    greatest = {passes ? no_building : cell.building, parameter};
  }
  return greatest;
}

}  // namespace parktwin::radio
