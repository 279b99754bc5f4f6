#pragma once
// Connected areas of a map: cells of one kind, told by a key, that touch by their sides. Runs of a row are joined with those they overlap
// in the row below (union–find), so that the cost follows the number of runs, not of cells.
#include <cstdint>
#include <functional>
#include <vector>

#include "engine/core/grid.h"

namespace parktwin::radio::answers {

inline constexpr std::int32_t no_key = -2;

struct Run {
  std::int32_t row = 0;
  std::int32_t begin = 0;  ///< columns
  std::int32_t end = 0;
};

struct ConnectedArea {
  std::int32_t key = no_key;
  std::size_t cells = 0;
  std::vector<Run> runs;  ///< rows ascending, columns within them
};

/// key_of(cell index): cells with no_key belong to no area. Rows are asked in parallel. Areas in the order of their first cells.
[[nodiscard]] std::vector<ConnectedArea> connected_areas(const GridFrame& frame, const std::function<std::int32_t(std::size_t)>& key_of);

}  // namespace parktwin::radio::answers
