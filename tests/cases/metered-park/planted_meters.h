#pragma once
// The year of meters in data/meters/example-2025.csv: two shifts on weekdays, little at night and on weekends, 3 % of noise, and anomalies
// of which kind, place and time are known.
#include <cmath>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/energy/alarms/alarm.h"
#include "engine/simulators/energy/metering.h"

namespace parktwin::testing {

constexpr std::size_t metered_hours = 8760;

struct PlantedAnomaly {
  std::string meter;
  energy::alarms::Kind kind = energy::alarms::Kind::consumption_high;
  std::size_t first = 0;  ///< hour of the year
  std::size_t last = 0;
};

struct PlantedMeters {
  std::vector<energy::MeteredSeries> series;
  std::vector<PlantedAnomaly> anomalies;
};

/// In tenths of a kW, as the file has them.
inline double tenths(double kw) { return std::round(kw * 10.0) / 10.0; }

inline void plant_anomalies(energy::MeteredSeries& meter, std::uint32_t number, std::vector<PlantedAnomaly>& anomalies) {
  using energy::alarms::Kind;
  const RandomSequence random(2025, 17, number);
  for (std::uint32_t n = 0; n < 8; ++n) {
    const Kind kind = n % 4 == 3 ? Kind::meter_stuck : n % 2 == 0 ? Kind::consumption_high : Kind::consumption_low;
    const std::size_t first = 24 * (18 + 41 * n + 5 * number) + 7 + random.below(4 * n, 8);
    const std::size_t last = first + (kind == Kind::meter_stuck ? 15 : 3 + random.below(4 * n + 1, 9));
    const double share = random.uniform(4 * n + 2, 0.35, 0.8);
    for (std::size_t hour = first; hour <= last; ++hour) {
      if (kind == Kind::meter_stuck) meter.kw[hour] = meter.kw[first];
      if (kind == Kind::consumption_high) meter.kw[hour] = tenths(meter.kw[hour] * (1.0 + share));
      if (kind == Kind::consumption_low) meter.kw[hour] = tenths(meter.kw[hour] * (1.0 - share));
    }
    anomalies.push_back({meter.meter, kind, first, last});
  }
}

inline PlantedMeters planted_meters() {
  PlantedMeters made;
  const std::vector<std::pair<std::string, double>> meters = {{"E-001", 620.0}, {"E-012", 480.0}, {"E-029", 910.0}};
  for (std::uint32_t m = 0; m < meters.size(); ++m) {
    const RandomSequence random(2025, 16, m);
    energy::MeteredSeries meter{meters[m].first, "2025-01-01 00:00", 2025, 60, true, 0, {}};
    for (std::uint32_t hour = 0; hour < metered_hours; ++hour) {
      const bool weekend = (hour / 24 + 2) % 7 >= 5;  // 1 January 2025 is a Wednesday
      const std::uint32_t of_day = hour % 24;
      const double shift = of_day >= 6 && of_day < 22 ? 1.0 : 0.4;
      const double lunch = of_day == 12 ? 0.85 : 1.0;
      meter.kw.push_back(tenths(meters[m].second * (weekend ? 0.45 : shift * lunch) * (1.0 + 0.03 * random.normal(hour))));
    }
    plant_anomalies(meter, m, made.anomalies);
    made.series.push_back(std::move(meter));
  }
  return made;
}

}  // namespace parktwin::testing
