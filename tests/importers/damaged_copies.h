#pragma once
// Damaged copies of a text for the readers of foreign formats: cut off, with bytes changed, doubled or left out, drawn by a counter-based
// generator, so that every run sees the same ones.
#include <cstdint>
#include <string>

#include "engine/core/random.h"

namespace parktwin::importers::testing {

template <class Visit>
void each_damaged_copy(const std::string& text, std::uint32_t copies, const Visit& visit) {
  for (std::uint32_t copy = 0; copy < copies; ++copy) {
    const RandomSequence random(7, 0, copy);
    const auto draw = [&](std::uint32_t number, std::size_t below) {
      return std::size_t{random.below(number, static_cast<std::uint32_t>(below))};
    };
    std::string damaged = text;
    const std::size_t at = draw(0, text.size());
    switch (copy % 4) {
      case 0:
        damaged.resize(at);
        break;
      case 1:
        for (std::uint32_t i = 0; i < 4; ++i) damaged[draw(2 * i + 1, text.size())] = static_cast<char>(draw(2 * i + 2, 256));
        break;
      case 2:
        damaged.erase(at, 1 + draw(1, 20));
        break;
      default:
        damaged.insert(at, text.substr(draw(1, text.size()), 1 + draw(2, 40)));
        break;
    }
    visit(damaged);
  }
}

}  // namespace parktwin::importers::testing
