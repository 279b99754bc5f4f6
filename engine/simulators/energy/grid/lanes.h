#pragma once
// Eight time steps of one quantity, side by side in a vector register. Compiled for AVX-512, AVX2 and the baseline, chosen when the program
// starts; no clone contracts or reorders floating-point operations, so all give the same bits.
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace parktwin::energy::grid {

inline constexpr std::size_t lane_count = 8;
using Doubles [[gnu::vector_size(lane_count * sizeof(double))]] = double;
using Integers [[gnu::vector_size(lane_count * sizeof(std::int64_t))]] = std::int64_t;

// Outside the clones the compiler would align these to the baseline's registers only.
struct alignas(lane_count * sizeof(double)) Lanes {
  Doubles at;
};

struct alignas(lane_count * sizeof(double)) IntegerLanes {
  Integers at;
};

[[gnu::always_inline]] inline Lanes all_lanes(double value) {
  Lanes lanes{};
  for (std::size_t i = 0; i < lane_count; ++i) lanes.at[i] = value;
  return lanes;
}

}  // namespace parktwin::energy::grid
