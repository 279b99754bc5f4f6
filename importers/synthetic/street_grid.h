#pragma once
// Where the arterials run and what bounds the park: a grid of 40 m arterials around superblocks of 300-500 m, a meandering river along the
// south, a motorway along the west, a canal corridor between two columns, a step in the north-east. Small parks (below 3 km2) have neither
// motorway nor river. The blocks are stretched until the boundary encloses the wanted area.
#include <optional>
#include <vector>

#include "importers/synthetic/plan.h"
#include "importers/synthetic/synthetic.h"

namespace parktwin::importers::synthetic {

inline constexpr double arterial_width_m = 40.0;
inline constexpr double local_width_m = 20.0;
inline constexpr double motorway_width_m = 52.0;
inline constexpr double corridor_width_m = 96.0;  ///< canal and its banks
inline constexpr double border_strip_m = 12.0;    ///< green between the outermost arterials and the boundary

struct StreetGrid {
  std::vector<double> columns;              ///< x of the north-south arterials' centre lines, one more than columns of blocks
  std::vector<double> rows;                 ///< y of the east-west arterials' centre lines
  std::vector<std::size_t> rows_in_column;  ///< rows of blocks per column
  std::optional<std::size_t> canal_line;    ///< the canal corridor lies directly west of this column line
  std::size_t lake_row = 0;
  std::optional<std::size_t> lake_column;  ///< easternmost column of the lake block
  bool lake_is_double = false;             ///< the lake block takes two columns
  std::size_t exit_row = 0;                ///< row line that leads to the motorway exit
  double river_width = 0.0;                ///< 0: no river
  LineString river;
  LineString motorway;  ///< empty: none
  Ring boundary;

  [[nodiscard]] std::size_t column_count() const { return rows_in_column.size(); }
  [[nodiscard]] std::size_t row_count() const { return rows.size() - 1; }
  /// Rows of blocks that border the column line.
  [[nodiscard]] std::size_t rows_at_line(std::size_t line) const;
  /// Column lines that the row line reaches.
  [[nodiscard]] std::size_t last_column_line(std::size_t row_line) const;
  /// The canal corridor from bank park to bank park, over all rows; zero width without a canal.
  [[nodiscard]] Rect corridor() const;
  /// Land of the block of the column and row, between the arterials' edges, the corridor taken off.
  [[nodiscard]] Rect block_area(std::size_t column, std::size_t row) const;
};

[[nodiscard]] StreetGrid lay_out_grid(const SyntheticOptions& options);
/// All blocks, the lake's two joined; quarters not yet given.
[[nodiscard]] std::vector<Superblock> superblocks(const StreetGrid& grid);
/// The arterials with their surfaces, and the motorway with its ramps, without names.
[[nodiscard]] std::vector<Street> arterials(const StreetGrid& grid);
[[nodiscard]] std::vector<Street> motorway_streets(const StreetGrid& grid);

}  // namespace parktwin::importers::synthetic
