#pragma once
// Where an antenna looks from, for the sweeps over the surface raster.
#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {

struct SightPoint {
  Point position;
  double elevation_m = 0.0;            ///< above the vertical datum
  std::int32_t ignored = no_building;  ///< this building does not block
};

}  // namespace parktwin::radio
