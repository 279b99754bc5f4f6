#include <cmath>
#include <utility>
#include <vector>

#include "importers/gdal_layers/raster.h"

namespace parktwin::importers {
namespace {

/// Mean of the finite values among the eight neighbours, or NaN.
float mean_around(const Grid<float>& grid, std::int32_t column, std::int32_t row) {
  double sum = 0.0;
  int count = 0;
  for (std::int32_t r = row - 1; r <= row + 1; ++r) {
    for (std::int32_t c = column - 1; c <= column + 1; ++c) {
      if (!grid.frame.holds(c, r) || !std::isfinite(grid.values[grid.frame.index(c, r)])) continue;
      sum += grid.values[grid.frame.index(c, r)];
      ++count;
    }
  }
  return count == 0 ? std::nanf("") : static_cast<float>(sum / count);
}

}  // namespace

std::optional<std::size_t> fill_missing(Grid<float>& grid) {
  using Cell = std::pair<std::int32_t, std::int32_t>;
  std::vector<Cell> empty;
  for (std::int32_t row = 0; row < grid.frame.rows; ++row) {
    for (std::int32_t column = 0; column < grid.frame.columns; ++column) {
      if (!std::isfinite(grid.values[grid.frame.index(column, row)])) empty.push_back({column, row});
    }
  }
  const std::size_t total = empty.size();
  if (total == grid.values.size()) return std::nullopt;
  std::vector<char> queued(grid.values.size(), 0);
  std::vector<std::pair<std::size_t, float>> found;
  while (!empty.empty()) {
    found.clear();
    for (const auto& [column, row] : empty) {
      if (const float mean = mean_around(grid, column, row); std::isfinite(mean)) found.push_back({grid.frame.index(column, row), mean});
    }
    for (const auto& [index, value] : found) grid.values[index] = value;
    // Only cells beside those just filled can be next.
    std::vector<Cell> next;
    for (const auto& [index, value] : found) {
      const auto column = static_cast<std::int32_t>(index % static_cast<std::size_t>(grid.frame.columns));
      const auto row = static_cast<std::int32_t>(index / static_cast<std::size_t>(grid.frame.columns));
      for (std::int32_t r = row - 1; r <= row + 1; ++r) {
        for (std::int32_t c = column - 1; c <= column + 1; ++c) {
          if (!grid.frame.holds(c, r)) continue;
          const std::size_t at = grid.frame.index(c, r);
          if (std::isfinite(grid.values[at]) || queued[at] != 0) continue;
          queued[at] = 1;
          next.push_back({c, r});
        }
      }
    }
    empty = std::move(next);
  }
  return total;
}

}  // namespace parktwin::importers
