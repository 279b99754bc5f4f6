#pragma once
// A table of attenuations for linear interpolation that costs one load per look-up: each entry holds its value and the way to the next one,
// both as whole 1/256 dB in 16 bits. Error of rounding: at most 1/512 dB at an entry and between entries, without jumps. For values from
// −60 to 120 dB whose neighbours differ by less than 128 dB.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "engine/core/check.h"

namespace parktwin::radio {

inline constexpr float packed_step_db = 1.0F / 256.0F;

/// Interpolated between entry `slot` and the next, in dB.
[[nodiscard]] inline float unpacked_db(std::int32_t entry, float share) {
  const auto value = static_cast<float>((entry << 16) >> 16);
  const auto slope = static_cast<float>(entry >> 16);
  return (value + share * slope) * packed_step_db;
}

/// One entry per value; the last one is level. Precondition: values in range, at least one.
[[nodiscard]] inline std::vector<std::int32_t> packed_table(const std::vector<double>& values_db) {
  std::vector<std::int32_t> codes;
  for (const double value : values_db) {
    PARKTWIN_CHECK(value > -60.0 && value <= 120.0, "an attenuation beyond what a packed table holds");
    codes.push_back(static_cast<std::int32_t>(std::lround(value / static_cast<double>(packed_step_db))));
  }
  std::vector<std::int32_t> table(codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const std::int32_t slope = i + 1 < codes.size() ? codes[i + 1] - codes[i] : 0;
    PARKTWIN_CHECK(std::abs(slope) < 32768, "neighbours of a packed table that differ by 128 dB");
    table[i] = slope * 65536 + (codes[i] & 0xFFFF);
  }
  return table;
}

}  // namespace parktwin::radio
