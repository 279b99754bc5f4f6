#include "engine/simulators/services/identifiers/daily_profile.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/check.h"

namespace parktwin::services::identifiers {

using kernel::Nanoseconds;

DailyProfile::DailyProfile(const std::array<double, 24>& weights, double per_day) : per_day_(per_day) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  PARKTWIN_CHECK(sum > 0.0 && per_day > 0.0, "a profile without arrivals");
  for (std::size_t hour = 0; hour < 24; ++hour) per_ns_[hour] = per_day * weights[hour] / sum / (day_ns / 24.0);
}

Nanoseconds DailyProfile::next(Nanoseconds now, double draw) const {
  constexpr Nanoseconds hour_ns = 3'600'000'000'000;
  constexpr double longest_days = 20'000.0;
  // Whole days first: every day adds the same.
  if (draw >= per_day_) {
    const double days = std::floor(draw / per_day_);
    if (days >= longest_days) return now + static_cast<Nanoseconds>(longest_days * day_ns);
    now += static_cast<Nanoseconds>(days) * 24 * hour_ns;
    draw = std::max(0.0, draw - days * per_day_);
  }
  while (true) {
    const Nanoseconds hour = now / hour_ns;
    const Nanoseconds left = (hour + 1) * hour_ns - now;
    const double rate = per_ns_[hour % 24];
    const double within = rate * static_cast<double>(left);
    if (draw < within) return now + static_cast<Nanoseconds>(draw / rate);
    draw -= within;
    now += left;
  }
}

}  // namespace parktwin::services::identifiers
