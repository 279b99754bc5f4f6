#include "engine/simulators/radio/inventory_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/simulators/radio/valid_range.h"

namespace parktwin::radio {
namespace {

constexpr double same_place_m = 0.1;
constexpr double same_azimuth_deg = 1.0;
// TS 38.104 v17 table 5.1-1: FR1 410–7125 MHz, FR2-1 24250–52600 MHz and, new in v17, FR2-2 to 71000 MHz.
constexpr std::array nr_ranges_ghz = {ValidRange{0.41, 7.125}, ValidRange{24.25, 71.0}};

double distance_to(const GridFrame& frame, Point p) {
  const double east_m = frame.origin.x + frame.columns * frame.cell_size;
  const double north_m = frame.origin.y + frame.rows * frame.cell_size;
  return std::hypot(std::max({frame.origin.x - p.x, 0.0, p.x - east_m}), std::max({frame.origin.y - p.y, 0.0, p.y - north_m}));
}

void add_place_notes(const Park& park, const Options& options, const Mast& mast, const GridFrame& frame, std::vector<Note>& notes) {
  if (park.site->boundary.polygons.empty() || contains(park.site->boundary, mast.point.position)) return;
  const std::string place = "radio site " + (*park.radio_sites)[mast.site].id;
  const double away_m = distance_to(frame, mast.point.position);
  if (away_m > options.maximum_distance.value()) {
    notes.push_back({NoteKind::warning, place,
                     fmt::format("It stands {:.0f} m from the map, further than cells are considered ({:.0f} m); its cells count nowhere.",
                                 away_m, options.maximum_distance.value())});
  } else {
    notes.push_back(
        {NoteKind::information, place, "It stands outside the boundary; inside, its cells serve and interfere like any others."});
  }
}

bool is_same_direction(const Park& park, const RadioCell& a, const RadioCell& b) {
  if ((*park.antennas)[a.antenna].omnidirectional && (*park.antennas)[b.antenna].omnidirectional) return true;
  return std::abs(std::remainder((a.azimuth - b.azimuth).value(), 360.0)) < same_azimuth_deg;
}

void add_twin_notes(const Park& park, const Mast& one, const Mast& other, std::vector<Note>& notes) {
  const auto& cells = park.radio_cells->records();
  for (const auto& a : one.transmitters) {
    for (const auto& b : other.transmitters) {
      const bool once = &one != &other || a.cell < b.cell;
      if (!once || a.carrier != b.carrier || !is_same_direction(park, cells[a.cell], cells[b.cell])) continue;
      notes.push_back(
          {NoteKind::warning, fmt::format("radio cells {} and {}", cells[a.cell].id, cells[b.cell].id),
           "They send on the same channel from the same place in the same direction, so each drowns the other; is one of them a "
           "copy?"});
    }
  }
}

void add_carrier_notes(const Park& park, const Transmitters& transmitters, std::vector<Note>& notes) {
  for (const auto& mast : transmitters.masts) {
    for (const auto& transmitter : mast.transmitters) {
      const double f_ghz = transmitters.frequencies[transmitter.frequency].value() * 1e-9;
      if (std::any_of(nr_ranges_ghz.begin(), nr_ranges_ghz.end(), [f_ghz](const ValidRange& r) { return r.contains(f_ghz); })) continue;
      notes.push_back(
          {NoteKind::warning, "radio cell " + (*park.radio_cells)[Id<RadioCell>(transmitter.cell)].id,
           fmt::format("It sends at {:.3f} GHz, where NR has no frequency range (TS 38.104: 0.41 to 7.125 and 24.25 to 71 GHz).", f_ghz)});
    }
  }
}

}  // namespace

std::vector<Note> inventory_notes(const Park& park, const Options& options, const Transmitters& transmitters, const GridFrame& frame) {
  std::vector<Note> notes;
  const auto& masts = transmitters.masts;
  for (std::size_t i = 0; i < masts.size(); ++i) {
    add_place_notes(park, options, masts[i], frame, notes);
    add_twin_notes(park, masts[i], masts[i], notes);
    for (std::size_t k = i + 1; k < masts.size(); ++k) {
      if (distance(masts[i].point.position, masts[k].point.position) > same_place_m) continue;
      notes.push_back({NoteKind::warning,
                       fmt::format("radio sites {} and {}", (*park.radio_sites)[masts[i].site].id, (*park.radio_sites)[masts[k].site].id),
                       "They stand in the same place; if they are one site, its cells are counted twice."});
      add_twin_notes(park, masts[i], masts[k], notes);
    }
  }
  add_carrier_notes(park, transmitters, notes);
  return notes;
}

}  // namespace parktwin::radio
