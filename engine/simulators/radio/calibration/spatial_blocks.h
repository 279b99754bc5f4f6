#pragma once
// Which neighbouring points of a drive test are held out together: squares of the plane in an order drawn from their place and the seed.
// Shadow fading is correlated over tens of metres (3GPP TR 38.901 v16.1.0 table 7.5-6: up to 50 m), so single held-out points would be
// known from their neighbours; whole squares are not, except along their edges.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/geometry.h"
#include "engine/core/units.h"

namespace parktwin::radio::calibration {

struct BlockOrder {
  std::vector<std::uint32_t> rank;  ///< per position: place of its square in the drawn order of all occupied squares, from 0
  std::uint32_t count = 0;          ///< occupied squares
};

/// Which of two squares comes first depends on nothing but the two squares and the seed.
/// Precondition: side positive, coordinates below 1e9 m.
[[nodiscard]] BlockOrder draw_blocks(std::span<const Point> positions, Metres side, std::uint64_t seed);

/// How many of `count` squares are held out: the share rounded, but at least one and not all; none of fewer than two.
[[nodiscard]] std::uint32_t held_out_blocks(std::uint32_t count, double share);

}  // namespace parktwin::radio::calibration
