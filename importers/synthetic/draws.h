#pragma once
// A stream of choices for one thing: consecutive draws of one RandomSequence, so that a choice depends only on (seed, topic, entity,
// position).
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "engine/core/random.h"

namespace parktwin::importers::synthetic {

/// What a stream of choices is about; each topic has independent numbers.
enum class Topic : std::uint32_t {
  streets = 4001,
  outline,
  water,
  quarters,
  lots,
  buildings,
  names,
  enterprises,
  trees,
  terrain,
  radio,
  fibre,
  access,
  power,
  generation,
  services,
  sharing,
  clouds,
  scenarios,
  charging,
  cold,
  projects
};

class Draws {
 public:
  Draws(std::uint64_t seed, Topic topic, std::size_t entity = 0)
      : sequence_(seed, static_cast<std::uint32_t>(topic), static_cast<std::uint32_t>(entity)) {}
  /// In [0, 1).
  [[nodiscard]] double unit() { return sequence_.uniform(next_++); }
  [[nodiscard]] double between(double low, double high) { return low + (high - low) * unit(); }
  /// In [0, count). Precondition: count > 0.
  [[nodiscard]] std::size_t below(std::size_t count) { return sequence_.below(next_++, static_cast<std::uint32_t>(count)); }
  /// In [low, high].
  [[nodiscard]] int whole(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
  [[nodiscard]] bool chance(double probability) { return unit() < probability; }
  template <class List>
  [[nodiscard]] const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  RandomSequence sequence_;
  std::uint32_t next_ = 0;
};

/// Rounded to the centimetre, the resolution of all coordinates of a synthetic park.
[[nodiscard]] inline double centimetres(double metres) { return std::round(metres * 100.0) / 100.0; }

/// Rounded to a multiple of the step.
[[nodiscard]] inline double rounded(double value, double step) { return std::round(value / step) * step; }

}  // namespace parktwin::importers::synthetic
