#pragma once
// What lies between one antenna and every map cell, computed once: sight, the edges a path over the roofs bends around, the best way around
// a corner or off a façade, metres of vegetation, and the direction in which the path leaves the antenna. Nothing in it depends on power,
// frequency, tilt, azimuth, pattern or load. Twelve bytes per cell, in planes so that rows are read as plain arrays.
// The antenna's position and elevation, the surface raster, walls, trees, receiver height and reach are all it depends on.
#include <array>
#include <cstdint>
#include <vector>

#include "engine/simulators/radio/detour.h"
#include "engine/simulators/radio/edge_batch.h"
#include "engine/simulators/radio/sight_point.h"

namespace parktwin::radio {

struct Obstacles;

inline constexpr float vegetation_step_m = 0.5F;

/// The part of the frame that a site reaches: columns and rows of its planes.
struct Window {
  std::int32_t first_column = 0;
  std::int32_t first_row = 0;
  std::int32_t columns = 0;
  std::int32_t rows = 0;
  [[nodiscard]] bool holds(std::int32_t column, std::int32_t row) const {
    return column >= first_column && row >= first_row && column < first_column + columns && row < first_row + rows;
  }
  [[nodiscard]] std::size_t index(std::int32_t column, std::int32_t row) const {
    return static_cast<std::size_t>(row - first_row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column - first_column);
  }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
  friend bool operator==(const Window&, const Window&) = default;
};
/// Cells of the frame within the reach of a point, as a rectangle; empty when there are none.
[[nodiscard]] Window window_around(const GridFrame& frame, Point centre, double reach_m);

struct SiteGeometry {
  Window window;
  std::array<std::vector<std::uint16_t>, most_edges> edge;  ///< parameter codes, from the antenna outwards
  std::vector<std::int16_t> departure;                      ///< slope towards the first edge, where hidden; else 0
  std::vector<std::uint8_t> spreading;                      ///< −20 lg C_N
  std::vector<std::uint8_t> vegetation;                     ///< way through crowns
  std::vector<std::uint16_t> detour;                        ///< 0, or 1 + index into detours of the best, where hidden
  std::vector<Detour> detours;

  /// False outside the window.
  [[nodiscard]] bool seen(std::int32_t column, std::int32_t row) const {
    return window.holds(column, row) && (edge[0][window.index(column, row)] & hidden_bit) == 0;
  }
  [[nodiscard]] std::size_t bytes() const { return window.size() * 12 + detours.size() * sizeof(Detour); }
  friend bool operator==(const SiteGeometry&, const SiteGeometry&) = default;
};

/// Cells within `maximum_distance` along the ground; the others in the window hold no edges. Quarters in parallel; the same bits for any
/// number of threads.
[[nodiscard]] SiteGeometry trace_site(const Obstacles& obstacles, const SightPoint& antenna, Metres receiver_height,
                                      Metres maximum_distance);

}  // namespace parktwin::radio
