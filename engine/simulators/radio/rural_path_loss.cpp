#include "engine/simulators/radio/rural_path_loss.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parktwin::radio {
namespace {

constexpr double speed_of_light_m_s = 3.0e8;  // as the notes of the table round it
constexpr double far_slope_db = 40.0;         // per decade

double near_loss_db(const RuralLaw& law, double slant_m) {
  return law.near_offset_db + law.near_slope_db * std::log10(slant_m) + law.near_per_metre_db * slant_m;
}

}  // namespace

RuralLaw rural_path_loss_law(Hertz frequency, Metres antenna_height, Metres device_height, const RuralSurroundings& surroundings) {
  const double f_ghz = frequency.value() * 1e-9;
  const double antenna_m = antenna_height.value();
  const double device_m = std::max(device_height.value(), rural_device_height_m.least);
  const double building_m = surroundings.building_height.value();
  const double lg_antenna = std::log10(antenna_m);
  RuralLaw law;
  law.breakpoint_m = 2.0 * std::numbers::pi * antenna_m * device_m * frequency.value() / speed_of_light_m_s;  // note 5
  // PL1.
  const double power = std::pow(building_m, 1.72);
  law.near_offset_db = 20.0 * std::log10(40.0 * std::numbers::pi * f_ghz / 3.0) - std::min(0.044 * power, 14.77);
  law.near_slope_db = 20.0 + std::min(0.03 * power, 10.0);
  law.near_per_metre_db = 0.002 * std::log10(building_m);
  // PL2 = PL1(dBP) + 40 lg(d/dBP).
  law.far_offset_db = near_loss_db(law, law.breakpoint_m) - far_slope_db * std::log10(law.breakpoint_m);
  // PL′, (43.42 − 3.1 lg hBS)(lg d − 3) split into offset and slope.
  const double building_ratio = building_m / antenna_m;
  const double lg_device = std::log10(11.75 * device_m);
  law.blocked_slope_db = 43.42 - 3.1 * lg_antenna;
  law.blocked_offset_db = 161.04 - 7.1 * std::log10(surroundings.street_width.value()) + 7.5 * std::log10(building_m) -
                          (24.37 - 3.7 * building_ratio * building_ratio) * lg_antenna - 3.0 * law.blocked_slope_db +
                          20.0 * std::log10(f_ghz) - (3.2 * lg_device * lg_device - 4.97);
  return law;
}

double rural_path_loss_db(const RuralLaw& law, double horizontal_m, double vertical_m, bool line_of_sight) {
  const double ground_m = std::max(horizontal_m, rural_clear_distance_m.least);
  const double slant_m = std::hypot(ground_m, vertical_m);
  const double lg_d = std::log10(slant_m);
  const double clear_db = ground_m <= law.breakpoint_m ? near_loss_db(law, slant_m) : law.far_offset_db + far_slope_db * lg_d;
  return line_of_sight ? clear_db : std::max(clear_db, law.blocked_offset_db + law.blocked_slope_db * lg_d);
}

double rural_deviation_db(const RuralLaw& law, double horizontal_m, bool line_of_sight) {
  if (!line_of_sight) return 8.0;
  return horizontal_m <= law.breakpoint_m ? 4.0 : 6.0;
}

}  // namespace parktwin::radio
