#pragma once
// Eight values at once for the loops of the radial sweep, where neighbours look at slots that lie beside each other: a load and a
// permutation do what a gather does, at a quarter of its cost. In compiler vectors, lowered for each clone of vector_clones.h; results are
// the same bits.
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace parktwin::radio {

inline constexpr std::size_t lane_count = 8;
using Floats [[gnu::vector_size(lane_count * sizeof(float))]] = float;
using Integers [[gnu::vector_size(lane_count * sizeof(std::int32_t))]] = std::int32_t;

template <class Vector, class T>
[[gnu::always_inline]] inline void load(const T* from, Vector& vector) {
  std::memcpy(&vector, from, sizeof vector);
}
template <class Vector, class T>
[[gnu::always_inline]] inline void store(const Vector& vector, T* to) {
  std::memcpy(to, &vector, sizeof vector);
}

/// values[slots[i]]. Precondition: no slot is less than the first, none `lane_count` or more above it; so many values may be read from the
/// first one on.
template <class Vector, class T>
[[gnu::always_inline]] inline void pick(const T* values, const Integers& slots, Vector& picked) {
#if defined(__GNUC__) && !defined(__clang__)
  Vector window;
  load(values + slots[0], window);
  picked = __builtin_shuffle(window, slots - slots[0]);
#else
  for (std::size_t i = 0; i < lane_count; ++i) picked[i] = values[slots[i]];
#endif
}

/// The same over twice the width.
template <class Vector, class T>
[[gnu::always_inline]] inline void pick_wide(const T* values, const Integers& slots, Vector& picked) {
#if defined(__GNUC__) && !defined(__clang__)
  Vector near;
  Vector far;
  load(values + slots[0], near);
  load(values + slots[0] + lane_count, far);
  picked = __builtin_shuffle(near, far, slots - slots[0]);
#else
  for (std::size_t i = 0; i < lane_count; ++i) picked[i] = values[slots[i]];
#endif
}

/// The same without any precondition on the slots.
template <class Vector, class T>
[[gnu::always_inline]] inline void gather(const T* values, const Integers& slots, Vector& gathered) {
  for (std::size_t i = 0; i < lane_count; ++i) gathered[i] = values[slots[i]];
}

/// Two ways to take values[slots[i]], for a kernel that is compiled once with each: of slots less than twice lane_count above the first,
/// and of any.
struct NarrowRays {
  template <class Vector, class T>
  [[gnu::always_inline]] static void take(const T* values, const Integers& slots, Vector& taken) {
    pick_wide(values, slots, taken);
  }
};
struct WideRays {
  template <class Vector, class T>
  [[gnu::always_inline]] static void take(const T* values, const Integers& slots, Vector& taken) {
    gather(values, slots, taken);
  }
};

}  // namespace parktwin::radio
