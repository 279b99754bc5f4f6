#include "engine/simulators/radio/indoor_office.h"

#include <algorithm>
#include <cmath>

namespace parktwin::radio {

double indoor_office_loss_db(Hertz frequency, double distance_m, bool line_of_sight) {
  const double lg_d = std::log10(std::max(distance_m, office_distance_m.least));
  const double lg_f = std::log10(frequency.value() * 1e-9);
  const double clear_db = 32.4 + 17.3 * lg_d + 20.0 * lg_f;
  return line_of_sight ? clear_db : std::max(clear_db, 17.3 + 38.3 * lg_d + 24.9 * lg_f);
}

double indoor_office_deviation_db(bool line_of_sight) { return line_of_sight ? 3.0 : 8.03; }

double indoor_office_clear_share(double ground_m) {
  if (ground_m <= 1.2) return 1.0;
  if (ground_m < 6.5) return std::exp(-(ground_m - 1.2) / 4.7);
  return 0.32 * std::exp(-(ground_m - 6.5) / 32.6);
}

}  // namespace parktwin::radio
