#include "engine/simulators/radio/validity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "engine/simulators/radio/link/duplex_choice.h"
#include "engine/simulators/radio/path_loss.h"
#include "engine/simulators/radio/rural_path_loss.h"
#include "engine/simulators/radio/site_general.h"
#include "engine/simulators/radio/vegetation.h"
#include "engine/simulators/radio/wall_material.h"

namespace parktwin::radio {
namespace {

bool is_urban(Environment environment) { return environment == Environment::urban_macro || environment == Environment::urban_micro; }

bool any_outside(const Transmitters& transmitters, const ValidRange& range_ghz) {
  return std::any_of(transmitters.frequencies.begin(), transmitters.frequencies.end(),
                     [&](Hertz frequency) { return !range_ghz.contains(frequency.value() * 1e-9); });
}

std::string range_text(const ValidRange& range, std::string_view unit) { return fmt::format("{} to {} {}", range.least, range.most, unit); }

// An antenna from half to twice the height the table was fitted at (25 m UMa, 10 m UMi) passes without remark.
bool is_usual_height(const Mast& mast) {
  if (mast.hall) return true;
  if (mast.environment == Environment::rural_macro) return rural_antenna_height_m.contains(mast.antenna_height.value());
  if (!is_urban(mast.environment)) return true;  // P.1411 site-general: heights do not enter
  const double nominal_m = mast.environment == Environment::urban_macro ? 25.0 : 10.0;
  const double ratio = mast.antenna_height.value() / nominal_m;
  return ratio >= 0.5 && ratio <= 2.0;
}

void add_site_notes(const Park& park, const Transmitters& transmitters, std::vector<Note>& notes) {
  for (const auto& mast : transmitters.masts) {
    if (is_usual_height(mast)) continue;
    const std::string place = "radio site " + (*park.radio_sites)[mast.site].id;
    if (mast.environment == Environment::rural_macro) {
      notes.push_back({NoteKind::warning, place,
                       "The rural path loss of TR 38.901 is valid for antennas " + range_text(rural_antenna_height_m, "m") +
                           " above ground; it was extrapolated."});
    } else {
      notes.push_back(
          {NoteKind::warning, place,
           "The antenna height is outside half to twice the 25 m (UMa) or 10 m (UMi) the path loss of TR 38.901 was fitted at."});
    }
  }
}

void add_rural_notes(const Options& options, const Transmitters& transmitters, std::vector<Note>& notes) {
  if (!rural_device_height_m.contains(options.receiver_height.value())) {
    notes.push_back({NoteKind::warning, "option receiver_height_m",
                     "The rural path loss of TR 38.901 is valid for devices " + range_text(rural_device_height_m, "m") +
                         " above ground; below, that at 1 m was taken, sight lines at the given height."});
  }
  if (any_outside(transmitters, rural_frequency_ghz)) {
    notes.push_back({NoteKind::warning, "option site_law",
                     "The rural path loss of TR 38.901 is valid from " + range_text(rural_frequency_ghz, "GHz") +
                         "; for a carrier outside it was extrapolated."});
  }
  const double reach_m = options.maximum_distance.value();
  if (reach_m > rural_blocked_distance_m.most) {
    notes.push_back(
        {NoteKind::warning, "option maximum_distance_m",
         fmt::format("The rural path loss of TR 38.901 is valid up to {} m out of sight and {} m in sight; it was extrapolated beyond.",
                     rural_blocked_distance_m.most, rural_clear_distance_m.most)});
  }
  notes.push_back({NoteKind::assumption, "option site_law",
                   "Buildings around a rural cell count as high as they are on average within 250 m (5 to 50 m), streets as 20 m wide."});
}

// One note per kind of surroundings that some mast has, about each of the rows it evaluates.
void add_measured_notes(const Park& park, const Options& options, const Transmitters& transmitters, std::vector<Note>& notes) {
  struct Rows {
    Environment environment;
    SiteGeneral clear;
    SiteGeneral blocked;
  };
  constexpr std::array kinds = {
      Rows{Environment::above_roofs, SiteGeneral::above_roofs_clear, SiteGeneral::above_roofs_blocked_high_rise},
      Rows{Environment::below_high_roofs, SiteGeneral::below_roofs_clear, SiteGeneral::below_roofs_blocked_high_rise},
      Rows{Environment::below_low_roofs, SiteGeneral::below_roofs_clear, SiteGeneral::below_roofs_blocked_low_rise}};
  for (const auto& kind : kinds) {
    std::string sites;
    std::string low_rise;
    bool fits = true;
    for (const auto& mast : transmitters.masts) {
      if (mast.environment != kind.environment) continue;
      const std::string& id = (*park.radio_sites)[mast.site].id;
      sites += (sites.empty() ? "" : ", ") + id;
      if (kind.environment == Environment::above_roofs && mast.built_height && *mast.built_height < high_rise_from) {
        low_rise += (low_rise.empty() ? "" : ", ") + id;
      }
      for (const auto& transmitter : mast.transmitters) {
        const double f_ghz = transmitters.frequencies[transmitter.frequency].value() * 1e-9;
        fits = fits && validity(kind.clear).frequency_ghz.contains(f_ghz) && validity(kind.blocked).frequency_ghz.contains(f_ghz);
      }
    }
    if (sites.empty()) continue;
    const auto clear = validity(kind.clear);
    const auto blocked = validity(kind.blocked);
    const std::string ranges =
        fmt::format("{} in sight and {} out of sight", range_text(clear.distance_m, "m"), range_text(blocked.distance_m, "m"));
    const bool reaches = options.maximum_distance.value() <= std::min(clear.distance_m.most, blocked.distance_m.most);
    notes.push_back({reaches ? NoteKind::information : NoteKind::warning, "radio sites " + sites,
                     "The loss of ITU-R P.1411 around them was measured from " + ranges +
                         "; elsewhere it was extrapolated, nearer than 10 m along the ground that at 10 m was taken."});
    if (!fits) {
      notes.push_back({NoteKind::warning, "radio sites " + sites,
                       fmt::format("The loss of ITU-R P.1411 around them was measured from {} in sight and {} out of sight; for a carrier "
                                   "outside it was extrapolated.",
                                   range_text(clear.frequency_ghz, "GHz"), range_text(blocked.frequency_ghz, "GHz"))});
    }
    if (!low_rise.empty()) {
      notes.push_back({NoteKind::assumption, "radio sites " + low_rise,
                       "ITU-R P.1411 has no loss out of sight above low-rise roofs; that of urban high-rise was taken."});
    }
  }
}

void add_urban_notes(const Options& options, std::vector<Note>& notes) {
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

void add_site_general_notes(const Park& park, const Options& options, const Transmitters& transmitters, std::vector<Note>& notes) {
  if (options.site_law == SiteLaw::p1411) return add_measured_notes(park, options, transmitters, notes);
  if (options.site_law == SiteLaw::rma) {
    add_rural_notes(options, transmitters, notes);
  } else {
    add_urban_notes(options, notes);
  }
  add_site_notes(park, transmitters, notes);
  notes.push_back({NoteKind::information, "map cells within 10 m of an antenna",
                   "TR 38.901 is valid from 10 m along the ground; nearer, the path loss at 10 m was taken."});
}

void add_hall_notes(const Park& park, const Transmitters& transmitters, std::vector<Note>& notes) {
  const bool any =
      std::any_of(transmitters.masts.begin(), transmitters.masts.end(), [](const Mast& mast) { return mast.hall.has_value(); });
  if (!any) return;
  notes.push_back(
      {NoteKind::assumption, "radio sites inside buildings",
       "Their levels are TR 38.901's for factories (InF) or offices (InH), averaged in dB over the probability of sight; devices "
       "stand on the ground floor."});
  notes.push_back({NoteKind::assumption, "leakage of radio sites inside buildings",
                   "Outside their building, up to 100 m from its bounds, the indoor law was carried on through the walls, which gives "
                   "rather much interference; further away nothing was counted."});
  for (const auto& mast : transmitters.masts) {
    if (!mast.hall) continue;
    const RadioSite& site = (*park.radio_sites)[mast.site];
    const Building& building = (*park.buildings)[site.building];
    if (contains(building.footprint, site.position) && site.height <= building.height) continue;
    notes.push_back(
        {NoteKind::warning, "radio site " + site.id,
         "Its antennas do not hang within the walls and below the roof of building " + building.id + " they are said to hang in."});
  }
}

void add_wall_notes(const Park& park, const Options& options, std::vector<Note>& notes) {
  if (options.entry_law == EntryLaw::p2109) {
    notes.push_back(
        {NoteKind::assumption, "building walls",
         "ITU-R P.2109 knows two classes of buildings: those with coated glass or metal count as thermally efficient, all others "
         "as traditional; paths enter horizontally."});
  }
  if (options.entry_law == EntryLaw::low || options.entry_law == EntryLaw::high) {
    notes.push_back({NoteKind::assumption, "building walls",
                     fmt::format("Every building lets through what the {}-loss model of TR 38.901 does; its own material does not count.",
                                 name_of(options.entry_law))});
  }
  if (options.entry_law != EntryLaw::material) return;
  const bool own_mix = std::any_of(park.buildings->begin(), park.buildings->end(), [](const Building& building) {
    return building.material != WallMaterial::standard_glass && building.material != WallMaterial::coated_glass;
  });
  if (!own_mix) return;
  notes.push_back(
      {NoteKind::assumption, "building walls",
       "TR 38.901 tabulates two mixes of walls; for brick, concrete and metal the share of windows is assumed: 20, 10 and 3 %."});
}

void add_link_notes(const Park& park, const Options& options, const Transmitters& transmitters, std::vector<Note>& notes) {
  bool serves = false;
  bool assumed = false;
  for (const auto& mast : transmitters.masts) {
    for (const auto& transmitter : mast.transmitters) {
      const RadioCell& cell = park.radio_cells->records()[transmitter.cell];
      serves = serves || transmitter.serves;
      assumed = assumed || (cell.duplex_pattern.empty() && link::is_time_division(cell.frequency));
    }
  }
  if (!serves) {
    notes.push_back({NoteKind::warning, "option network_operator",
                     "No cell on the air is shared or belongs to " + options.network_operator + ", so the map is empty."});
  }
  if (assumed) {
    notes.push_back({NoteKind::assumption, "duplex patterns",
                     "TDD cells without a duplex pattern are taken to send in slots " + std::string(link::assumed_slots) + "."});
  }
}

void add_calibration_notes(const Options& options, std::vector<Note>& notes) {
  if (options.calibration.classes.empty()) return;
  const std::string origin = options.calibration.origin.empty() ? "" : " (" + options.calibration.origin + ")";
  notes.push_back({NoteKind::assumption, "option calibration",
                   "Levels are corrected by the way the signal comes, as a drive test says" + origin + "."});
  if (options.mode == PropagationMode::reference) {
    notes.push_back({NoteKind::warning, "option calibration", "The map was graded with its corrections; exact rays know none."});
  }
}

void add_deterministic_notes(const Park& park, const Transmitters& transmitters, std::vector<Note>& notes) {
  if (any_outside(transmitters, valid_frequencies_ghz(Material::concrete))) {
    notes.push_back(
        {NoteKind::assumption, "building façades",
         "ITU-R P.2040 tabulates façade materials from 1 to 100 GHz; for a carrier outside their reflection was extrapolated."});
  }
  if (!park.trees->empty()) {
    notes.push_back(
        {NoteKind::assumption, "trees", "Each tree is an upright cylinder of its crown's width whose lowest 30 % let everything through."});
    if (any_outside(transmitters, woodland_measured_ghz)) {
      notes.push_back({NoteKind::assumption, "trees",
                       "ITU-R P.833 measured its woodland law up to 2.1 GHz; above, the loss per metre is read off its figure 2."});
    }
  }
  notes.push_back({NoteKind::information, "map cells within 10 m of an antenna", "The path loss at 10 m along the ground was taken."});
}

}  // namespace

std::vector<Note> validity_notes(const Park& park, const Options& options, const Transmitters& transmitters) {
  std::vector<Note> notes;
  if (transmitters.masts.empty()) {
    notes.push_back({NoteKind::warning, "radio cells", "No NR cell is on the air, so the map is empty."});
    return notes;
  }
  if (any_outside(transmitters, {0.5, 100.0})) {
    notes.push_back({NoteKind::warning, "radio cells", "TR 38.901 is valid from 0.5 to 100 GHz; a carrier outside was extrapolated."});
  }
  if (options.mode == PropagationMode::site_general) {
    add_site_general_notes(park, options, transmitters, notes);
  } else {
    if (options.mode == PropagationMode::reference && options.shadow_fading) {
      notes.push_back({NoteKind::warning, "option mode", "With shadow fading drawn the map is not graded: exact rays know no fading."});
    }
    add_deterministic_notes(park, transmitters, notes);
  }
  add_hall_notes(park, transmitters, notes);
  add_link_notes(park, options, transmitters, notes);
  add_wall_notes(park, options, notes);
  add_calibration_notes(options, notes);
  return notes;
}

}  // namespace parktwin::radio
