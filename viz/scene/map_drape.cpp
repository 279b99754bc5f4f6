#include "viz/scene/map_drape.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/criteria/coverage.h"

namespace parktwin::viz {
namespace {

using Pixel = std::array<std::uint8_t, 4>;

Pixel opaque_enough(Colour colour) {
  colour.alpha = map_colour::opacity;
  return to_bytes(colour);
}

Drape of_values(const radio::Result& radio, const Grid<float>& values, const ValueRange& range) {
  Drape drape{values.frame, std::vector<Pixel>(values.values.size(), Pixel{0, 0, 0, 0})};
  std::array<Pixel, scale_steps> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = scale_pixel(i);
  const Pixel silent = opaque_enough(map_colour::no_signal());
  for (std::size_t i = 0; i < drape.pixels.size(); ++i) {
    const float value = values.values[i];
    if (!std::isnan(value)) {
      drape.pixels[i] = table[static_cast<std::size_t>(std::lround(255.0 * std::clamp(range.position(value), 0.0, 1.0)))];
    } else if (radio.place.values[i] != static_cast<std::uint8_t>(radio::Place::outside)) {
      drape.pixels[i] = silent;
    }
  }
  return drape;
}

Drape of_servers(const radio::Result& radio) {
  Drape drape{radio.best_server.frame, std::vector<Pixel>(radio.best_server.values.size(), Pixel{0, 0, 0, 0})};
  const Pixel silent = opaque_enough(map_colour::no_signal());
  for (std::size_t i = 0; i < drape.pixels.size(); ++i) {
    const std::uint16_t server = radio.best_server.values[i];
    if (server != radio::no_server) {
      drape.pixels[i] = opaque_enough(distinct_colour(server));
    } else if (radio.place.values[i] != static_cast<std::uint8_t>(radio::Place::outside)) {
      drape.pixels[i] = silent;
    }
  }
  return drape;
}

void mark_service(Drape& drape, const Grid<std::uint8_t>& service, bool served_too) {
  for (std::size_t i = 0; i < drape.pixels.size(); ++i) {
    const auto state = static_cast<criteria::PublicService>(service.values[i]);
    if (state == criteria::PublicService::unserved) drape.pixels[i] = to_bytes(map_colour::unserved());
    if (served_too && state == criteria::PublicService::radio) drape.pixels[i] = opaque_enough(map_colour::by_radio());
    if (served_too && state == criteria::PublicService::wired) drape.pixels[i] = opaque_enough(map_colour::by_wired());
  }
}

/// Clear pixels take the colour of a neighbour, so that smoothing does not pull the map's edge towards black.
void bleed_into_clear(Drape& drape) {
  const GridFrame& frame = drape.frame;
  const std::vector<Pixel> before = drape.pixels;
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      Pixel& pixel = drape.pixels[frame.index(column, row)];
      if (pixel[3] != 0) continue;
      for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}) {
        if (!frame.holds(column + dx, row + dy)) continue;
        const Pixel& near = before[frame.index(column + dx, row + dy)];
        if (near[3] != 0) pixel = {near[0], near[1], near[2], 0};
      }
    }
  }
}

}  // namespace

namespace map_colour {
Colour unserved() { return rgb(0xE6007E); }
Colour no_signal() { return rgb(0x2B2B33); }
Colour by_radio() { return rgb(0x3FA7A0); }
Colour by_wired() { return rgb(0xF2B134); }
}  // namespace map_colour

std::optional<LayerScale> scale_of(Layer layer) {
  switch (layer) {
    case Layer::rsrp:
      return LayerScale{rsrp_range, "dBm"};
    case Layer::sinr:
      return LayerScale{sinr_range, "dB"};
    case Layer::rsrq:
      return LayerScale{rsrq_range, "dB"};
    case Layer::throughput_down:
      return LayerScale{throughput_range, "Mbit/s"};
    case Layer::none:
    case Layer::best_server:
    case Layer::unserved:
      return std::nullopt;
  }
  return std::nullopt;
}

Pixel scale_pixel(std::size_t step) {
  return opaque_enough(scale_colour(static_cast<double>(step) / static_cast<double>(scale_steps - 1)));
}

std::optional<Drape> map_drape(const Park& park, const Results& results, Layer layer) {
  const radio::Result& radio = results.radio;
  if (layer == Layer::none || radio.rsrp_dbm.empty()) return std::nullopt;
  Drape drape;
  const auto scale = scale_of(layer);
  switch (layer) {
    case Layer::none:
      return std::nullopt;
    case Layer::rsrp:
      drape = of_values(radio, radio.rsrp_dbm, scale->range);
      break;
    case Layer::sinr:
      drape = of_values(radio, radio.sinr_db, scale->range);
      break;
    case Layer::rsrq:
      drape = of_values(radio, radio.rsrq_db, scale->range);
      break;
    case Layer::throughput_down:
      drape = of_values(radio, radio.throughput_down_mbit_s, scale->range);
      break;
    case Layer::best_server:
      drape = of_servers(radio);
      break;
    case Layer::unserved:
      drape = {radio.rsrp_dbm.frame, std::vector<Pixel>(radio.rsrp_dbm.values.size(), Pixel{0, 0, 0, 0})};
      break;
  }
  if (drape.pixels.empty()) return std::nullopt;
  if (layer == Layer::rsrp || layer == Layer::unserved) {
    mark_service(drape, criteria::public_service(results, park, criteria::CoverageRule{}), layer == Layer::unserved);
  }
  bleed_into_clear(drape);
  return drape;
}

}  // namespace parktwin::viz
