#pragma once
// Buildings for the reference mode's tests.
#include <string>

#include "engine/core/random.h"
#include "engine/simulators/radio/reference/reference.h"

namespace parktwin::radio::reference::test {

inline Polygon box(double west, double south, double width, double depth) {
  return {.outer = {{west, south}, {west + width, south}, {west + width, south + depth}, {west, south + depth}}, .holes = {}};
}

inline Building building(const Polygon& footprint, double height_m, WallMaterial material = WallMaterial::concrete) {
  Building result;
  result.footprint = footprint;
  result.height = Metres(height_m);
  result.material = material;
  return result;
}

/// A closed street quarter: boxes of different heights with gaps between them.
inline std::vector<Building> quarter() {
  return {building(box(0, 0, 40, 30), 18.0),    building(box(55, 0, 30, 30), 12.0, WallMaterial::brick),
          building(box(0, 50, 30, 40), 25.0),   building(box(45, 48, 50, 25), 9.0, WallMaterial::metal),
          building(box(110, 10, 20, 60), 15.0), building(box(48, 85, 70, 20), 20.0, WallMaterial::coated_glass)};
}

/// Hills of a few metres on a raster of 20 m about the quarter.
inline Terrain hills(std::uint32_t scene) {
  const RandomSequence random(5, 1, scene);
  Terrain terrain;
  terrain.elevation_m = Grid<float>({.origin = {-200, -200}, .cell_size = 20.0, .columns = 30, .rows = 30});
  for (std::uint32_t i = 0; i < terrain.elevation_m.values.size(); ++i) {
    terrain.elevation_m.values[i] = static_cast<float>(random.uniform(i, 0.0, 2.0));
  }
  return terrain;
}

inline double decibels(Complex amplitude) { return 20.0 * std::log10(std::abs(amplitude)); }

}  // namespace parktwin::radio::reference::test
