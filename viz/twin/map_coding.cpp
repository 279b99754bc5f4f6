#include "viz/twin/map_coding.h"

#include <algorithm>

#include "engine/core/check.h"
#include "viz/twin/byte_planes.h"

namespace parktwin::viz::twin {
namespace {

/// 0, -1, 1, -2 … as 0, 1, 2, 3 …, of a difference modulo 65,536.
std::uint32_t in_turn(std::uint32_t difference) {
  const std::uint32_t low = difference & 0xFFFFU;
  return low < 0x8000U ? 2 * low : 2 * (0xFFFFU - low) + 1;
}

}  // namespace

std::vector<std::uint32_t> predicted(std::span<const std::uint32_t> numbers, std::size_t columns) {
  PARKTWIN_CHECK(columns > 0 && numbers.size() % columns == 0, "a map that does not consist of rows");
  std::vector<std::uint32_t> missed(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const bool first = i % columns == 0;
    const std::uint32_t south = i >= columns ? numbers[i - columns] : 0;
    const std::uint32_t west = first ? south : numbers[i - 1];
    const std::uint32_t corner = first ? south : i >= columns ? numbers[i - columns - 1] : 0;
    const std::uint32_t guess = corner >= std::max(west, south)   ? std::min(west, south)
                                : corner <= std::min(west, south) ? std::max(west, south)
                                                                  : west + south - corner;
    missed[i] = in_turn(numbers[i] - guess);
  }
  return missed;
}

std::vector<std::uint32_t> changed(std::span<const std::uint32_t> numbers, std::span<const std::uint32_t> before) {
  PARKTWIN_CHECK(numbers.size() == before.size(), "a change between maps of different cells");
  std::vector<std::uint32_t> missed(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) missed[i] = in_turn(numbers[i] - before[i]);
  return missed;
}

CodedMap coded_map(std::span<const std::uint32_t> numbers, std::size_t columns, std::span<const std::uint32_t> before) {
  CodedMap best;
  std::size_t fewest = 0;
  const auto consider = [&](const char* coding, std::span<const std::uint32_t> values) {
    std::string bytes;
    add_planes(bytes, values, 2);
    const std::size_t size = deflated(bytes).size();
    if (best.coding.empty() || size < fewest) {
      best = {coding, std::move(bytes)};
      fewest = size;
    }
  };
  consider("plain", numbers);
  consider("predicted", predicted(numbers, columns));
  if (!before.empty()) consider("changed", changed(numbers, before));
  return best;
}

}  // namespace parktwin::viz::twin
