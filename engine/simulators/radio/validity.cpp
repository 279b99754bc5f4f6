#include "engine/simulators/radio/validity.h"

#include <algorithm>

#include "engine/simulators/radio/path_loss.h"

namespace parktwin::radio {
namespace {

// An antenna from half to twice the height the table was fitted at (25 m UMa, 10 m UMi) passes without remark.
bool is_usual_height(const Mast& mast) {
  const double nominal_m = mast.environment == Environment::urban_macro ? 25.0 : 10.0;
  const double ratio = mast.antenna_height.value() / nominal_m;
  return ratio >= 0.5 && ratio <= 2.0;
}

void add_site_notes(const Park& park, const Transmitters& transmitters, std::vector<Note>& notes) {
  for (const auto& mast : transmitters.masts) {
    if (is_usual_height(mast)) continue;
    notes.push_back({NoteKind::warning, "radio site " + (*park.radio_sites)[mast.site].id,
                     "The antenna height is outside half to twice the 25 m (UMa) or 10 m (UMi) the path loss of TR 38.901 was fitted at."});
  }
}

void add_option_notes(const Options& options, std::vector<Note>& notes) {
  if (options.receiver_height < Metres(1.5)) {
    notes.push_back(
        {NoteKind::warning, "option receiver_height_m",
         "TR 38.901 is valid for devices from 1.5 m above ground; its path loss was taken at 1.5 m, sight lines at the given height."});
  }
  if (options.maximum_distance > Metres(furthest_valid_m)) {
    notes.push_back(
        {NoteKind::warning, "option maximum_distance_m", "TR 38.901 is valid up to 5 km; its path loss was extrapolated beyond."});
  }
}

void add_wall_notes(const Park& park, std::vector<Note>& notes) {
  const bool own_mix = std::any_of(park.buildings->begin(), park.buildings->end(), [](const Building& building) {
    return building.material != WallMaterial::standard_glass && building.material != WallMaterial::coated_glass;
  });
  if (!own_mix) return;
  notes.push_back(
      {NoteKind::assumption, "building walls",
       "TR 38.901 tabulates two mixes of walls; for brick, concrete and metal the share of windows is assumed: 20, 10 and 3 %."});
}

}  // namespace

std::vector<Note> validity_notes(const Park& park, const Options& options, const Transmitters& transmitters) {
  std::vector<Note> notes;
  if (transmitters.masts.empty()) {
    notes.push_back({NoteKind::warning, "radio cells", "No NR cell is on the air, so the map is empty."});
    return notes;
  }
  add_option_notes(options, notes);
  if (std::any_of(transmitters.frequencies.begin(), transmitters.frequencies.end(),
                  [](Hertz frequency) { return frequency < gigahertz(0.5) || frequency > gigahertz(100.0); })) {
    notes.push_back({NoteKind::warning, "radio cells", "TR 38.901 is valid from 0.5 to 100 GHz; a carrier outside was extrapolated."});
  }
  add_site_notes(park, transmitters, notes);
  add_wall_notes(park, notes);
  notes.push_back({NoteKind::information, "map cells within 10 m of an antenna",
                   "TR 38.901 is valid from 10 m along the ground; nearer, the path loss at 10 m was taken."});
  return notes;
}

}  // namespace parktwin::radio
