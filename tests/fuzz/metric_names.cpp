// Packs are read against these metrics instead of all: some of each kind, with their names, so that the fuzzers need no simulators.
#include <algorithm>
#include <array>

#include "engine/criteria/metrics.h"

namespace parktwin::criteria {

const std::vector<Metric>& metrics() {
  static constexpr std::array<std::string_view, 3> fields{"minimum_rsrp_dbm", "minimum_sinr_db", "shadowing_margin_deviations"};
  static const std::vector<Metric> some{{"radio.park", MetricKind::share, Origin::simulated, fields},
                                        {"carbon.energy_used", MetricKind::count, Origin::simulated, {}},
                                        {"carbon.per_energy", MetricKind::ratio, Origin::simulated, {}},
                                        {"carbon.per_energy_by_location", MetricKind::ratio, Origin::simulated, {}},
                                        {"carbon.clean_energy", MetricKind::share, Origin::simulated, {}},
                                        {"cloud.forecast", MetricKind::share, Origin::forecast, {}}};
  return some;
}

const Metric* find_metric(std::string_view name) {
  const auto found = std::ranges::find(metrics(), name, &Metric::name);
  return found == metrics().end() ? nullptr : &*found;
}

}  // namespace parktwin::criteria
