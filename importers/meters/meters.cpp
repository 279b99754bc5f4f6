#include "importers/meters/meters.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "importers/meters/meter_rows.h"
#include "importers/meters/timestamp.h"

namespace parktwin::importers {
namespace {

constexpr std::int64_t hour_min = 60;
constexpr std::int64_t day_min = 1440;

/// 1970-01-01 was a Thursday; the clocks of most of the world are set in the small hours of a Sunday.
bool sunday_night(std::int64_t minute) { return ((minute / day_min) + 4) % 7 == 0 && minute % day_min < 4 * hour_min; }

class SeriesMaker {
 public:
  SeriesMaker(const MeterSource& source, Problems& problems) : source_(source), file_(source.file.string()), problems_(problems) {}

  void make(const MeterRows::Meter& meter, Meters& made) {
    auto readings = meter.readings;
    std::stable_sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) { return a.minute < b.minute; });
    const std::size_t before = problems_.list().size();
    check_repeats(meter, readings);
    if (problems_.list().size() > before) return;
    if (readings.size() < 2) return problem(meter, readings.front().line, "has a single reading, expected a series");
    step_ = most_frequent_step(readings);
    MeterSeries series;
    series.meter = meter.name;
    series.first = time_text(readings.front().minute);
    series.year = year_of(readings.front().minute);
    series.step_min = static_cast<std::int32_t>(step_);
    if (day_min % step_ != 0) {
      return problem(meter, readings.front().line, fmt::format("has steps of {} minutes, which do not divide a day", step_));
    }
    if (meter.registered) readings = consumed(meter, readings, series);
    if (problems_.list().size() > before) return;
    if (readings.size() < 2) return problem(meter, meter.readings.front().line, "has two readings of its register, expected a series");
    fill(meter, readings, series);
    const double to_kw = meter.energy ? 60.0 / static_cast<double>(step_) : 1.0;
    for (double& kw : series.kw) kw *= to_kw;
    const std::int64_t end = readings.back().minute + step_;
    series.whole_year = series.first == fmt::format("{:04}-01-01 00:00", series.year) &&
                        time_text(end) == fmt::format("{:04}-01-01 00:00", series.year + 1);
    if (series.filled > 0) {
      made.notes.push_back({NoteKind::assumption, "meter " + meter.name,
                            fmt::format("{} missing readings were filled {}", series.filled,
                                        meter.registered ? "by even shares of the register's rise" : "by straight lines")});
    }
    made.series.push_back(std::move(series));
  }

 private:
  void problem(const MeterRows::Meter& meter, std::size_t line, const std::string& message) {
    problems_.add(file_, fmt::format("line {}", line), "meter " + meter.name + ": " + message);
  }

  void check_repeats(const MeterRows::Meter& meter, const std::vector<Reading>& readings) {
    for (std::size_t i = 1; i < readings.size(); ++i) {
      if (readings[i].minute != readings[i - 1].minute) continue;
      const auto text = fmt::format("{} stands twice, first in line {}", time_text(readings[i].minute), readings[i - 1].line);
      problem(meter, readings[i].line,
              sunday_night(readings[i].minute) ? text + "; a clock set back would do this: give times with their offset from UTC" : text);
    }
  }

  static std::int64_t most_frequent_step(const std::vector<Reading>& readings) {
    std::map<std::int64_t, std::size_t> counts;
    for (std::size_t i = 1; i < readings.size(); ++i) ++counts[readings[i].minute - readings[i - 1].minute];
    return std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
  }

  /// Energy of the intervals between readings of a register. Gaps that may be filled get even shares; others stay gaps.
  std::vector<Reading> consumed(const MeterRows::Meter& meter, const std::vector<Reading>& readings, MeterSeries& series) {
    std::vector<Reading> energy;
    for (std::size_t i = 0; i + 1 < readings.size(); ++i) {
      const auto& now = readings[i];
      const auto& next = readings[i + 1];
      const double risen = next.value - now.value;
      if (risen < 0.0) {
        problem(
            meter, next.line,
            fmt::format("the register falls from {:g} to {:g} kWh: the meter was exchanged or turned over, expected one series for each",
                        now.value, next.value));
        continue;
      }
      const std::int64_t missing = (next.minute - now.minute) / step_ - 1;
      const bool spread = missing > 0 && missing <= source_.fill_steps && !clock_set_forward(now.minute + step_, missing);
      const std::int64_t parts = spread ? missing + 1 : 1;
      for (std::int64_t k = 0; k < parts; ++k) energy.push_back({now.minute + k * step_, risen / static_cast<double>(parts), now.line});
      series.filled += static_cast<std::int32_t>(parts - 1);
    }
    return energy;
  }

  void fill(const MeterRows::Meter& meter, const std::vector<Reading>& readings, MeterSeries& series) {
    series.kw.push_back(readings.front().value);
    for (std::size_t i = 1; i < readings.size(); ++i) {
      const auto& before = readings[i - 1];
      const auto& now = readings[i];
      const std::int64_t distance = now.minute - before.minute;
      if (distance % step_ != 0) {
        problem(meter, now.line, fmt::format("{} is not on the steps of {} minutes", time_text(now.minute), step_));
        continue;
      }
      const std::int64_t missing = distance / step_ - 1;
      if (missing > source_.fill_steps || (missing > 0 && clock_set_forward(before.minute + step_, missing))) {
        problem(meter, now.line, gap_text(before.minute + step_, missing));
        continue;
      }
      for (std::int64_t k = 1; k <= missing; ++k) {
        const double share = static_cast<double>(k) / static_cast<double>(missing + 1);
        series.kw.push_back(before.value + share * (now.value - before.value));
      }
      series.filled += static_cast<std::int32_t>(missing);
      series.kw.push_back(now.value);
    }
  }

  [[nodiscard]] bool clock_set_forward(std::int64_t from, std::int64_t missing) const {
    return missing * step_ == hour_min && sunday_night(from);
  }

  [[nodiscard]] std::string gap_text(std::int64_t from, std::int64_t missing) const {
    const std::string text = fmt::format("{} readings are missing from {} on", missing, time_text(from));
    const std::string first_day = time_text(from);
    if (clock_set_forward(from, missing)) {
      return text + "; a clock set forward would do this: give times with their offset from UTC";
    }
    if (missing * step_ == day_min && first_day.substr(5) == "02-29 00:00") return text + ": 29 February of a leap year";
    return text;
  }

  const MeterSource& source_;
  std::string file_;
  Problems& problems_;
  std::int64_t step_ = 60;
};

}  // namespace

Meters read_meters(const MeterSource& source) {
  Problems problems;
  const auto rows = read_meter_rows(source.file, problems);
  problems.throw_if_any();
  Meters made;
  for (const auto& meter : rows.meters) {
    if (meter.readings.empty()) {
      problems.add(source.file.string(), "", "meter " + meter.name + " has no readings");
      continue;
    }
    SeriesMaker(source, problems).make(meter, made);
  }
  problems.throw_if_any();
  return made;
}

}  // namespace parktwin::importers
