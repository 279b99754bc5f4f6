#include "engine/simulators/radio/site_law.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/check.h"
#include "engine/simulators/radio/rural_path_loss.h"
#include "engine/simulators/radio/site_general.h"

namespace parktwin::radio {
namespace {

PathLossLaw rural_law(Hertz frequency, Metres antenna_height, Metres device_height, std::optional<Metres> built_height) {
  RuralSurroundings surroundings;
  if (built_height) {
    surroundings.building_height = Metres(std::clamp(built_height->value(), rural_surroundings_m.least, rural_surroundings_m.most));
  }
  const RuralLaw rural = rural_path_loss_law(frequency, antenna_height, device_height, surroundings);
  return {.breakpoint_m = rural.breakpoint_m,
          .near_offset_db = rural.near_offset_db,
          .near_slope_db = rural.near_slope_db,
          .far_offset_db = rural.far_offset_db,
          .blocked_offset_db = rural.blocked_offset_db,
          .blocked_slope_db = rural.blocked_slope_db,
          .near_per_metre_db = rural.near_per_metre_db};
}

PathLossLaw measured_law(SiteGeneral clear, SiteGeneral blocked, Hertz frequency) {
  const auto offset_db = [&](SiteGeneral row) { return site_general_loss_db(row, frequency, 1.0); };
  const auto slope_db = [&](SiteGeneral row) { return site_general_loss_db(row, frequency, 10.0) - offset_db(row); };
  return {.breakpoint_m = std::numeric_limits<double>::infinity(),
          .near_offset_db = offset_db(clear),
          .near_slope_db = slope_db(clear),
          .blocked_offset_db = offset_db(blocked),
          .blocked_slope_db = slope_db(blocked)};
}

}  // namespace

std::optional<Metres> built_height_around(const Grid<SurfaceCell>& surface, Point place) {
  const GridFrame& frame = surface.frame;
  const double reach_m = surroundings_radius.value();
  const std::int32_t last_column = std::min(frame.column_of(place.x + reach_m), frame.columns - 1);
  const std::int32_t last_row = std::min(frame.row_of(place.y + reach_m), frame.rows - 1);
  double sum_m = 0.0;
  std::size_t built = 0;
  for (std::int32_t row = std::max(frame.row_of(place.y - reach_m), 0); row <= last_row; ++row) {
    for (std::int32_t column = std::max(frame.column_of(place.x - reach_m), 0); column <= last_column; ++column) {
      const SurfaceCell& cell = surface.at(column, row);
      if (cell.building == no_building || distance(frame.centre(column, row), place) > reach_m) continue;
      sum_m += static_cast<double>(cell.top_m) - static_cast<double>(cell.ground_m);
      ++built;
    }
  }
  if (built == 0) return std::nullopt;
  return Metres(sum_m / static_cast<double>(built));
}

Environment environment_of(SiteLaw law, Metres antenna_height, std::optional<Metres> built_height) {
  switch (law) {
    case SiteLaw::automatic:
      return environment_at(antenna_height);
    case SiteLaw::uma:
      return Environment::urban_macro;
    case SiteLaw::umi:
      return Environment::urban_micro;
    case SiteLaw::rma:
      return Environment::rural_macro;
    case SiteLaw::p1411:
      if (!built_height || antenna_height > *built_height) return Environment::above_roofs;
      return *built_height >= high_rise_from ? Environment::below_high_roofs : Environment::below_low_roofs;
  }
  broken_promise(__FILE__, __LINE__, "unknown law");
}

PathLossLaw site_path_loss_law(Environment environment, Hertz frequency, Metres antenna_height, Metres device_height,
                               std::optional<Metres> built_height) {
  switch (environment) {
    case Environment::urban_macro:
    case Environment::urban_micro:
      return path_loss_law(environment, frequency, antenna_height, device_height);
    case Environment::rural_macro:
      return rural_law(frequency, antenna_height, device_height, built_height);
    case Environment::above_roofs:
      return measured_law(SiteGeneral::above_roofs_clear, SiteGeneral::above_roofs_blocked_high_rise, frequency);
    case Environment::below_high_roofs:
      return measured_law(SiteGeneral::below_roofs_clear, SiteGeneral::below_roofs_blocked_high_rise, frequency);
    case Environment::below_low_roofs:
      return measured_law(SiteGeneral::below_roofs_clear, SiteGeneral::below_roofs_blocked_low_rise, frequency);
  }
  broken_promise(__FILE__, __LINE__, "unknown environment");
}

}  // namespace parktwin::radio
