#include "engine/simulators/radio/indoor_factory.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/check.h"

namespace parktwin::radio {
namespace {

constexpr const char* no_blocked_row = "TR 38.901 has no loss without line of sight where both ends are above the clutter";

}  // namespace

double indoor_factory_loss_db(FactoryHall hall, Hertz frequency, double distance_m, bool line_of_sight) {
  const double lg_d = std::log10(std::max(distance_m, factory_distance_m.least));
  const double lg_f = std::log10(frequency.value() * 1e-9);
  const double clear_db = 31.84 + 21.5 * lg_d + 19.0 * lg_f;
  if (line_of_sight) return clear_db;
  const double sparse_low_db = 33.0 + 25.5 * lg_d + 20.0 * lg_f;
  switch (hall) {
    case FactoryHall::sparse_low:
      return std::max(clear_db, sparse_low_db);
    case FactoryHall::dense_low:
      return std::max({clear_db, sparse_low_db, 18.6 + 35.7 * lg_d + 20.0 * lg_f});
    case FactoryHall::sparse_high:
      return std::max(clear_db, 32.4 + 23.0 * lg_d + 20.0 * lg_f);
    case FactoryHall::dense_high:
      return std::max(clear_db, 33.63 + 21.9 * lg_d + 20.0 * lg_f);
    case FactoryHall::both_high:
      break;
  }
  broken_promise(__FILE__, __LINE__, no_blocked_row);
}

double indoor_factory_deviation_db(FactoryHall hall, bool line_of_sight) {
  if (line_of_sight) return 4.3;
  switch (hall) {
    case FactoryHall::sparse_low:
      return 5.7;
    case FactoryHall::dense_low:
      return 7.2;
    case FactoryHall::sparse_high:
      return 5.9;
    case FactoryHall::dense_high:
      return 4.0;
    case FactoryHall::both_high:
      break;
  }
  broken_promise(__FILE__, __LINE__, no_blocked_row);
}

FactoryHall factory_hall(const Clutter& clutter, double antenna_m, double device_m) {
  const bool dense = clutter.density >= dense_from;
  const int above = (antenna_m > clutter.height_m ? 1 : 0) + (device_m > clutter.height_m ? 1 : 0);
  if (above == 2) return FactoryHall::both_high;
  if (above == 1) return dense ? FactoryHall::dense_high : FactoryHall::sparse_high;
  return dense ? FactoryHall::dense_low : FactoryHall::sparse_low;
}

double factory_clear_way_m(const Clutter& clutter, double antenna_m, double device_m) {
  const double upper_m = std::max(antenna_m, device_m);
  const double lower_m = std::min(antenna_m, device_m);
  if (clutter.density <= 0.0 || lower_m > clutter.height_m) return std::numeric_limits<double>::infinity();
  const double level_way_m = -clutter.size_m / std::log(1.0 - clutter.density);
  if (upper_m <= clutter.height_m) return level_way_m;
  return level_way_m * (upper_m - lower_m) / (clutter.height_m - lower_m);
}

}  // namespace parktwin::radio
