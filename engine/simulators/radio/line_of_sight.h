#pragma once
// Which map cells an antenna sees. Radial sweep over the surface raster in the manner of the R2 viewshed (Franklin & Ray 1994): rays run
// to every cell of the edge of a square around the antenna and carry the steepest obstacle met so far; each cell takes its one value from
// the ray that passes nearest to its centre (at most half a cell beside it).
// Buildings are boxes the size of their cells: they block by their near edge when they rise above the antenna, by their far edge when they
// stay below it. Terrain blocks by its cell centres. The device is `receiver_height` above ground, also indoors. For a device indoors the
// building around it does not count from where the ray last entered it, so the line is judged up to the façade; other wings of the same
// building do count. The roof an antenna stands on does count: near its foot, cells lie in the roof edge's shadow.
// Nothing outside the surface's frame blocks. Diffraction and vegetation are ignored.
#include <cstdint>
#include <vector>

#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {

struct SightPoint {
  Point position;
  double elevation_m = 0.0;            ///< above the vertical datum
  std::int32_t ignored = no_building;  ///< this building does not block
};

/// One bit per cell of a window of the surface's frame.
class SightMap {
 public:
  SightMap() = default;
  SightMap(std::int32_t first_column, std::int32_t first_row, std::int32_t columns, std::int32_t rows);
  /// False outside the window.
  [[nodiscard]] bool seen(std::int32_t column, std::int32_t row) const {
    const std::int32_t c = column - first_column_;
    const std::int32_t r = row - first_row_;
    if (c < 0 || r < 0 || c >= columns_ || r >= rows_) return false;
    const auto bit = static_cast<std::size_t>(c);
    return ((words_[static_cast<std::size_t>(r) * words_per_row_ + bit / 64] >> (bit % 64)) & 1U) != 0;
  }
  /// Precondition: inside the window.
  void set_seen(std::int32_t column, std::int32_t row) {
    const auto bit = static_cast<std::size_t>(column - first_column_);
    words_[static_cast<std::size_t>(row - first_row_) * words_per_row_ + bit / 64] |= std::uint64_t{1} << (bit % 64);
  }

 private:
  std::int32_t first_column_ = 0;
  std::int32_t first_row_ = 0;
  std::int32_t columns_ = 0;
  std::int32_t rows_ = 0;
  std::size_t words_per_row_ = 0;
  std::vector<std::uint64_t> words_;
};

/// Cells within `maximum_distance` along the ground that are in sight. About 8 (distance/cell size)² steps; single-threaded.
[[nodiscard]] SightMap line_of_sight(const Grid<SurfaceCell>& surface, const SightPoint& antenna, Metres receiver_height,
                                     Metres maximum_distance);

}  // namespace parktwin::radio
