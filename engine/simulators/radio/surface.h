#pragma once
// The park as the radio simulator sees it: one column per map cell, with the ground, the top (flat roofs and terrain), the building that
// covers the cell's centre and, inside, the way to the nearest outer wall. Buildings smaller than a cell that cover no centre are not
// seen; trees and whatever lies outside the frame are ignored.
#include <cstdint>
#include <span>

#include "engine/core/grid.h"
#include "engine/park/park.h"

namespace parktwin::radio {

inline constexpr std::int32_t no_building = -1;

struct SurfaceCell {
  float ground_m = 0.0F;                ///< elevation of the terrain
  float top_m = 0.0F;                   ///< elevation of the roof, or of the ground where there is none
  std::int32_t building = no_building;  ///< index into park.buildings; the highest where footprints overlap
  /// From the cell's centre to the nearest edge of that building's footprint; outdoors 0, or −1 within two cells of a building.
  float facade_distance_m = 0.0F;
};

/// Elevation of the terrain; 0 m where the park has none.
[[nodiscard]] double ground_elevation_m(const Terrain& terrain, Point point);

/// Elevation of a building's flat roof: its height above the ground at the footprint's centroid.
[[nodiscard]] double roof_elevation_m(const Terrain& terrain, const Building& building);

/// Cells of a frame, for the sweeps' walks across them in all directions.
[[nodiscard]] Grid<SurfaceCell> empty_surface(const GridFrame& frame);

/// Rasters terrain and buildings. Row-parallel and building-parallel, each cell written by one of them.
[[nodiscard]] Grid<SurfaceCell> make_surface(const Terrain& terrain, std::span<const Building> buildings, const GridFrame& frame);

}  // namespace parktwin::radio
