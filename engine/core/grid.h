#pragma once
// Rasters over the local frame. Row 0 is the southernmost, column 0 the westernmost; values are row-major.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/geometry.h"

namespace parktwin {

/// Where a raster lies: its south-west corner, cell size and shape.
struct GridFrame {
  Point origin;              ///< south-west corner of cell (0, 0), m
  double cell_size = 1.0;    ///< m
  std::int32_t columns = 0;  ///< to the east
  std::int32_t rows = 0;     ///< to the north

  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
  [[nodiscard]] std::size_t index(std::int32_t column, std::int32_t row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
  }
  [[nodiscard]] Point centre(std::int32_t column, std::int32_t row) const {
    return {origin.x + (column + 0.5) * cell_size, origin.y + (row + 0.5) * cell_size};
  }
  [[nodiscard]] std::int32_t column_of(double x) const { return static_cast<std::int32_t>(std::floor((x - origin.x) / cell_size)); }
  [[nodiscard]] std::int32_t row_of(double y) const { return static_cast<std::int32_t>(std::floor((y - origin.y) / cell_size)); }
  [[nodiscard]] bool holds(std::int32_t column, std::int32_t row) const {
    return column >= 0 && row >= 0 && column < columns && row < rows;
  }
  friend bool operator==(const GridFrame&, const GridFrame&) = default;
};

/// Smallest frame of whole cells, aligned to multiples of the cell size, that covers the box.
[[nodiscard]] GridFrame frame_covering(const Box& box, double cell_size);

/// Calls visit(row, first column, past-the-last column) for each run of cells whose centre lies in the shape, rows ascending.
void for_each_run(const GridFrame& frame, const Polygon& polygon,
                  const std::function<void(std::int32_t, std::int32_t, std::int32_t)>& visit);
void for_each_run(const GridFrame& frame, const MultiPolygon& shape,
                  const std::function<void(std::int32_t, std::int32_t, std::int32_t)>& visit);

template <class T>
struct Grid {
  using Value = T;
  GridFrame frame;
  std::vector<T> values;

  Grid() = default;
  explicit Grid(const GridFrame& where, T fill = T{}) : frame(where), values(where.size(), fill) {}
  [[nodiscard]] T& at(std::int32_t column, std::int32_t row) {
    PARKTWIN_CHECK(frame.holds(column, row), "cell outside its grid");
    return values[frame.index(column, row)];
  }
  [[nodiscard]] const T& at(std::int32_t column, std::int32_t row) const {
    PARKTWIN_CHECK(frame.holds(column, row), "cell outside its grid");
    return values[frame.index(column, row)];
  }
  [[nodiscard]] bool empty() const { return values.empty(); }
};

template <class T>
struct is_grid : std::false_type {};
template <class T>
struct is_grid<Grid<T>> : std::true_type {};
template <class T>
concept Raster = is_grid<std::remove_const_t<T>>::value;

/// Bilinear between cell centres, constant beyond the outermost centres. Precondition: grid not empty.
[[nodiscard]] double sample(const Grid<float>& grid, Point point);

}  // namespace parktwin
