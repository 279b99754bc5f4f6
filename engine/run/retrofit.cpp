#include "engine/run/retrofit.h"

namespace parktwin::retrofit {
namespace {

bool is_share_of_good(Measure measure) {
  return measure == Measure::availability || measure == Measure::samples_on_time_share || measure == Measure::flows_met_share;
}

/// Smaller differences mean nothing, however large they are against the figure: half a minute of a year, one sample in a million, a
/// microsecond, a tenth of a microsecond of a bound, a thousandth of a link, a yuan.
double least_difference(Measure measure) {
  switch (measure) {
    case Measure::yearly_cost_cny:
      return 1.0;
    case Measure::availability:
    case Measure::samples_on_time_share:
    case Measure::flows_met_share:
      return 1e-6;
    case Measure::delay_percentile_ms:
    case Measure::delay_p50_ms:
    case Measure::delay_p95_ms:
    case Measure::delay_p99_ms:
    case Measure::busiest_link_utilisation:
      return 1e-3;
    case Measure::worst_bound_us:
      return 0.1;
  }
  return 0.0;
}

}  // namespace

Aspect aspect_of(Measure measure) {
  if (measure == Measure::yearly_cost_cny) return Aspect::cost;
  return is_share_of_good(measure) ? Aspect::quality : Aspect::efficiency;
}

Outcome outcome_of(Measure measure, double before, double after) {
  const double bad_before = is_share_of_good(measure) ? 1.0 - before : before;
  const double bad_after = is_share_of_good(measure) ? 1.0 - after : after;
  const double margin = tolerance * bad_before + least_difference(measure);
  if (bad_after > bad_before + margin) return Outcome::worse;
  return bad_after < bad_before - margin ? Outcome::improved : Outcome::unchanged;
}

}  // namespace parktwin::retrofit
