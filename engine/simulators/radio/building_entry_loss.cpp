#include "engine/simulators/radio/building_entry_loss.h"

#include <cmath>

#include "engine/simulators/radio/link/location_probability.h"

namespace parktwin::radio {
namespace {

// Table 1.
struct EntryRow {
  double r, s, t;  // median of horizontal paths
  double u, v;     // σ₁
  double w, x;     // μ₂
  double y, z;     // σ₂
};
constexpr EntryRow traditional = {12.64, 3.72, 0.96, 9.6, 2.0, 9.1, -3.0, 4.5, -2.0};
constexpr EntryRow thermally_efficient = {28.19, -3.00, 8.48, 13.5, 3.8, 27.8, -2.9, 9.4, -2.1};
constexpr double floor_db = -3.0;  // C

double power_of(double level_db) { return std::pow(10.0, 0.1 * level_db); }

// Section 3 for a place at `deviations` standard deviations from the median.
double entry_loss_db(BuildingClass building, Hertz frequency, double deviations, double elevation_deg) {
  const EntryRow& row = building == BuildingClass::traditional ? traditional : thermally_efficient;
  const double lg_f = std::log10(frequency.value() * 1e-9);
  const double direct_median_db = row.r + row.s * lg_f + row.t * lg_f * lg_f + 0.212 * std::abs(elevation_deg);  // μ₁
  const double direct_db = deviations * (row.u + row.v * lg_f) + direct_median_db;                               // A
  const double around_db = deviations * (row.y + row.z * lg_f) + row.w + row.x * lg_f;                           // B
  return 10.0 * std::log10(power_of(direct_db) + power_of(around_db) + power_of(floor_db));
}

}  // namespace

double building_entry_loss_db(BuildingClass building, Hertz frequency, double probability, double elevation_deg) {
  return entry_loss_db(building, frequency, -link::normal_quantile_exceeded(probability), elevation_deg);
}

double median_building_entry_loss_db(BuildingClass building, Hertz frequency, double elevation_deg) {
  return entry_loss_db(building, frequency, 0.0, elevation_deg);
}

}  // namespace parktwin::radio
