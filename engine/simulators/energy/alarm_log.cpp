#include "engine/simulators/energy/alarm_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <map>

#include "engine/core/parallel.h"
#include "engine/simulators/energy/alarms/abnormal_consumption.h"
#include "engine/simulators/energy/alarms/limit_alarms.h"
#include "engine/simulators/energy/park_grid.h"

namespace parktwin::energy {
namespace {

using grid::Complex;

/// "2025-03-05 14:15" of a meter's step; times of a year's steps are without the year, as everywhere in the results.
std::string meter_time(const MeteredSeries& series, std::int64_t step) {
  constexpr std::array<std::int64_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const auto number = [&](std::size_t from, std::size_t length) -> std::int64_t { return std::stoll(series.first.substr(from, length)); };
  std::int64_t year = number(0, 4);
  std::int64_t month = number(5, 2);
  std::int64_t day = number(8, 2);
  std::int64_t minute = number(11, 2) * 60 + number(14, 2) + step * series.step_min;
  for (day += minute / 1440, minute %= 1440;;) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const std::int64_t length = days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
    if (day <= length) break;
    day -= length;
    if (++month > 12) month = 1, ++year;
  }
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", year, month, day, minute / 60, minute % 60);
}

std::string cause_of_meter(const alarms::Alarm& alarm) {
  if (alarm.kind == alarms::Kind::meter_stuck) return fmt::format("the meter repeats {:.1f} kW", alarm.extreme);
  return fmt::format("{:.1f} kW where the same time of the weeks around says {:.1f} kW", alarm.extreme, alarm.expected);
}

std::vector<AlarmRecord> of_meter(const MeteredSeries& series, double deviations) {
  alarms::AbnormalOptions options;
  options.deviations = deviations;
  const double step_h = series.step_min / 60.0;
  std::vector<AlarmRecord> records;
  for (const auto& alarm : alarms::abnormal_consumption(series.kw, step_h, series.meter, options)) {
    records.push_back({alarm.kind, alarm.place, meter_time(series, alarm.first_step), meter_time(series, alarm.last_step),
                       static_cast<double>(alarm.last_step - alarm.first_step + 1) * step_h, alarm.extreme, alarm.expected, "kW",
                       cause_of_meter(alarm)});
  }
  return records;
}

/// Steps of the year as a record.
AlarmRecord of_year(const alarms::Alarm& alarm, std::string unit, std::string cause) {
  return {alarm.kind,
          alarm.place,
          loads::time_of_step(static_cast<std::size_t>(alarm.first_step)),
          loads::time_of_step(static_cast<std::size_t>(alarm.last_step)),
          static_cast<double>(alarm.last_step - alarm.first_step + 1) * loads::step_h,
          alarm.extreme,
          alarm.expected,
          std::move(unit),
          std::move(cause)};
}

/// The year again, with the voltages of the places whose limits were left.
class GridWatch {
 public:
  explicit GridWatch(const AlarmInputs& in) : in_(in), made_(park_grid(in.grid)), network_(grid::compile(made_.grid)) {
    grid::TimeSeriesOptions options;
    const auto keep = [&](std::size_t bus) {
      if (place_.emplace(bus, options.voltage_buses.size()).second) options.voltage_buses.push_back(bus);
    };
    for (const auto& unit : in.year.transformers) {
      if (unit.steps_over == 0) continue;
      keep(made_.grid.transformers[unit.branch.index()].high);
      keep(made_.grid.transformers[unit.branch.index()].low);
    }
    for (const auto& bus : in.year.buses) {
      if (bus.steps_below + bus.steps_above > 0) keep(bus.bus.index());
    }
    if (!place_.empty()) series_ = grid::time_series(made_.grid, made_.profiles, options);
  }

  void add(std::vector<AlarmRecord>& records) const {
    for (const auto& unit : in_.year.transformers) {
      if (unit.steps_over == 0) continue;
      const auto loading = loading_of(unit.branch.index());
      const std::size_t low = made_.grid.transformers[unit.branch.index()].low;
      add_alarms(alarms::transformer_loading((*in_.grid.park.transformers)[unit.branch].id, loading), low, records);
    }
    for (const auto& bus : in_.year.buses) {
      if (bus.steps_below + bus.steps_above == 0) continue;
      const std::size_t b = bus.bus.index();
      std::vector<double> size(loads::steps_per_year);
      for (std::size_t step = 0; step < size.size(); ++step) size[step] = std::abs(voltage(b, step));
      const auto& limits = made_.grid.buses[b];
      add_alarms(alarms::bus_voltage((*in_.grid.park.buses)[bus.bus].id, size, limits.least_pu, limits.most_pu), b, records);
    }
  }

 private:
  [[nodiscard]] Complex voltage(std::size_t bus, std::size_t step) const {
    const std::size_t at = place_.at(bus) * loads::steps_per_year + step;
    return {series_.voltage_re_pu[at], series_.voltage_im_pu[at]};
  }

  [[nodiscard]] std::vector<double> loading_of(std::size_t number) const {
    const auto& unit = made_.grid.transformers[number];
    const auto& branch = network_.branches[made_.grid.lines.size() + number];
    const auto& y = branch.admittance;
    std::vector<double> loading(loads::steps_per_year);
    for (std::size_t step = 0; step < loading.size(); ++step) {
      const Complex high = voltage(unit.high, step);
      const Complex low = voltage(unit.low, step);
      loading[step] = std::max(std::abs(y.from_from * high + y.from_to * low) / branch.from_rated_pu,
                               std::abs(y.to_from * high + y.to_to * low) / branch.to_rated_pu);
    }
    return loading;
  }

  void add_alarms(const alarms::Watch& watch, std::size_t bus, std::vector<AlarmRecord>& records) const {
    for (const auto& alarm : alarms::limit_alarms({watch})) records.push_back(of_year(alarm, "1", cause_at(bus, alarm.first_step)));
  }

  [[nodiscard]] std::string cause_at(std::size_t bus, std::int64_t first_step) const {
    const auto step = static_cast<std::size_t>(first_step);
    double used_kw = 0.0;
    double made_kw = 0.0;
    const auto& in = in_.grid;
    for (const auto& consumer : in.loads.consumers) {
      if (consumer.bus.valid() && consumer.bus.index() == bus) used_kw += in.loads.kw(consumer, step);
    }
    for (std::size_t g = 0; g < in.park.generators->size(); ++g) {
      const Generator& generator = (*in.park.generators)[Id<Generator>(g)];
      const bool here = generator.bus.valid() && generator.bus.index() == bus && !in.per_rated[g].empty();
      if (here) made_kw += in.per_rated[g][step] * generator.rated_power.value();
    }
    return fmt::format("{:.0f} kW consumed and {:.0f} kW generated at bus {}", used_kw, made_kw, (*in.park.buses)[Id<Bus>(bus)].id);
  }

  const AlarmInputs& in_;
  ParkGrid made_;
  grid::Network network_;
  std::map<std::size_t, std::size_t> place_;  ///< of a bus among those kept
  grid::TimeSeries series_;
};

void add_emissions(const AlarmInputs& in, std::vector<AlarmRecord>& records) {
  if (!in.emission_limit_kg_per_h || in.emission_kg_per_h.empty()) return;
  const auto found = alarms::limit_alarms({alarms::emission("park", in.emission_kg_per_h, *in.emission_limit_kg_per_h)});
  for (const auto& alarm : found) records.push_back(of_year(alarm, "kg/h", "electricity bought and fuel of heat and power plants"));
}

}  // namespace

std::vector<AlarmRecord> alarms_of(const AlarmInputs& inputs) {
  std::vector<std::vector<AlarmRecord>> of_meters(inputs.meters.size());
  parallel_for(of_meters.size(), [&](std::size_t i) { of_meters[i] = of_meter(inputs.meters[i], inputs.deviations); });
  std::vector<AlarmRecord> records;
  for (auto& each : of_meters) records.insert(records.end(), each.begin(), each.end());
  const bool left = std::any_of(inputs.year.violations.begin(), inputs.year.violations.end(),
                                [](const LimitViolation& violation) { return violation.kind != LimitKind::line_overload; });
  if (left && inputs.year.reason.empty()) GridWatch(inputs).add(records);
  add_emissions(inputs, records);
  return records;
}

}  // namespace parktwin::energy
