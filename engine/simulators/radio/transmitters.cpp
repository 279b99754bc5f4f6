#include "engine/simulators/radio/transmitters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "engine/simulators/radio/measured_pattern.h"
#include "engine/simulators/radio/radiated_power.h"

namespace parktwin::radio {
namespace {

template <class T>
std::size_t position_in(std::vector<T>& list, const T& value) {
  const auto found = std::find(list.begin(), list.end(), value);
  if (found != list.end()) return static_cast<std::size_t>(found - list.begin());
  list.push_back(value);
  return list.size() - 1;
}

// A mast inside a footprint that ends below the roof would see nothing: its own building then does not block.
void step_out_of_building(const Park& park, const RadioSite& site, const Grid<SurfaceCell>& surface, SightPoint& point,
                          std::vector<Note>& notes) {
  const GridFrame& frame = surface.frame;
  const std::int32_t column = frame.column_of(point.position.x);
  const std::int32_t row = frame.row_of(point.position.y);
  if (!frame.holds(column, row)) return;
  const SurfaceCell& under = surface.at(column, row);
  if (under.building == no_building || point.elevation_m > under.top_m) return;
  point.ignored = under.building;
  const auto& building = park.buildings->records()[static_cast<std::size_t>(under.building)];
  notes.push_back(
      {NoteKind::warning, "radio site " + site.id,
       "The antenna is below the roof of building " + building.id + " it stands in; that building does not block its own site."});
}

Mast mast_inside(const Park& park, Id<RadioSite> id, Metres receiver_height) {
  const RadioSite& site = (*park.radio_sites)[id];
  Mast mast;
  mast.site = id;
  mast.antenna_height = site.height;
  mast.environment = environment_at(mast.antenna_height);
  mast.hall = hall_at(park, site.building, site.height, receiver_height);
  mast.point = {site.position, mast.hall->floor_m + site.height.value(), mast.hall->building};
  return mast;
}

Mast mast_at(const Park& park, Id<RadioSite> id, const Grid<SurfaceCell>& surface, SiteLaw law, std::vector<Note>& notes) {
  const RadioSite& site = (*park.radio_sites)[id];
  const double ground_m = ground_elevation_m(*park.terrain, site.position);
  const double base_m = site.building.valid() ? roof_elevation_m(*park.terrain, (*park.buildings)[site.building]) : ground_m;
  Mast mast;
  mast.site = id;
  mast.point.position = site.position;
  mast.point.elevation_m = base_m + site.height.value();
  mast.antenna_height = Metres(mast.point.elevation_m - ground_m);
  if (law == SiteLaw::rma || law == SiteLaw::p1411) mast.built_height = built_height_around(surface, site.position);
  mast.environment = environment_of(law, mast.antenna_height, mast.built_height);
  step_out_of_building(park, site, surface, mast.point, notes);
  return mast;
}

void note_unknown_channels(const std::vector<Carrier>& carriers, std::vector<Note>& notes) {
  for (const auto& carrier : carriers) {
    if (tabulated_resource_blocks(carrier)) continue;
    notes.push_back({NoteKind::assumption, "carrier at " + std::to_string(carrier.frequency.value() * 1e-6) + " MHz",
                     "TS 38.104 has no such bandwidth and subcarrier spacing; " + std::to_string(resource_blocks(carrier)) +
                         " resource blocks were taken, those that fit into 95 % of the bandwidth."});
  }
}

constexpr double furthest_tilt_deg = 5.0;    // beyond it a shifted cut no longer has the shape of the tilted antenna's
constexpr double furthest_frequency = 0.05;  // relative; beams narrow with frequency

void note_measured_pattern(const RadioCell& cell, const Antenna& antenna, std::vector<Note>& notes) {
  if (!is_measured(antenna)) return;
  const std::string place = "radio cell " + cell.id;
  const double shift_deg = (cell.electrical_downtilt - measured_downtilt(antenna)).value();
  if (std::abs(shift_deg) > furthest_tilt_deg) {
    notes.push_back(
        {NoteKind::warning, place,
         fmt::format("Its electrical tilt is {:.1f}° off the measured pattern of antenna {}, whose vertical cut was shifted by as "
                     "much; a pattern measured nearer to this tilt would be truer.",
                     std::abs(shift_deg), antenna.id)});
  }
  if (!antenna.measured_frequency) return;
  if (std::abs(cell.frequency / *antenna.measured_frequency - 1.0) <= furthest_frequency) return;
  notes.push_back({NoteKind::warning, place,
                   fmt::format("It sends at {:.0f} MHz with the pattern of antenna {} measured at {:.0f} MHz.",
                               cell.frequency.value() * 1e-6, antenna.id, antenna.measured_frequency->value() * 1e-6)});
}

Dbm limited_power(const RadioCell& cell, const Antenna& antenna, std::vector<Note>& notes) {
  const RadiatedPower radiated = radiated_power(cell, antenna);
  if (radiated.reduction > Decibel(0.0)) {
    notes.push_back({NoteKind::warning, "radio cell " + cell.id,
                     fmt::format("Its EIRP of {:.1f} dBm is above its limit of {:.1f} dBm; its transmit power was reduced by {:.1f} dB.",
                                 (radiated.eirp + radiated.reduction).value(), radiated.eirp.value(), radiated.reduction.value())});
  }
  return radiated.transmit_power;
}

}  // namespace

std::shared_ptr<const PatternTable> PatternCache::get(const Antenna& antenna, Degrees electrical_downtilt) {
  auto& table = tables_[{content_hash(antenna), electrical_downtilt.value()}];
  if (table == nullptr) table = std::make_shared<const PatternTable>(antenna, electrical_downtilt);
  return table;
}

bool is_on_air(const Park& park, const RadioCell& cell, std::span<const std::uint8_t> site_connected) {
  return cell.access == RadioAccess::nr && cell.operational && (*park.radio_sites)[cell.site].operational &&
         site_connected[cell.site.index()] != 0;
}

Transmitters list_transmitters(const Park& park, const Grid<SurfaceCell>& surface, std::span<const std::uint8_t> site_connected,
                               Metres receiver_height, PatternCache& cache, std::string_view network_operator, SiteLaw law) {
  Transmitters result;
  const auto& cells = park.radio_cells->records();
  std::vector<std::vector<std::size_t>> cells_of_site(park.radio_sites->size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (is_on_air(park, cells[i], site_connected)) cells_of_site[cells[i].site.index()].push_back(i);
  }
  std::map<std::pair<std::size_t, double>, std::size_t> patterns;  // by antenna and electrical tilt
  for (std::size_t site = 0; site < cells_of_site.size(); ++site) {
    if (cells_of_site[site].empty()) continue;
    const RadioSite& record = park.radio_sites->records()[site];
    Mast mast = record.inside && record.building.valid() ? mast_inside(park, Id<RadioSite>(site), receiver_height)
                                                         : mast_at(park, Id<RadioSite>(site), surface, law, result.notes);
    for (const std::size_t i : cells_of_site[site]) {
      const RadioCell& cell = cells[i];
      const Antenna& antenna = (*park.antennas)[cell.antenna];
      const auto [known, added] = patterns.try_emplace({cell.antenna.index(), cell.electrical_downtilt.value()}, result.patterns.size());
      if (added) result.patterns.push_back(cache.get(antenna, cell.electrical_downtilt));
      Transmitter transmitter;
      transmitter.cell = static_cast<std::uint16_t>(i);
      transmitter.carrier = position_in(result.carriers, carrier_of(cell));
      transmitter.frequency = position_in(result.frequencies, cell.frequency);
      transmitter.pattern = known->second;
      transmitter.law = site_path_loss_law(mast.environment, cell.frequency, mast.antenna_height, receiver_height, mast.built_height);
      transmitter.orientation = orientation_of(cell.azimuth, cell.mechanical_downtilt);
      const Dbm power = limited_power(cell, antenna, result.notes);
      note_measured_pattern(cell, antenna, result.notes);
      transmitter.peak_dbm = (power_per_resource_element(power, carrier_of(cell)) - cell.feeder_loss).value() + peak_gain_dbi(antenna);
      transmitter.load = cell.load;
      transmitter.serves = network_operator.empty() || cell.network_operator.empty() || cell.network_operator == network_operator;
      mast.transmitters.push_back(transmitter);
    }
    result.masts.push_back(std::move(mast));
  }
  note_unknown_channels(result.carriers, result.notes);
  return result;
}

}  // namespace parktwin::radio
