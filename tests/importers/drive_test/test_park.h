#pragma once
// A park of one square kilometre with a few cells for the drive-test readings.
#include "engine/park/park.h"

namespace parktwin::importers::testing {

/// Origin at 120° E on the equator in EPSG:4549 (central meridian 120°, scale 1, false easting 500 km); boundary 0 to 1000 m.
inline Park square_park() {
  Park park;
  Site site;
  site.name = "square";
  site.crs = "EPSG:4549";
  site.origin_easting = Metres(500000.0);
  site.boundary.polygons = {{.outer = {{0.0, 0.0}, {1000.0, 0.0}, {1000.0, 1000.0}, {0.0, 1000.0}}, .holes = {}}};
  park.site = Part(std::move(site));
  std::vector<RadioCell> cells(3);
  cells[0].id = "S-001-1";
  cells[1].id = "S-001-2";
  cells[2].id = "S-002-1";
  park.radio_cells = Part(Table(std::move(cells)));
  return park;
}

}  // namespace parktwin::importers::testing
