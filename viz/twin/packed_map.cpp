#include "viz/twin/packed_map.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <unordered_map>

#include "engine/core/check.h"
#include "viz/scene/map_drape.h"
#include "viz/twin/map_coding.h"

namespace parktwin::viz::twin {
namespace {

using Pixel = std::array<std::uint8_t, 4>;

/// Colours by number: those of the scale first, from low to high, so that neighbours on the map have neighbouring numbers.
class NumberedPixels {
 public:
  explicit NumberedPixels(Layer layer) {
    const auto scale = scale_of(layer);
    if (!scale) return;
    for (std::size_t step = 0; step < scale_steps; ++step) {
      const double share = static_cast<double>(step) / static_cast<double>(scale_steps - 1);
      const double value = scale->range.low + share * (scale->range.high - scale->range.low);
      static_cast<void>(number_of(scale_pixel(step), std::round(value * 100.0) / 100.0));
    }
  }

  std::uint32_t number_of(Pixel pixel, const Json& value = nullptr) {
    if (pixel[3] == 0) pixel = {0, 0, 0, 0};  // however its colour was smoothed
    const std::uint32_t key = pixel[0] | pixel[1] << 8U | pixel[2] << 16U | static_cast<std::uint32_t>(pixel[3]) << 24U;
    const auto [at, added] = known_.emplace(key, static_cast<std::uint32_t>(colours_.size()));
    if (added) {
      colours_.push_back(pixel);
      values_.push_back(value);
    }
    return at->second;
  }

  [[nodiscard]] const Json& colours() const { return colours_; }
  [[nodiscard]] const Json& values() const { return values_; }

 private:
  std::unordered_map<std::uint32_t, std::uint32_t> known_;
  Json colours_ = Json::array();
  Json values_ = Json::array();
};

}  // namespace

NumberedMap numbered_map(const Drape& drape, Layer layer, std::int32_t largest) {
  const GridFrame& frame = drape.frame;
  PARKTWIN_CHECK(frame.columns > 0 && frame.rows > 0 && largest > 0, "a map of the twin has no cells");
  const std::int32_t step = 1 + (std::max(frame.columns, frame.rows) - 1) / largest;
  const std::int32_t columns = (frame.columns + step - 1) / step;
  const std::int32_t rows = (frame.rows + step - 1) / step;
  NumberedPixels numbered(layer);
  NumberedMap map;
  map.numbers.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  for (std::int32_t row = 0; row < rows; ++row) {
    for (std::int32_t column = 0; column < columns; ++column) {
      map.numbers.push_back(numbered.number_of(drape.pixels[frame.index(column * step, row * step)]));
    }
  }
  map.head = {{"layer", std::string(name_of(layer))}, {"columns", columns}, {"rows", rows}};
  map.head["origin"] = {frame.origin.x, frame.origin.y};
  map.head["cell"] = frame.cell_size * step;
  map.head["colours"] = numbered.colours();
  map.head["values"] = numbered.values();
  PARKTWIN_CHECK(numbered.colours().size() <= 65536, "a map of the twin has more colours than its numbers reach");
  return map;
}

Packed packed_map(const NumberedMap& map, std::span<const EarlierMap> earlier) {
  const EarlierMap* nearest = nullptr;
  std::size_t fewest = map.numbers.size();
  for (const EarlierMap& one : earlier) {
    if (one.map.head["columns"] != map.head["columns"] || one.map.numbers.size() != map.numbers.size()) continue;
    const auto differing =
        map.numbers.size() - static_cast<std::size_t>(std::inner_product(map.numbers.begin(), map.numbers.end(), one.map.numbers.begin(),
                                                                         std::size_t{0}, std::plus<>(), std::equal_to<>()));
    if (differing >= fewest) continue;
    fewest = differing;
    nearest = &one;
  }
  CodedMap coded = coded_map(map.numbers, map.head["columns"].get<std::size_t>(),
                             nearest == nullptr ? std::span<const std::uint32_t>() : std::span(nearest->map.numbers));
  Packed packed{map.head, std::move(coded.bytes)};
  packed.head["coding"] = coded.coding;
  if (coded.coding == "changed") packed.head["from"] = nearest->item;
  return packed;
}

}  // namespace parktwin::viz::twin
