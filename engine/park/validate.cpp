#include "engine/park/validate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/core/utf8.h"
#include "engine/park/address_faults.h"
#include "engine/park/antenna_faults.h"
#include "engine/park/cable_faults.h"
#include "engine/park/cloud_faults.h"
#include "engine/park/duplex_faults.h"
#include "engine/park/network_slice_faults.h"
#include "engine/park/polygon_faults.h"
#include "engine/park/pon_faults.h"
#include "engine/park/process_faults.h"
#include "engine/park/radio_site_faults.h"
#include "engine/park/scenario_faults.h"
#include "engine/park/sharing_faults.h"
#include "engine/park/standby_feed_faults.h"
#include "engine/park/transceiver_faults.h"
#include "engine/park/tsn_flow_faults.h"
#include "engine/park/weather_faults.h"

namespace parktwin {
namespace {

constexpr double furthest_m = 200e3;

/// Checks the fields of one record, each by its kind.
class RecordCheck {
 public:
  RecordCheck(const Park& park, const std::string& file, std::string record, Problems& problems)
      : park_(park), file_(file), record_(std::move(record)), problems_(problems) {}

  template <class T>
  void operator()(const Field& field, const T& value) const {
    if constexpr (Optional<T>) {
      if (value) (*this)(field, *value);
    } else if constexpr (UnitValue<T>) {
      check_number(field, value.value());
    } else if constexpr (std::same_as<T, bool>) {
      return;
    } else if constexpr (std::is_arithmetic_v<T>) {
      check_number(field, static_cast<double>(value));
    } else if constexpr (NamedEnum<T>) {
      if (name_of(value) == "?") report(field, fmt::format("found the number {}, which names no choice", static_cast<long>(value)));
    } else if constexpr (RecordId<T>) {
      check_reference(field, value);
    } else {
      check(field, value);
    }
  }

 private:
  void report(const Field& field, std::string message) const {
    problems_.add(file_, fmt::format("{}, field {}", record_, field.name), std::move(message));
  }

  void check_number(const Field& field, double value) const {
    const std::string unit = field.unit.empty() || field.unit == "1" ? "" : fmt::format(" {}", field.unit);
    if (!std::isfinite(value)) {
      report(field, fmt::format("found {}, expected a finite number", value));
    } else if (value < field.minimum) {
      report(field, fmt::format("found {}{}, expected at least {}{}", value, unit, field.minimum, unit));
    } else if (value > field.maximum) {
      report(field, fmt::format("found {}{}, expected at most {}{}", value, unit, field.maximum, unit));
    }
  }

  template <class T>
  void check_reference(const Field& field, Id<T> id) const {
    if (!id.valid()) {
      if (field.required) report(field, "found nothing, expected the id of a record");
    } else if (const auto size = table<T>(park_).size(); id.index() >= size) {
      report(field, fmt::format("refers to record {} of a table with {} records", id.index(), size));
    }
  }

  template <class T>
  void check(const Field& field, const std::vector<Id<T>>& ids) const {
    for (const auto id : ids) {
      if (!id.valid()) {
        report(field, "holds an empty reference");
      } else if (check_reference(field, id); id.index() < table<T>(park_).size()) {
        const auto& text = table<T>(park_)[id].id;
        if (text.find_first_of(" \t\r\n") != std::string::npos)
          report(field, fmt::format("lists \"{}\", but listed ids must not hold spaces", text));
      }
    }
  }

  /// Reports the first value that does not fit.
  void check(const Field& field, const std::vector<double>& values) const {
    const auto fits = [&field](double value) { return value >= field.minimum && value <= field.maximum && std::isfinite(value); };
    const auto bad = std::find_if_not(values.begin(), values.end(), fits);
    if (bad == values.end()) return;
    report(field, fmt::format("value {} is {}, expected {} to {}", bad - values.begin() + 1, *bad, field.minimum, field.maximum));
  }

  void check(const Field& field, const std::string& text) const {
    if (text.empty() && field.required) report(field, "is empty, expected a text");
    if (const auto at = first_invalid_utf8(text); at != std::string::npos)
      report(field, fmt::format("is not UTF-8 text from byte {} on", at + 1));
  }

  bool check_points(const Field& field, const std::vector<Point>& points) const {
    for (const Point p : points) {
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
        report(field, fmt::format("found the coordinates ({}, {}), expected finite numbers", p.x, p.y));
        return false;
      }
      if (std::abs(p.x) > furthest_m || std::abs(p.y) > furthest_m) {
        report(field,
               fmt::format("found ({:.0f}, {:.0f}) m from the origin of the park, expected at most 200 km in each direction", p.x, p.y));
        return false;
      }
    }
    return true;
  }

  void check(const Field& field, const Point& point) const { check_points(field, {point}); }

  void check(const Field& field, const LineString& line) const {
    if (line.points.empty() && !field.required) return;
    if (!check_points(field, line.points)) return;
    if (line.points.size() < 2 || length(line) <= 0.0) report(field, "has no length, expected at least 2 different points");
  }

  void check(const Field& field, const Polygon& polygon) const { check(field, MultiPolygon{{polygon}}); }

  void check(const Field& field, const MultiPolygon& shape) const {
    for (const auto& polygon : shape.polygons) {
      if (!check_points(field, polygon.outer)) return;
      for (const auto& hole : polygon.holes) {
        if (!check_points(field, hole)) return;
      }
    }
    if (shape.polygons.empty() && !field.required) return;
    if (const auto fault = fault_of(shape)) report(field, *fault);
  }

  void check(const Field& field, const Grid<float>& grid) const {
    const auto& frame = grid.frame;
    if (grid.empty()) return;
    if (!(frame.cell_size > 0.0) || !std::isfinite(frame.cell_size)) report(field, fmt::format("has cells of {} m", frame.cell_size));
    if (frame.columns <= 0 || frame.rows <= 0 || frame.size() != grid.values.size()) {
      report(field, fmt::format("has {} values for {} columns and {} rows", grid.values.size(), frame.columns, frame.rows));
      return;
    }
    const auto reach = [&](std::int32_t cells) { return cells * frame.cell_size; };
    check_points(field, {frame.origin, {frame.origin.x + reach(frame.columns), frame.origin.y + reach(frame.rows)}});
    const auto bad = std::find_if(grid.values.begin(), grid.values.end(), [](float v) { return !std::isfinite(v); });
    if (bad != grid.values.end()) {
      const auto index = bad - grid.values.begin();
      report(field, fmt::format("cell in column {}, row {} is not a finite number", index % frame.columns, index / frame.columns));
    }
  }

  const Park& park_;
  const std::string& file_;
  std::string record_;
  Problems& problems_;
};

/// What the fields of a record must be together: report(field, message) per fault.
template <class Record, class Report>
void check_together(const Record& record, const Park& park, const Report& report) {
  if constexpr (std::same_as<Record, Antenna> || std::same_as<Record, NetworkLink>) {
    for (const auto& fault : faults_of(record)) report(fault.field, fault.message);
  }
  if constexpr (std::same_as<Record, RadioCell>) {
    if (const auto fault = fault_of_duplex(record.duplex_pattern)) report("duplex_pattern", *fault);
  }
  if constexpr (std::same_as<Record, NetworkSlice>) {
    if (const auto fault = fault_of_shares(record)) report("guaranteed_share", *fault);
  }
  if constexpr (std::same_as<Record, NetworkNode>) {
    if (const auto fault = fault_of_standby_feed(record)) report("standby_bus", *fault);
  }
  if constexpr (std::same_as<Record, RadioSite>) {
    for (const auto& fault : faults_of(record, park)) report(fault.field, fault.message);
  }
}

}  // namespace

void validate(const Park& park, const std::string& file, Problems& problems) {
  describe(
      [&]<class P>(const Field& field, const P& part) {
        if constexpr (RecordTable<typename P::Content>) {
          std::size_t number = 0;
          for (const auto& record : *part) {
            ++number;
            const std::string name = record.id.empty() ? fmt::format("record {}", number) : record.id;
            describe(RecordCheck(park, file, fmt::format("{} {}", field.name, name), problems), record);
            check_together(record, park, [&](std::string_view at, const std::string& message) {
              problems.add(file, fmt::format("{} {}, field {}", field.name, name, at), message);
            });
          }
        } else {
          describe(RecordCheck(park, file, std::string(field.name), problems), *part);
        }
      },
      park);
  for (const auto& fault : address_faults(park)) {
    problems.add(file, fmt::format("{} {}, field {}", fault.table, fault.record, fault.field), fault.message);
  }
  for (const auto& fault : pon_faults(park)) {
    problems.add(file, fmt::format("{} {}, field {}", fault.table, fault.record, fault.field), fault.message);
  }
  for (const auto& fault : faults_of(*park.weather)) problems.add(file, fmt::format("weather, field {}", fault.field), fault.message);
  for (const auto& fault : tsn_flow_faults(park)) {
    problems.add(file, fmt::format("{} {}, field {}", fault.table, fault.record, fault.field), fault.message);
  }
  for (const auto& fault : cloud_faults(park)) {
    problems.add(file, fmt::format("{} {}, field {}", fault.table, fault.record, fault.field), fault.message);
  }
  for (const auto& fault : sharing_faults(park)) {
    problems.add(file, fmt::format("{} {}, field {}", fault.table, fault.record, fault.field), fault.message);
  }
  for (const auto& fault : cable_faults(park)) {
    problems.add(file, fmt::format("{} {}, field {}", fault.table, fault.record, fault.field), fault.message);
  }
  for (const auto& fault : process_faults(park)) {
    problems.add(file, fmt::format("{} {}, field {}", fault.table, fault.record, fault.field), fault.message);
  }
  for (const auto& fault : scenario_faults(park)) {
    problems.add(file, fmt::format("{} {}, field {}", fault.table, fault.record, fault.field), fault.message);
  }
}

}  // namespace parktwin
