#include "engine/simulators/radio/calibration/spatial_blocks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::calibration {
namespace {

constexpr std::uint32_t block_stream = 0x7261'0010;

/// Column and row of a square.
using Square = std::pair<std::int64_t, std::int64_t>;

Square square_of(Point position, double side) {
  PARKTWIN_CHECK(std::abs(position.x) < 1e9 && std::abs(position.y) < 1e9, "a position off the map");
  return {static_cast<std::int64_t>(std::floor(position.x / side)), static_cast<std::int64_t>(std::floor(position.y / side))};
}

double draw(const Square& square, std::uint64_t seed) {
  return RandomSequence(seed, block_stream, static_cast<std::uint32_t>(square.first)).uniform(static_cast<std::uint32_t>(square.second));
}

}  // namespace

BlockOrder draw_blocks(std::span<const Point> positions, Metres side, std::uint64_t seed) {
  PARKTWIN_CHECK(side.value() >= 1.0, "squares of less than a metre");
  std::map<Square, std::uint32_t> ranks;
  for (const Point position : positions) ranks.emplace(square_of(position, side.value()), 0);
  std::vector<std::tuple<double, Square>> order;
  for (const auto& [square, unused] : ranks) order.emplace_back(draw(square, seed), square);
  std::sort(order.begin(), order.end());
  for (std::uint32_t i = 0; i < order.size(); ++i) ranks[std::get<Square>(order[i])] = i;
  BlockOrder result;
  result.count = static_cast<std::uint32_t>(order.size());
  result.rank.reserve(positions.size());
  for (const Point position : positions) result.rank.push_back(ranks.at(square_of(position, side.value())));
  return result;
}

std::uint32_t held_out_blocks(std::uint32_t count, double share) {
  PARKTWIN_CHECK(share > 0.0 && share < 1.0, "a share outside 0 to 1");
  if (count < 2) return 0;
  const auto wanted = static_cast<std::uint32_t>(std::lround(share * count));
  return std::clamp<std::uint32_t>(wanted, 1, count - 1);
}

}  // namespace parktwin::radio::calibration
