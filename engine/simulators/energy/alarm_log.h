#pragma once
// Alarms of a year as a platform would raise them, each with its time, place and cause: abnormal consumption in metered series,
// transformers and voltages beyond their limits, hourly emission above its limit. Rules: alarms/abnormal_consumption.h,
// alarms/limit_alarms.h.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/simulators/energy/alarms/alarm.h"
#include "engine/simulators/energy/grid_year.h"
#include "engine/simulators/energy/metering.h"

namespace parktwin::energy {

struct AlarmRecord {
  alarms::Kind kind = alarms::Kind::consumption_high;
  std::string place;
  std::string from;
  std::string to;
  double hours = 0.0;
  double extreme = 0.0;
  double expected = 0.0;
  std::string unit;
  std::string cause;
};

template <class Visitor, DescribedAs<AlarmRecord> Self>
void describe(Visitor&& visit, Self& alarm) {
  visit(Field{"kind", "", "what is wrong"}, alarm.kind);
  visit(Field{"place", "", "meter, transformer, bus or the park"}, alarm.place);
  visit(Field{"from", "", "begin of its first quarter-hour"}, alarm.from);
  visit(Field{"to", "", "begin of its last quarter-hour"}, alarm.to);
  visit(Field{"hours", "h", "from the first to the last"}, alarm.hours);
  visit(Field{"extreme", "", "value farthest beyond, in the unit of the alarm"}, alarm.extreme);
  visit(Field{"expected", "", "limit, or the value expected at that time"}, alarm.expected);
  visit(Field{"unit", "", "unit of both: kW, kg/h, or 1 for shares of the rated or nominal"}, alarm.unit);
  visit(Field{"cause", "", "what stood behind it at the first quarter-hour"}, alarm.cause);
}

struct AlarmInputs {
  const GridInputs& grid;
  const GridYear& year;                       ///< whose violations are looked at
  const std::vector<MeteredSeries>& meters;   ///< read for this run
  double deviations = 6.0;                    ///< of abnormal consumption
  std::span<const double> emission_kg_per_h;  ///< per step; empty: none known
  std::optional<double> emission_limit_kg_per_h;
};

/// Meters in their order, then transformers, buses, emissions; of each by time.
[[nodiscard]] std::vector<AlarmRecord> alarms_of(const AlarmInputs& inputs);

}  // namespace parktwin::energy
