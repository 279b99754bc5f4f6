#include "importers/meters/meter_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>

#include "importers/meters/timestamp.h"

namespace parktwin::importers {
namespace {

struct Table {
  struct Row {
    std::size_t line = 0;
    std::vector<std::string> values;
  };
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

std::string trimmed(std::string text) {
  const auto is_space = [](char c) { return c == ' ' || c == '"' || c == '\r'; };
  while (!text.empty() && is_space(text.back())) text.pop_back();
  while (!text.empty() && is_space(text.front())) text.erase(text.begin());
  return text;
}

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> values;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] != separator) continue;
    values.push_back(trimmed(line.substr(begin, i - begin)));
    begin = i + 1;
  }
  return values;
}

char separator_of(const std::string& header) {
  char best = ',';
  for (const char candidate : {';', '\t'}) {
    if (std::count(header.begin(), header.end(), candidate) > std::count(header.begin(), header.end(), best)) best = candidate;
  }
  return best;
}

class Reader {
 public:
  Reader(const std::filesystem::path& file, Problems& problems) : file_(file), name_(file.string()), problems_(problems) {}

  MeterRows read() {
    if (!read_table()) return {};
    const auto time = column("time");
    const auto meter = column("meter");
    const auto date = column("date");
    if (time && meter) {
      read_long(*time, *meter);
    } else if (time) {
      read_wide(*time);
    } else if (date && meter) {
      read_days(*date, *meter);
    } else {
      problem(1, "has neither the columns time and meter, nor time and one column per meter, nor meter, date and times of day");
    }
    return std::move(rows_);
  }

 private:
  void problem(std::size_t line, std::string message) { problems_.add(name_, fmt::format("line {}", line), std::move(message)); }

  bool read_table() {
    std::ifstream stream(file_, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file_)) {
      problems_.add(name_, "", "cannot be read, expected a CSV table");
      return false;
    }
    std::size_t number = 0;
    char separator = ',';
    for (std::string line; std::getline(stream, line);) {
      ++number;
      if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
      if (trimmed(line).empty()) continue;
      if (table_.columns.empty()) {
        separator = separator_of(line);
        table_.columns = split(line, separator);
        continue;
      }
      auto values = split(line, separator);
      if (values.size() != table_.columns.size()) {
        problem(number, fmt::format("{} values for {} columns", values.size(), table_.columns.size()));
      } else {
        table_.rows.push_back({number, std::move(values)});
      }
    }
    if (table_.columns.empty()) problems_.add(name_, "", "is empty, expected a header");
    if (!table_.columns.empty() && table_.rows.empty()) problems_.add(name_, "", "has no readings");
    return !table_.rows.empty();
  }

  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const {
    const auto found = std::find(table_.columns.begin(), table_.columns.end(), name);
    if (found == table_.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table_.columns.begin());
  }

  std::optional<double> number(const std::string& text, std::size_t line) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size() && std::isfinite(value)) return value;
    problem(line, fmt::format("found \"{}\", expected a number", text));
    return std::nullopt;
  }

  std::optional<std::int64_t> minute(const std::string& text, std::size_t line) {
    const auto time = parse_timestamp(text);
    if (!time) {
      problem(line, fmt::format("found \"{}\", expected a time of the calendar such as 2025-03-05 14:15", text));
      return std::nullopt;
    }
    if (!first_) first_ = time;
    if (first_->offset_min.has_value() != time->offset_min.has_value()) {
      problem(line, "has an offset from UTC where the first row has none, or none where it has one");
      return std::nullopt;
    }
    return time->offset_min ? time->minute - *time->offset_min + *first_->offset_min : time->minute;
  }

  MeterRows::Meter& meter(const std::string& name, bool energy) {
    const auto found = std::find_if(rows_.meters.begin(), rows_.meters.end(), [&](const auto& each) { return each.name == name; });
    if (found != rows_.meters.end()) return *found;
    rows_.meters.push_back({name, energy, {}, false});
    return rows_.meters.back();
  }

  void read_long(std::size_t time, std::size_t meter_column) {
    const auto power = column("kw");
    const auto registered = column("register_kwh");
    const auto energy = registered ? registered : column("kwh");
    if (power.has_value() == energy.has_value() || (registered && column("kwh")))
      return problem(1, "needs one of the columns kw, kwh and register_kwh");
    for (const auto& row : table_.rows) {
      const auto& name = row.values[meter_column];
      if (name.empty()) problem(row.line, "names no meter");
      const auto at = minute(row.values[time], row.line);
      const auto value = number(row.values[energy ? *energy : *power], row.line);
      if (!at || !value || name.empty()) continue;
      auto& to = meter(name, energy.has_value());
      to.registered = registered.has_value();
      to.readings.push_back({*at, *value, row.line});
    }
  }

  void read_wide(std::size_t time) {
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const auto& title = table_.columns[i];
      if (i == time) continue;
      const bool energy = title.ends_with("_kwh");
      const bool registered = title.ends_with("_register_kwh");
      if (!energy && !title.ends_with("_kw")) {
        problem(1, fmt::format("column \"{}\" says no unit, expected <meter>_kw, <meter>_kwh or <meter>_register_kwh", title));
        continue;
      }
      const auto name = title.substr(0, title.size() - (registered ? 13 : energy ? 4 : 3));
      if (std::any_of(rows_.meters.begin(), rows_.meters.end(), [&](const auto& each) { return each.name == name; })) {
        problem(1, fmt::format("meter {} has two columns", name));
        continue;
      }
      columns_.push_back(i);
      rows_.meters.push_back({name, energy, {}, registered});
    }
    for (const auto& row : table_.rows) {
      const auto at = minute(row.values[time], row.line);
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto& text = row.values[columns_[i]];
        if (text.empty()) continue;  // a gap of this meter
        const auto value = number(text, row.line);
        if (at && value) rows_.meters[i].readings.push_back({*at, *value, row.line});
      }
    }
  }

  void read_days(std::size_t date, std::size_t meter_column) {
    std::vector<std::pair<std::size_t, std::int64_t>> times;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (i == date || i == meter_column) continue;
      const auto clock = parse_timestamp("1970-01-01 " + table_.columns[i]);
      if (clock && !clock->offset_min && clock->minute < 1440) {
        times.emplace_back(i, clock->minute);
      } else {
        problem(1, fmt::format("column \"{}\" is no time of day from 00:00 to 23:59", table_.columns[i]));
      }
    }
    for (const auto& row : table_.rows) {
      const auto day = parse_day(row.values[date]);
      if (!day) {
        problem(row.line, fmt::format("found \"{}\", expected a day of the calendar such as 2025-03-05", row.values[date]));
        continue;
      }
      for (const auto& [i, clock] : times) {
        if (row.values[i].empty()) continue;
        const auto value = number(row.values[i], row.line);
        if (value) meter(row.values[meter_column], false).readings.push_back({*day + clock, *value, row.line});
      }
    }
  }

  std::filesystem::path file_;
  std::string name_;
  Problems& problems_;
  Table table_;
  std::vector<std::size_t> columns_;
  std::optional<Timestamp> first_;
  MeterRows rows_;
};

}  // namespace

MeterRows read_meter_rows(const std::filesystem::path& file, Problems& problems) { return Reader(file, problems).read(); }

}  // namespace parktwin::importers
