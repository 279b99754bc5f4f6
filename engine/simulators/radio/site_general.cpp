#include "engine/simulators/radio/site_general.h"

#include <cmath>

#include "engine/core/check.h"

namespace parktwin::radio {
namespace {

struct SiteGeneralRow {
  double alpha = 0.0;
  double beta = 0.0;
  double gamma = 0.0;
  double deviation_db = 0.0;
  SiteGeneralValidity valid;
};

SiteGeneralRow row_of(SiteGeneral surroundings) {
  switch (surroundings) {
    case SiteGeneral::below_roofs_clear:
      return {2.07, 31.23, 2.06, 4.91, {{0.45, 300.0}, {5.0, 660.0}}};
    case SiteGeneral::below_roofs_blocked_high_rise:
      return {3.73, 16.02, 2.26, 7.62, {{0.8, 159.0}, {20.0, 715.0}}};
    case SiteGeneral::below_roofs_blocked_low_rise:
      return {4.52, 6.04, 2.14, 8.02, {{0.45, 255.0}, {10.0, 250.0}}};
    case SiteGeneral::above_roofs_clear:
      return {2.29, 28.6, 1.96, 3.48, {{2.2, 73.0}, {55.0, 1200.0}}};
    case SiteGeneral::above_roofs_blocked_high_rise:
      return {4.39, -6.27, 2.30, 6.89, {{2.2, 66.5}, {260.0, 1200.0}}};
  }
  broken_promise(__FILE__, __LINE__, "unknown surroundings");
}

}  // namespace

SiteGeneralValidity validity(SiteGeneral surroundings) { return row_of(surroundings).valid; }

double site_general_loss_db(SiteGeneral surroundings, Hertz frequency, double distance_m) {
  const SiteGeneralRow row = row_of(surroundings);
  return 10.0 * row.alpha * std::log10(distance_m) + row.beta + 10.0 * row.gamma * std::log10(frequency.value() * 1e-9);
}

double site_general_deviation_db(SiteGeneral surroundings) { return row_of(surroundings).deviation_db; }

}  // namespace parktwin::radio
