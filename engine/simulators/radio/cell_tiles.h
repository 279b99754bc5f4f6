#pragma once
// A set of map cells of a window, told apart by squares of 8 × 8 of them: cheap to fill with rectangles and to ask.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "engine/core/geometry.h"
#include "engine/core/grid.h"
#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::radio {

class CellTiles {
 public:
  /// Of no cells.
  CellTiles(const GridFrame& frame, const Window& window)
      : frame_(frame),
        window_(window),
        columns_((window.columns + side - 1) / side),
        rows_((window.rows + side - 1) / side),
        marks_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

  /// The square of a cell of the window.
  void add(std::int32_t column, std::int32_t row) {
    marks_[index((column - window_.first_column) / side, (row - window_.first_row) / side)] = 1;
  }
  /// All squares that a box, in metres, meets.
  void add(const Box& box) {
    const Span span = span_of(box);
    for (std::int32_t y = span.first_row; y <= span.last_row; ++y) {
      for (std::int32_t x = span.first_column; x <= span.last_column; ++x) marks_[index(x, y)] = 1;
    }
  }
  [[nodiscard]] bool holds(std::int32_t column, std::int32_t row) const {
    return marks_[index((column - window_.first_column) / side, (row - window_.first_row) / side)] != 0;
  }
  /// Is a square in the set that the box meets?
  [[nodiscard]] bool meets(const Box& box) const {
    const Span span = span_of(box);
    for (std::int32_t y = span.first_row; y <= span.last_row; ++y) {
      for (std::int32_t x = span.first_column; x <= span.last_column; ++x) {
        if (marks_[index(x, y)] != 0) return true;
      }
    }
    return false;
  }
  /// visit(row, first column, past-the-last column) for each row of each square in the set.
  template <class Visit>
  void for_each_run(const Visit& visit) const {
    for (std::int32_t y = 0; y < rows_; ++y) {
      for (std::int32_t x = 0; x < columns_; ++x) {
        if (marks_[index(x, y)] == 0) continue;
        const std::int32_t past_column = window_.first_column + std::min((x + 1) * side, window_.columns);
        const std::int32_t past_row = window_.first_row + std::min((y + 1) * side, window_.rows);
        for (std::int32_t row = window_.first_row + y * side; row < past_row; ++row)
          visit(row, window_.first_column + x * side, past_column);
      }
    }
  }

 private:
  static constexpr std::int32_t side = 8;
  struct Span {
    std::int32_t first_column, first_row, last_column, last_row;
  };
  [[nodiscard]] std::size_t index(std::int32_t x, std::int32_t y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
  }
  [[nodiscard]] Span span_of(const Box& box) const {
    const auto tile = [&](double metres, double origin_m, std::int32_t first, std::int32_t limit) {
      const double cells = std::floor((metres - origin_m) / frame_.cell_size) - first;
      return static_cast<std::int32_t>(std::clamp(std::floor(cells / side), -1.0, static_cast<double>(limit)));
    };
    return {std::max(tile(box.low.x, frame_.origin.x, window_.first_column, columns_), 0),
            std::max(tile(box.low.y, frame_.origin.y, window_.first_row, rows_), 0),
            std::min(tile(box.high.x, frame_.origin.x, window_.first_column, columns_), columns_ - 1),
            std::min(tile(box.high.y, frame_.origin.y, window_.first_row, rows_), rows_ - 1)};
  }

  GridFrame frame_;
  Window window_;
  std::int32_t columns_;
  std::int32_t rows_;
  std::vector<std::uint8_t> marks_;
};

}  // namespace parktwin::radio
