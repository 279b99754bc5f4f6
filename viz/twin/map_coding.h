#pragma once
// Three ways to write the numbers of a map so that deflate finds much alike; the page (twin_model.js) undoes each.
//   plain:      the numbers themselves: best where few cells differ or all do without a pattern;
//   predicted:  what each misses of the median of west, south and west + south - south-west (the predictor of LOCO-I, Weinberger, Seroussi
//               and Sapiro, IEEE Transactions on Image Processing 9 (8), 2000), below and above in turn: 0, -1, 1, -2 …;
//   changed:    the same of what each misses of its number on an earlier map of the same cells.
// All modulo 65,536.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace parktwin::viz::twin {

/// Precondition: whole rows.
[[nodiscard]] std::vector<std::uint32_t> predicted(std::span<const std::uint32_t> numbers, std::size_t columns);
/// Precondition: as many of both.
[[nodiscard]] std::vector<std::uint32_t> changed(std::span<const std::uint32_t> numbers, std::span<const std::uint32_t> before);

struct CodedMap {
  std::string coding;  ///< plain, predicted or changed
  std::string bytes;   ///< two byte planes
};

/// The way that takes the fewest bytes once deflated. `before` may be empty.
[[nodiscard]] CodedMap coded_map(std::span<const std::uint32_t> numbers, std::size_t columns, std::span<const std::uint32_t> before);

}  // namespace parktwin::viz::twin
