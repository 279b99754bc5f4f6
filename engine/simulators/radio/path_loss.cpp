#include "engine/simulators/radio/path_loss.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::radio {
namespace {

constexpr double speed_of_light_m_s = 3.0e8;  // as note 1 of the table rounds it
constexpr double environment_height_m = 1.0;  // hE, note 1 of the table, C(d2D, hUT) = 0
constexpr double lowest_device_m = 1.5;
constexpr double lowest_effective_m = 0.5;  // keeps the breakpoint positive for antennas below 1.5 m

}  // namespace

Environment environment_at(Metres antenna_height) {
  return antenna_height >= macro_from ? Environment::urban_macro : Environment::urban_micro;
}

PathLossLaw path_loss_law(Environment environment, Hertz frequency, Metres antenna_height, Metres device_height) {
  const double f_ghz = frequency.value() * 1e-9;
  const double lg_f = std::log10(f_ghz);
  const double device_m = std::max(device_height.value(), lowest_device_m);
  const double effective_antenna_m = std::max(antenna_height.value() - environment_height_m, lowest_effective_m);
  PARKTWIN_CHECK(environment == Environment::urban_macro || environment == Environment::urban_micro, "a law of another table");
  PathLossLaw law;
  // d'BP = 4 h'BS h'UT fc / c, note 1.
  law.breakpoint_m = 4.0 * effective_antenna_m * (device_m - environment_height_m) * frequency.value() / speed_of_light_m_s;
  const double difference_m = antenna_height.value() - device_m;
  const double lg_square = std::log10(law.breakpoint_m * law.breakpoint_m + difference_m * difference_m);
  if (environment == Environment::urban_macro) {
    law.near_offset_db = 28.0 + 20.0 * lg_f;
    law.near_slope_db = 22.0;
    law.far_offset_db = 28.0 + 20.0 * lg_f - 9.0 * lg_square;
    law.blocked_offset_db = 13.54 + 20.0 * lg_f - 0.6 * (device_m - 1.5);
    law.blocked_slope_db = 39.08;
  } else {
    law.near_offset_db = 32.4 + 20.0 * lg_f;
    law.near_slope_db = 21.0;
    law.far_offset_db = 32.4 + 20.0 * lg_f - 9.5 * lg_square;
    law.blocked_offset_db = 22.4 + 21.3 * lg_f - 0.3 * (device_m - 1.5);
    law.blocked_slope_db = 35.3;
  }
  return law;
}

double path_loss_db(const PathLossLaw& law, double horizontal_m, double vertical_m, bool line_of_sight) {
  const double ground_m = std::max(horizontal_m, nearest_valid_m);
  const double slant_m = std::hypot(ground_m, vertical_m);
  const double lg_d = std::log10(slant_m);
  const double clear_db = ground_m <= law.breakpoint_m ? law.near_offset_db + law.near_slope_db * lg_d + law.near_per_metre_db * slant_m
                                                       : law.far_offset_db + far_slope_db * lg_d;
  return line_of_sight ? clear_db : std::max(clear_db, law.blocked_offset_db + law.blocked_slope_db * lg_d);
}

}  // namespace parktwin::radio
