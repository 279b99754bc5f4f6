#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"
#include "importers/gdal_layers/raster.h"

namespace parktwin::importers {
namespace {

const float missing = std::nanf("");

/// Looks at every cell in every round.
void fill_slowly(Grid<float>& grid) {
  for (bool changed = true; changed;) {
    changed = false;
    const Grid<float> before = grid;
    for (std::int32_t row = 0; row < grid.frame.rows; ++row) {
      for (std::int32_t column = 0; column < grid.frame.columns; ++column) {
        if (std::isfinite(before.at(column, row))) continue;
        double sum = 0.0;
        int count = 0;
        for (std::int32_t r = std::max(0, row - 1); r <= std::min(grid.frame.rows - 1, row + 1); ++r) {
          for (std::int32_t c = std::max(0, column - 1); c <= std::min(grid.frame.columns - 1, column + 1); ++c) {
            if (!std::isfinite(before.at(c, r))) continue;
            sum += before.at(c, r);
            ++count;
          }
        }
        if (count == 0) continue;
        grid.at(column, row) = static_cast<float>(sum / count);
        changed = true;
      }
    }
  }
}

TEST(FillMissing, AgreesWithTheSlowWayOnRandomGrids) {
  for (std::uint32_t trial = 0; trial < 50; ++trial) {
    const RandomSequence random(21, 0, trial);
    Grid<float> grid({{0, 0}, 1.0, static_cast<std::int32_t>(1 + random.below(0, 30)), static_cast<std::int32_t>(1 + random.below(1, 30))},
                     missing);
    const double share = random.uniform(2, 0.02, 0.9);
    std::size_t given = 0;
    for (std::size_t i = 0; i < grid.values.size(); ++i) {
      if (random.uniform(static_cast<std::uint32_t>(i) + 3) >= share && i > 0) continue;
      grid.values[i] = static_cast<float>(random.uniform(static_cast<std::uint32_t>(i) + 5000, -10, 50));
      ++given;
    }
    Grid<float> expected = grid;
    fill_slowly(expected);
    EXPECT_EQ(fill_missing(grid), grid.values.size() - given);
    EXPECT_EQ(grid.values, expected.values) << trial;
  }
}

TEST(FillMissing, NothingToFillAndNothingToFillFrom) {
  Grid<float> full({{0, 0}, 1.0, 3, 2}, 7.0F);
  EXPECT_EQ(fill_missing(full), 0u);
  EXPECT_EQ(full.values, std::vector<float>(6, 7.0F));
  Grid<float> empty({{0, 0}, 1.0, 3, 2}, missing);
  EXPECT_EQ(fill_missing(empty), std::nullopt);
}

}  // namespace
}  // namespace parktwin::importers
