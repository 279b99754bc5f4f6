#pragma once
// How one land differs from another of the same frame and terrain: where buildings came, went or changed, which walls and corners are gone,
// and the crowns that only one of them has. Things are paired by content in the order of their lists, so a pair keeps its order among the
// others; what finds no partner within the next few counts as changed, which is never wrong.
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/simulators/radio/ground_keys.h"
#include "engine/simulators/radio/obstacles.h"

namespace parktwin::radio {

/// A park's obstacles with the keys of what they are.
struct Land {
  const Obstacles& obstacles;
  const GroundKeys& keys;
};

struct LandChange {
  std::vector<Box> built;                 ///< bounds of changed buildings, of either land; none meets another
  std::vector<Wall> walls;                ///< of the land before alone
  std::vector<Corner> corners;            ///< of the land before alone
  std::vector<Crown> crowns;              ///< of one of both lands alone
  std::vector<std::int32_t> number_then;  ///< per building of the land now: its number before, or no_building
};

/// Nothing where frame, terrain or the exact rays' extent differ.
[[nodiscard]] std::optional<LandChange> change_between(const Land& before, const Land& now);

/// Per thing of `now` the index of its partner in `before`, or −1; partners ascend.
template <class Thing, class Same>
[[nodiscard]] std::vector<std::int32_t> partners(const std::vector<Thing>& before, const std::vector<Thing>& now, const Same& same) {
  constexpr std::size_t look_ahead = 64;
  std::vector<std::int32_t> result(now.size(), -1);
  std::size_t i = 0;
  std::size_t j = 0;
  const auto go_on = [&] {
    for (std::size_t skipped = 0; skipped <= look_ahead; ++skipped) {
      for (std::size_t one = 0; one <= skipped; ++one) {
        const std::size_t other = skipped - one;
        if (i + one >= before.size() || j + other >= now.size() || !same(before[i + one], now[j + other])) continue;
        i += one;
        j += other;
        return true;
      }
    }
    return false;
  };
  while (go_on()) result[j++] = static_cast<std::int32_t>(i++);
  return result;
}

}  // namespace parktwin::radio
