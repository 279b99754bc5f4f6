#pragma once
// A map of the twin in few bytes: the pixels that `render` drapes over the ground, by number, every n-th of every n-th row. On layers with
// a scale a number also stands for a value, to a step or two of its 255.
//
// Head: layer, columns, rows, origin (metres, south-west corner), cell (metres), colours [[r, g, b, a] …], values [number or null …],
// coding (map_coding.h), from (of changed: the item of the earlier map).
// Bytes: numbers row by row from the south, coded.
#include <span>

#include "viz/twin/packed_mesh.h"

namespace parktwin::viz::twin {

struct NumberedMap {  // NOLINT(bugprone-exception-escape): as Packed
  Json head;          ///< without the coding
  std::vector<std::uint32_t> numbers;
};

/// No side longer than `largest` pixels.
[[nodiscard]] NumberedMap numbered_map(const Drape& drape, Layer layer, std::int32_t largest);

/// An earlier map of the same layer and the item it became.
struct EarlierMap {  // NOLINT(bugprone-exception-escape): as Packed
  NumberedMap map;
  std::size_t item = 0;
};

/// Of the earlier maps on the same cells that which differs least may serve to tell what changed.
[[nodiscard]] Packed packed_map(const NumberedMap& map, std::span<const EarlierMap> earlier = {});

}  // namespace parktwin::viz::twin
