#include "viz/scene/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"
#include "viz/scene/map_drape.h"
#include "viz/scene/wording.h"

namespace parktwin::viz {
namespace {

constexpr int steps = 80;  // from nothing to the range

const Grid<float>* values_of(const Results& results, Layer layer) {
  switch (layer) {
    case Layer::rsrp:
      return &results.radio.rsrp_dbm;
    case Layer::sinr:
      return &results.radio.sinr_db;
    case Layer::rsrq:
      return &results.radio.rsrq_db;
    case Layer::throughput_down:
      return &results.radio.throughput_down_mbit_s;
    case Layer::none:
    case Layer::best_server:
    case Layer::unserved:
      return nullptr;
  }
  return nullptr;
}

/// Between two levels in dBm lie dB.
std::string_view unit_of_difference(Layer layer) { return layer == Layer::rsrp ? "dB" : scale_of(layer)->unit; }

bool same_cells(const GridFrame& a, const GridFrame& b) {
  return a.columns == b.columns && a.rows == b.rows && a.cell_size == b.cell_size && a.origin == b.origin;
}

}  // namespace

std::optional<double> difference_range(Layer layer) {
  switch (layer) {
    case Layer::rsrp:
    case Layer::sinr:
      return 20.0;
    case Layer::rsrq:
      return 10.0;
    case Layer::throughput_down:
      return 400.0;
    case Layer::none:
    case Layer::best_server:
    case Layer::unserved:
      return std::nullopt;
  }
  return std::nullopt;
}

std::array<std::uint8_t, 4> difference_pixel(double share) {
  const double size = std::min(std::abs(share), 1.0);
  if (size < 0.025) return {255, 255, 255, 120};
  const std::array<double, 3> end = share > 0.0 ? std::array{0.0, 90.0, 181.0} : std::array{200.0, 80.0, 10.0};
  std::array<std::uint8_t, 4> pixel{0, 0, 0, 220};
  for (std::size_t i = 0; i < 3; ++i) pixel[i] = static_cast<std::uint8_t>(std::lround(255.0 + (end[i] - 255.0) * std::sqrt(size)));
  return pixel;
}

std::optional<Drape> difference_drape(const Results& from, const Results& to, Layer layer) {
  const auto range = difference_range(layer);
  if (!range) return std::nullopt;
  const Grid<float>& before = *values_of(from, layer);
  const Grid<float>& after = *values_of(to, layer);
  if (before.empty() || after.empty() || !same_cells(before.frame, after.frame)) return std::nullopt;
  std::array<std::array<std::uint8_t, 4>, 2 * steps + 1> colours{};
  for (int step = -steps; step <= steps; ++step)
    colours[static_cast<std::size_t>(step + steps)] = difference_pixel(static_cast<double>(step) / steps);
  Drape drape{after.frame, std::vector<std::array<std::uint8_t, 4>>(after.values.size(), {255, 255, 255, 0})};
  for (std::size_t i = 0; i < drape.pixels.size(); ++i) {
    const double change = static_cast<double>(after.values[i]) - static_cast<double>(before.values[i]);
    if (std::isnan(change)) continue;
    drape.pixels[i] = colours[static_cast<std::size_t>(std::lround(std::clamp(change / *range, -1.0, 1.0) * steps) + steps)];
  }
  return drape;
}

Legend difference_legend(Layer layer, Language language) {
  const auto range = difference_range(layer);
  PARKTWIN_CHECK(range.has_value(), "a layer without differences");
  Legend legend{fmt::format("{} ({})", phrase::difference.in(language), unit_of_difference(layer)), {}, true};
  for (const double share : {1.0, 0.5, 0.25, 0.0, -0.25, -0.5, -1.0}) {
    const auto pixel = difference_pixel(share);
    const std::string sign = share > 0.0 ? "+" : share < 0.0 ? "−" : "";
    const std::string end = share == 1.0 ? "≥ " : share == -1.0 ? "≤ " : "";
    legend.entries.push_back({rgb(static_cast<std::uint32_t>(pixel[0] << 16 | pixel[1] << 8 | pixel[2])),
                              fmt::format("{}{}{:g}", end, sign, std::abs(share) * *range)});
  }
  return legend;
}

}  // namespace parktwin::viz
