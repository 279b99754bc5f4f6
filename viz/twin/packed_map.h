#pragma once
// A map of the twin in few bytes: the pixels that `render` drapes over the ground, by number, every n-th of every n-th row. On layers with
// a scale a number also stands for a value, to a step or two of its 255.
//
// Head: layer, columns, rows, origin (metres, south-west corner), cell (metres), colours [[r, g, b, a] …], values [number or null …].
// Bytes: numbers row by row from the south, each minus its western neighbour's (the first minus its southern one's), as two byte planes.
#include "viz/twin/packed_mesh.h"

namespace parktwin::viz::twin {

/// No side longer than `largest` pixels.
[[nodiscard]] Packed packed_map(const Drape& drape, Layer layer, std::int32_t largest);

}  // namespace parktwin::viz::twin
