#pragma once
// Alarms of series that leave their limits: loading of transformers, voltages, emissions. An alarm lasts until the series has been back for
// a while, so that one that swings around its limit rings once.
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "engine/simulators/energy/alarms/alarm.h"

namespace parktwin::energy::alarms {

/// A series and what it has to stay within.
struct Watch {
  std::string place;
  std::span<const double> values;
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  Kind below = Kind::voltage_low;
  Kind above = Kind::voltage_high;
};

[[nodiscard]] inline Watch transformer_loading(std::string name, std::span<const double> loading, double most = 1.0) {
  return {std::move(name), loading, -std::numeric_limits<double>::infinity(), most, Kind::transformer_overload, Kind::transformer_overload};
}
[[nodiscard]] inline Watch bus_voltage(std::string name, std::span<const double> voltage_pu, double least_pu, double most_pu) {
  return {std::move(name), voltage_pu, least_pu, most_pu, Kind::voltage_low, Kind::voltage_high};
}
[[nodiscard]] inline Watch emission(std::string name, std::span<const double> kg_per_step, double most_kg) {
  return {std::move(name), kg_per_step, -std::numeric_limits<double>::infinity(), most_kg, Kind::emission_high, Kind::emission_high};
}

struct LimitOptions {
  std::int32_t least_steps = 1;  ///< beyond the limit before it is an alarm
  std::int32_t quiet_steps = 2;  ///< within limits before it is over
};

template <class Visitor, DescribedAs<LimitOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"least_steps", "", "steps beyond a limit before it is an alarm", 1, 1e5}, options.least_steps);
  visit(Field{"quiet_steps", "", "steps within limits before an alarm is over", 1, 1e5}, options.quiet_steps);
}

/// By watch, then by first step. Values that are not finite are within limits.
[[nodiscard]] std::vector<Alarm> limit_alarms(const std::vector<Watch>& watches, const LimitOptions& options = {});

/// What a run's alarms come to.
struct Result {
  std::vector<Alarm> alarms;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"alarms", "", "alarms raised"}, result.alarms);
}

}  // namespace parktwin::energy::alarms
