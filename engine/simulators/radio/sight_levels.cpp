#include "engine/simulators/radio/sight_levels.h"

#include <algorithm>
#include <cmath>

namespace parktwin::radio {

SightLevels::SightLevels(const Scene& scene) : scene_(&scene), transmitter_of_cell_(scene.mast_of_cell.size(), nullptr) {
  for (const auto& mast : scene.transmitters.masts) {
    for (const auto& transmitter : mast.transmitters) transmitter_of_cell_[transmitter.cell] = &transmitter;
  }
}

float SightLevels::level_dbm(std::uint16_t cell, std::size_t map_cell, double above_ground_m) const {
  const Transmitter* const transmitter = transmitter_of_cell_[cell];
  PARKTWIN_CHECK(transmitter != nullptr, "a level of a cell off the air");
  const Mast& mast = scene_->transmitters.masts[scene_->mast_of_cell[cell]];
  const auto& surface = scene_->obstacles->surface;
  const auto columns = static_cast<std::size_t>(surface.frame.columns);
  const Point centre = surface.frame.centre(static_cast<std::int32_t>(map_cell % columns), static_cast<std::int32_t>(map_cell / columns));
  const double east_m = centre.x - mast.point.position.x;
  const double north_m = centre.y - mast.point.position.y;
  const double rise_m = static_cast<double>(surface.values[map_cell].ground_m) + above_ground_m - mast.point.elevation_m;
  const double ground_m = std::hypot(east_m, north_m);
  const double way_m = std::hypot(ground_m, rise_m);
  double loss_db = 0.0;
  if (scene_->options.mode == PropagationMode::site_general) {
    const Hertz frequency = scene_->transmitters.frequencies[transmitter->frequency];
    loss_db = path_loss_db(path_loss_law(mast.environment, frequency, mast.antenna_height, Metres(above_ground_m)), ground_m, rise_m, true);
  } else {
    const double longer_m = std::hypot(std::max(ground_m, nearest_valid_m), rise_m);
    loss_db = scene_->tables[transmitter->frequency]->free_space_db + 20.0 * std::log10(longer_m);
  }
  const PatternTable& pattern = *scene_->transmitters.patterns[transmitter->pattern];
  const Vector3 unit = way_m > 0.0 ? Vector3{east_m / way_m, north_m / way_m, rise_m / way_m} : transmitter->orientation.forward;
  const double below_peak_db = pattern.peak_dbi() - pattern.gain_dbi(direction_to(transmitter->orientation, unit));
  const double indoor_db = static_cast<double>(scene_->ground->indoor_db[transmitter->frequency][map_cell]);
  return static_cast<float>(transmitter->peak_dbm - loss_db - below_peak_db - indoor_db);
}

}  // namespace parktwin::radio
