#include "cli/render_options.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "engine/core/calendar_date.h"
#include "engine/core/errors.h"
#include "engine/simulators/energy/solar/sun_position.h"

namespace parktwin::cli {
namespace {

constexpr double minutes_of_day = 24.0 * 60.0;

/// A number that takes the whole text.
std::optional<double> number_in(const std::string& text) {
  if (text.empty() || text.size() > 8 || text.find_first_not_of("0123456789.") != std::string::npos) return std::nullopt;
  std::size_t used = 0;
  try {
    const double value = std::stod(text, &used);
    return used == text.size() ? std::optional(value) : std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::string problem_of_section(const std::string& text) {
  const auto colon = text.find(':');
  const auto share = colon == std::string::npos ? std::nullopt : number_in(text.substr(colon + 1));
  const bool good = share && *share <= 0.95 && parse_enum<viz::Side>(text.substr(0, colon));
  return good ? "" : "expected east, north, west or south and the share to take away there, at most 0.95, e.g. south:0.4";
}

std::string problem_of_clock(const std::string& text) {
  const auto colon = text.find(':');
  const auto hour = number_in(text.substr(0, colon));
  const auto minute = colon == std::string::npos ? std::optional(0.0) : number_in(text.substr(colon + 1));
  const bool good = hour && minute && *hour < 24.0 && *minute < 60.0 && text.find('.') == std::string::npos;
  return good ? "" : "expected a time of day, e.g. 9 or 14:30";
}

energy::solar::SunPosition position_at(const Park& park, const std::string& date, double hours) {
  energy::solar::Place place;
  place.latitude_deg = park.site->origin_latitude.value();
  place.longitude_deg = park.site->origin_longitude.value();
  const double day = energy::solar::julian_day(std::stoi(date.substr(0, 4)), std::stoi(date.substr(5, 2)), std::stoi(date.substr(8, 2)),
                                               hours - park.weather->time_zone_h);
  return energy::solar::sun_position(energy::solar::geocentric_sun(day), day, place);
}

/// "between 06:45 and 17:02", to the minute.
std::string hours_of_day(const Park& park, const std::string& date) {
  std::optional<double> first;
  double last = 0.0;
  for (double minute = 0.0; minute < minutes_of_day; minute += 1.0) {
    if (position_at(park, date, minute / 60.0).zenith_deg >= 90.0) continue;
    if (!first) first = minute;
    last = minute;
  }
  return first ? fmt::format("between {} and {}", clock_of(*first), clock_of(last)) : "not at all that day";
}

}  // namespace

std::string clock_of(double minutes) {
  const int whole = static_cast<int>(minutes);
  return fmt::format("{:02}:{:02}", whole / 60, whole % 60);
}

CLI::Validator section_text() { return CLI::Validator(problem_of_section, "SIDE:SHARE"); }

viz::Section section_of(const std::string& text) {
  const auto colon = text.find(':');
  return {*parse_enum<viz::Side>(text.substr(0, colon)), *number_in(text.substr(colon + 1))};
}

CLI::Validator date_text() {
  return CLI::Validator([](const std::string& text) { return is_calendar_date(text) ? "" : "expected a date YYYY-MM-DD"; }, "YYYY-MM-DD");
}

CLI::Validator clock_text() { return CLI::Validator(problem_of_clock, "HH:MM"); }

double hours_of(const std::string& text) {
  const auto colon = text.find(':');
  return *number_in(text.substr(0, colon)) + (colon == std::string::npos ? 0.0 : *number_in(text.substr(colon + 1)) / 60.0);
}

viz::SunAngle sun_at(const Park& park, const std::string& date, double hours) {
  const auto sun = position_at(park, date, hours);
  if (sun.zenith_deg < 90.0) return {sun.azimuth_deg, 90.0 - sun.zenith_deg};
  throw InputError("--hour", "",
                   fmt::format("the sun is below the horizon of {} on {} at {}; it stands above it {}", park.site->name, date,
                               clock_of(hours * 60.0 + 0.5), hours_of_day(park, date)));
}

}  // namespace parktwin::cli
