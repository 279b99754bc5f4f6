#include "engine/run/radio_ends.h"

#include <algorithm>
#include <cmath>

#include "engine/simulators/radio/carrier.h"
#include "engine/simulators/radio/link/uplink_budget.h"
#include "engine/simulators/radio/noise.h"
#include "engine/simulators/radio/radiated_power.h"

namespace parktwin {
namespace {

using radio::link::Direction;
using wired::tsn::bridge::RadioDirection;
using wired::tsn::bridge::RadioEnd;

constexpr auto scheme_table = radio::link::SchemeTable::mcs_256qam;
constexpr radio::link::LinkCurve curve;
constexpr double elements_per_block = 12.0 * radio::link::symbols_per_slot;

double elements_per_slot(const RadioCell& cell, Direction direction, std::int32_t resource_blocks) {
  return resource_blocks * elements_per_block * (1.0 - radio::link::overhead(radio::link::frequency_range(cell.frequency), direction));
}

RadioDirection up_of(const RadioCell& cell, const Antenna& antenna, const radio::Options& options, double rsrp_dbm) {
  const radio::Carrier carrier = radio::carrier_of(cell);
  radio::link::CarrierLink up;
  up.direction = Direction::up;
  up.range = radio::link::frequency_range(cell.frequency);
  up.subcarrier_spacing = cell.subcarrier_spacing;
  up.resource_blocks = radio::resource_blocks(carrier);
  const radio::link::PowerControl control{options.device_power, options.device_power, 1.0};
  const radio::link::UplinkReceiver receiver{radio::thermal_noise(cell.subcarrier_spacing, options.base_station_noise_figure),
                                             options.uplink_interference_rise};
  const Dbm element = radio::power_per_resource_element(radio::radiated_power(cell, antenna).transmit_power, carrier);
  const Decibel loss = radio::link::coupling_loss(element, Dbm(rsrp_dbm));
  const auto budget = radio::link::uplink_budget(control, receiver, loss, up, Decibel(-1e3), scheme_table, curve);
  return {budget.sinr.value(), elements_per_slot(cell, Direction::up, budget.resource_blocks), 0.0};
}

RadioEnd end_of(const Park& park, const radio::Options& options, const radio::Result& radio, Id<NetworkLink> id) {
  const NetworkLink& link = (*park.network_links)[id];
  RadioEnd end;
  end.link = id;
  const Point device = (*park.network_nodes)[link.to].position;
  const GridFrame& frame = radio.best_server.frame;
  const std::int32_t column = radio.best_server.empty() ? -1 : frame.column_of(device.x);
  const std::int32_t row = radio.best_server.empty() ? -1 : frame.row_of(device.y);
  if (!frame.holds(column, row)) return end;
  const std::size_t at = frame.index(column, row);
  const std::uint16_t server = radio.best_server.values[at];
  if (server == radio::no_server) return end;
  end.cell = Id<RadioCell>(server);
  const RadioCell& cell = (*park.radio_cells)[end.cell];
  end.down.sinr_db = static_cast<double>(radio.sinr_db.values[at]);
  end.down.elements_per_slot = elements_per_slot(cell, Direction::down, radio::resource_blocks(radio::carrier_of(cell)));
  end.up = up_of(cell, (*park.antennas)[cell.antenna], options, static_cast<double>(radio.rsrp_dbm.values[at]));
  for (const auto& figures : radio.cells) {
    if (figures.cell != end.cell) continue;
    end.down.taken_share = figures.load;
    end.up.taken_share = std::min(1.0, figures.needed_load_up);
  }
  return end;
}

}  // namespace

wired::tsn::bridge::RadioEnds radio_ends(const Park& park, const radio::Options& options, const radio::Result& radio) {
  wired::tsn::bridge::RadioEnds ends;
  for (const auto& scheme : radio::link::schemes(scheme_table))
    ends.schemes.push_back({scheme.efficiency(), radio::link::required_sinr(scheme.efficiency(), curve).value()});
  for (std::size_t i = 0; i < park.network_links->size(); ++i) {
    const NetworkLink& link = park.network_links->records()[i];
    if (link.medium == LinkMedium::radio && link.radio_cell.valid()) ends.ends.push_back(end_of(park, options, radio, Id<NetworkLink>(i)));
  }
  return ends;
}

}  // namespace parktwin
