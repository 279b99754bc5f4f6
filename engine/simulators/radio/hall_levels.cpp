#include "engine/simulators/radio/hall_levels.h"

#include <algorithm>
#include <cmath>

#include "engine/simulators/radio/edge_batch.h"

namespace parktwin::radio {
namespace {

Window window_of(const GridFrame& frame, const Box& box) {
  const auto clamped = [](std::int32_t cell, std::int32_t limit) { return std::clamp(cell, 0, limit); };
  Window window;
  window.first_column = clamped(frame.column_of(box.low.x - hall_margin_m), frame.columns);
  window.first_row = clamped(frame.row_of(box.low.y - hall_margin_m), frame.rows);
  window.columns = clamped(frame.column_of(box.high.x + hall_margin_m) + 1, frame.columns) - window.first_column;
  window.rows = clamped(frame.row_of(box.high.y + hall_margin_m) + 1, frame.rows) - window.first_row;
  return window;
}

}  // namespace

SiteGeometry hall_geometry(const Obstacles& obstacles, const Hall& hall, const SightPoint& antenna, Metres receiver_height) {
  const GridFrame& frame = obstacles.surface.frame;
  SiteGeometry geometry;
  geometry.window = window_of(frame, hall.box);
  const Window& window = geometry.window;
  geometry.edge[0].assign(window.size(), hidden_bit);
  const double rise_m = hall.floor_m + receiver_height.value() - antenna.elevation_m;
  for (std::int32_t row = window.first_row; row < window.first_row + window.rows; ++row) {
    for (std::int32_t column = window.first_column; column < window.first_column + window.columns; ++column) {
      if (obstacles.surface.values[frame.index(column, row)].building != hall.building) continue;
      const double ground_m = distance(frame.centre(column, row), antenna.position);
      const bool seen = hall_path(hall, gigahertz(1.0), ground_m, std::hypot(ground_m, rise_m)).clear_share >= 0.5;
      if (seen) geometry.edge[0][window.index(column, row)] = 0;
    }
  }
  return geometry;
}

ContentHash hall_key(const ContentHash& key, const Hall& hall) {
  Hasher hasher;
  hasher.add(key.low);
  hasher.add(key.high);
  hasher.add(std::int64_t{hall.building});
  return hasher.digest();
}

void hall_losses(const Hall& hall, Hertz frequency, double wall_db, const HallRow& row, float* loss) {
  for (std::size_t i = 0; i < row.count; ++i) {
    const double ground_m = std::hypot(static_cast<double>(row.east[i]), static_cast<double>(row.north[i]));
    const double slant_m = std::hypot(ground_m, static_cast<double>(row.rise[i]));
    double loss_db = mean_loss_db(hall_path(hall, frequency, ground_m, slant_m));
    if (row.building[i] != hall.building) loss_db += wall_db + static_cast<double>(row.indoor_db[i]);
    if (row.field != nullptr) loss_db += hall_deviation_db(hall, ground_m, slant_m) * static_cast<double>(row.field[i]);
    loss[i] = static_cast<float>(loss_db);
  }
}

float hall_map_deviation_db(const Scene& scene, const Mast& mast, std::size_t at) {
  const auto& surface = scene.obstacles->surface;
  const auto columns = static_cast<std::size_t>(surface.frame.columns);
  const Point centre = surface.frame.centre(static_cast<std::int32_t>(at % columns), static_cast<std::int32_t>(at / columns));
  const std::int32_t building = surface.values[at].building;
  const bool inside = building == mast.hall->building;
  const double device_m =
      inside ? mast.hall->floor_m + scene.options.receiver_height.value() : static_cast<double>(scene.ground->device_m[at]);
  const double ground_m = distance(centre, mast.point.position);
  const double path_db = hall_deviation_db(*mast.hall, ground_m, std::hypot(ground_m, device_m - mast.point.elevation_m));
  if (inside) return static_cast<float>(path_db);
  const auto wall_db = [&](std::int32_t of) { return static_cast<double>(scene.wall_deviation_db[static_cast<std::size_t>(of)]); };
  return static_cast<float>(std::hypot(path_db, wall_db(mast.hall->building), building == no_building ? 0.0 : wall_db(building)));
}

}  // namespace parktwin::radio
