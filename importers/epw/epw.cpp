#include "importers/epw/epw.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <string_view>

#include "engine/core/errors.h"

namespace parktwin::importers {
namespace {

constexpr std::array days_of_month = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr std::size_t header_lines = 8;
constexpr std::size_t fields_of_row = 22;  ///< up to wind speed
constexpr double assumed_humidity_percent = 70.0;
constexpr std::size_t most_named_rows = 5;  ///< problems per column

/// A column: its place in a row, from which value on it means missing, the values there are.
struct Column {
  std::string_view name;
  std::size_t field;
  double missing;
  double least;
  double most;
  std::vector<double> Weather::*values;
  bool optional;  ///< may be missing throughout
};

constexpr std::array columns = {
    Column{"dry-bulb temperature", 6, 99.9, -70, 70, &Weather::temperature_c, false},
    Column{"relative humidity", 8, 999, 0, 110, &Weather::relative_humidity_percent, true},
    Column{"atmospheric pressure", 9, 999999, 31000, 120000, &Weather::pressure_pa, true},
    Column{"global horizontal radiation", 13, 9999, 0, 1500, &Weather::global_horizontal_w_per_m2, false},
    Column{"direct normal radiation", 14, 9999, 0, 1500, &Weather::direct_normal_w_per_m2, false},
    Column{"diffuse horizontal radiation", 15, 9999, 0, 1500, &Weather::diffuse_horizontal_w_per_m2, false},
    Column{"wind speed", 21, 999, 0, 60, &Weather::wind_speed_m_per_s, false},
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0;;) {
    const std::size_t comma = line.find(',', from);
    parts.push_back(trimmed(line.substr(from, comma - from)));
    if (comma == std::string_view::npos) return parts;
    from = comma + 1;
  }
}

bool parse(std::string_view text, double& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

/// Pressure of the standard atmosphere, Pa (ISO 2533, troposphere).
double standard_pressure_pa(double elevation_m) { return 101325.0 * std::pow(1.0 - 2.25577e-5 * elevation_m, 5.25588); }

class EpwReading {
 public:
  explicit EpwReading(const std::filesystem::path& file) : file_(file.string()) {}

  LoadedWeather read() {
    std::ifstream stream(file_, std::ios::binary);
    if (!stream) throw InputError(file_, "", "cannot be opened");
    std::string line;
    while (std::getline(stream, line)) {
      ++line_;
      if (line_ <= header_lines) {
        read_header(line);
      } else if (!trimmed(line).empty()) {
        read_row(split(line));
      }
      if (gave_up_) break;
    }
    if (!gave_up_) finish();
    problems_.throw_if_any();
    return std::move(loaded_);
  }

 private:
  void add(std::string message) { problems_.add(file_, fmt::format("line {}", line_), std::move(message)); }

  void read_header(std::string_view line) {
    const auto parts = split(line);
    if (line_ == 1) read_location(parts);
    if (line_ == header_lines) read_period(parts);
  }

  void read_location(const std::vector<std::string_view>& parts) {
    if (parts[0] != "LOCATION" || parts.size() < 10) {
      add("found no LOCATION with ten entries, expected the first line of an EPW file");
      gave_up_ = true;
      return;
    }
    Weather& weather = loaded_.weather;
    weather.place = std::string(parts[1]);
    weather.source = std::string(parts[4]);
    const auto number = [&](std::size_t field, const char* name, double least, double most) {
      double value = 0.0;
      if (!parse(parts[field], value) || value < least || value > most) {
        add(fmt::format("{}: found \"{}\", expected a number from {} to {}", name, parts[field], least, most));
      }
      return value;
    };
    weather.latitude = Degrees(number(6, "latitude", -90, 90));
    weather.longitude = Degrees(number(7, "longitude", -180, 180));
    weather.time_zone_h = number(8, "time zone", -12, 14);
    weather.elevation = Metres(number(9, "elevation", -1000, 9999));
  }

  void read_period(const std::vector<std::string_view>& parts) {
    if (parts[0] != "DATA PERIODS") {
      add(fmt::format("found \"{}\", expected DATA PERIODS, the eighth line of an EPW file", parts[0]));
    } else if (parts.size() > 2 && (parts[1] != "1" || parts[2] != "1")) {
      add(fmt::format("found {} data periods with {} rows an hour, expected one period with one row an hour", parts[1], parts[2]));
    } else {
      return;
    }
    gave_up_ = true;
  }

  void read_row(const std::vector<std::string_view>& parts) {
    if (parts.size() < fields_of_row) {
      add(fmt::format("found {} fields, expected at least {}", parts.size(), fields_of_row));
      gave_up_ = true;
      return;
    }
    double month = 0.0;
    double day = 0.0;
    double hour = 0.0;
    if (!parse(parts[1], month) || !parse(parts[2], day) || !parse(parts[3], hour)) {
      add(fmt::format("found month \"{}\", day \"{}\", hour \"{}\", expected numbers", parts[1], parts[2], parts[3]));
      gave_up_ = true;
      return;
    }
    if (month == 2 && day == 29) {
      ++leap_rows_;
      return;
    }
    if (row_ == hours_per_year) {
      add(fmt::format("found another row, expected the end after the {} of a year", hours_per_year));
      gave_up_ = true;
      return;
    }
    if (month != month_ + 1 || day != day_ + 1 || hour != hour_ + 1) {
      add(fmt::format("found {:g}-{:g} hour {:g}, expected {}-{} hour {}: rows are missing, doubled or out of order", month, day, hour,
                      month_ + 1, day_ + 1, hour_ + 1));
      gave_up_ = true;
      return;
    }
    for (std::size_t c = 0; c < columns.size(); ++c) take(parts, c);
    step();
  }

  void take(const std::vector<std::string_view>& parts, std::size_t c) {
    const Column& column = columns[c];
    double value = 0.0;
    const std::string_view text = parts[column.field];
    const bool number = parse(text, value);
    if (text.empty() || (number && value >= column.missing)) {
      ++missing_[c];
      if (first_missing_[c] == 0) first_missing_[c] = line_;
      value = std::numeric_limits<double>::quiet_NaN();
    } else if (!number || value < column.least || value > column.most) {
      if (bad_[c]++ < most_named_rows)
        add(fmt::format("{}: found \"{}\", expected a number from {} to {}", column.name, text, column.least, column.most));
    }
    (loaded_.weather.*column.values).push_back(value);
  }

  void step() {
    ++row_;
    if (++hour_ < 24) return;
    hour_ = 0;
    if (++day_ < days_of_month[static_cast<std::size_t>(month_)]) return;
    day_ = 0;
    month_ = (month_ + 1) % 12;
  }

  void finish() {
    if (line_ < header_lines) {
      add(fmt::format("the file ends after {} lines, expected eight header lines", line_));
      return;
    }
    if (row_ != hours_per_year) {
      add(fmt::format("the file ends after {} hours, expected {}: the next would be {}-{} hour {}", row_, hours_per_year, month_ + 1,
                      day_ + 1, hour_ + 1));
    }
    if (leap_rows_ > 0) {
      loaded_.notes.push_back(
          {NoteKind::information, "weather", fmt::format("{} rows of 29 February were left out: a typical year has 365 days", leap_rows_)});
    }
    for (std::size_t c = 0; c < columns.size(); ++c) settle_missing(c);
  }

  void settle_missing(std::size_t c) {
    if (missing_[c] == 0) return;
    const Column& column = columns[c];
    if (!column.optional || missing_[c] < row_) {
      problems_.add(
          file_, fmt::format("line {}", first_missing_[c]),
          fmt::format("{}: the code for missing, here and in {} rows altogether, expected values throughout", column.name, missing_[c]));
      return;
    }
    const bool humidity = column.values == &Weather::relative_humidity_percent;
    const double value = humidity ? assumed_humidity_percent : standard_pressure_pa(loaded_.weather.elevation.value());
    (loaded_.weather.*column.values).assign(row_, value);
    loaded_.notes.push_back({NoteKind::assumption, "weather",
                             humidity
                                 ? fmt::format("the file has no relative humidity; {} % was taken", value)
                                 : fmt::format("the file has no air pressure; {:.0f} Pa of the standard atmosphere was taken", value)});
  }

  std::string file_;
  Problems problems_;
  LoadedWeather loaded_;
  std::size_t line_ = 0;
  std::size_t row_ = 0;
  int month_ = 0;  ///< expected next, from 0
  int day_ = 0;
  int hour_ = 0;
  std::size_t leap_rows_ = 0;
  bool gave_up_ = false;
  std::array<std::size_t, columns.size()> missing_{};
  std::array<std::size_t, columns.size()> first_missing_{};
  std::array<std::size_t, columns.size()> bad_{};
};

}  // namespace

LoadedWeather read_epw(const std::filesystem::path& file) { return EpwReading(file).read(); }

std::string epw_text(const Weather& weather) {
  // Commas separate fields.
  const auto plain = [](std::string text) {
    for (char& c : text) c = c == ',' || c == '\n' || c == '\r' ? ' ' : c;
    return text;
  };
  std::string text = fmt::format("LOCATION,{},-,-,{},999999,{},{},{},{}\n", plain(weather.place), plain(weather.source),
                                 weather.latitude.value(), weather.longitude.value(), weather.time_zone_h, weather.elevation.value());
  text += "DESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\nHOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\n";
  text += "COMMENTS 1,written by parktwin\nCOMMENTS 2,\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\n";
  std::size_t hour = 0;
  for (std::size_t month = 0; month < days_of_month.size(); ++month) {
    for (int day = 1; day <= days_of_month[month]; ++day) {
      for (int clock = 1; clock <= 24; ++clock, ++hour) {
        text += fmt::format(
            "2023,{},{},{},0,*,{:.2f},99.9,{:.0f},{:.0f},9999,9999,9999,{:.0f},{:.0f},{:.0f},999999,999999,999999,9999,999,{:.2f}"
            ",99,99,9999,99999,9,999999999,999,.999,999,99,999,999,99\n",
            month + 1, day, clock, weather.temperature_c[hour], weather.relative_humidity_percent[hour], weather.pressure_pa[hour],
            weather.global_horizontal_w_per_m2[hour], weather.direct_normal_w_per_m2[hour], weather.diffuse_horizontal_w_per_m2[hour],
            weather.wind_speed_m_per_s[hour]);
      }
    }
  }
  return text;
}

}  // namespace parktwin::importers
