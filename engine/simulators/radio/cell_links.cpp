#include "engine/simulators/radio/cell_links.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/simulators/radio/carrier.h"
#include "engine/simulators/radio/link/duplex_choice.h"
#include "engine/simulators/radio/link/uplink_budget.h"
#include "engine/simulators/radio/noise.h"
#include "engine/simulators/radio/radiated_power.h"

namespace parktwin::radio {
namespace {

constexpr auto table = link::SchemeTable::mcs_256qam;
constexpr link::LinkCurve curve;
// Beyond: nothing gets through, or no rate grows any more even with eight layers.
constexpr float lowest_sinr_db = -20.0F;
constexpr float highest_sinr_db = 50.0F;
constexpr float lowest_gain_db = -190.0F;
constexpr float highest_gain_db = -20.0F;

// What decides a table, beside the options.
struct Kind {
  Carrier carrier;
  std::int32_t layers = 1;
  std::string duplex_pattern;
  friend bool operator==(const Kind&, const Kind&) = default;
};

link::CarrierLink carrier_link(const Kind& kind, link::Direction direction) {
  link::CarrierLink result;
  result.direction = direction;
  result.range = link::frequency_range(kind.carrier.frequency);
  result.subcarrier_spacing = kind.carrier.subcarrier_spacing;
  result.resource_blocks = resource_blocks(kind.carrier);
  result.layers = kind.layers;
  result.duplex = link::duplex_of(kind.duplex_pattern, kind.carrier.frequency);
  return result;
}

RateTable down_table(const Kind& kind) {
  const auto down = carrier_link(kind, link::Direction::down);
  return {lowest_sinr_db, highest_sinr_db, [&](double sinr_db) {
            const auto layered = link::best_layers(table, Decibel(sinr_db), down.layers, curve);
            auto used = down;
            used.layers = layered.layers;
            return link::expected_rate(used, layered.scheme.efficiency()).value();
          }};
}

RateTable up_table(const Kind& kind, const Options& options) {
  const auto up = carrier_link(kind, link::Direction::up);
  link::PowerControl control;
  control.maximum = options.device_power;
  control.p0 = options.device_power;  // as high as that, always full power
  const link::UplinkReceiver receiver{thermal_noise(up.subcarrier_spacing, options.base_station_noise_figure),
                                      options.uplink_interference_rise};
  const Decibel any = link::required_sinr(link::schemes(table).front().efficiency(), curve);
  return {lowest_gain_db, highest_gain_db,
          [&](double gain_db) { return link::uplink_budget(control, receiver, Decibel(-gain_db), up, any, table, curve).rate.value(); }};
}

template <class Make>
std::size_t table_of(const Kind& kind, std::vector<Kind>& kinds, std::vector<RateTable>& tables, const Make& make) {
  const auto found = std::find(kinds.begin(), kinds.end(), kind);
  if (found != kinds.end()) return static_cast<std::size_t>(found - kinds.begin());
  kinds.push_back(kind);
  tables.push_back(make(kind));
  return tables.size() - 1;
}

}  // namespace

CellLinks cell_links(const Park& park, const Options& options) {
  CellLinks links;
  std::vector<Kind> down;
  std::vector<Kind> up;
  for (const auto& cell : *park.radio_cells) {
    const Carrier carrier = carrier_of(cell);
    CellLink link;
    link.down = table_of({carrier, cell.downlink_layers, cell.duplex_pattern}, down, links.down, down_table);
    link.up = table_of({carrier, cell.uplink_layers, cell.duplex_pattern}, up, links.up,
                       [&](const Kind& kind) { return up_table(kind, options); });
    const Dbm power = radiated_power(cell, (*park.antennas)[cell.antenna]).transmit_power;
    link.element_dbm = static_cast<float>(power_per_resource_element(power, carrier).value());
    link.blocks_db = static_cast<float>(10.0 * std::log10(resource_blocks(carrier)));
    link.load = static_cast<float>(cell.load);
    links.cells.push_back(link);
  }
  return links;
}

}  // namespace parktwin::radio
