#include "importers/meters/timestamp.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace parktwin::importers {
namespace {

constexpr std::int64_t day_minutes = 1440;

/// Takes digits off the front; none when there are too few or too many.
std::optional<std::int32_t> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < most && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits < least) return std::nullopt;
  std::int32_t value = 0;
  std::from_chars(text.data(), text.data() + digits, value);
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::int64_t> take_day(std::string_view& text) {
  const auto year = take_number(text, 4, 4);
  if (!year || !take(text, "-/")) return std::nullopt;
  const auto month = take_number(text, 1, 2);
  if (!month || !take(text, "-/")) return std::nullopt;
  const auto day = take_number(text, 1, 2);
  if (!day) return std::nullopt;
  const auto date = std::chrono::year(*year) / *month / *day;
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count() * day_minutes;
}

std::optional<std::int32_t> take_clock(std::string_view& text) {
  const auto hour = take_number(text, 1, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = take_number(text, 2, 2);
  if (!minute || *minute > 59) return std::nullopt;
  if (*hour > 24 || (*hour == 24 && *minute != 0)) return std::nullopt;
  return *hour * 60 + *minute;
}

/// False: something else stands there.
bool take_offset(std::string_view& text, Timestamp& time) {
  if (text.empty()) return true;
  if (take(text, "Z")) {
    time.offset_min = 0;
    return text.empty();
  }
  const std::int32_t sign = text.front() == '-' ? -1 : 1;
  if (!take(text, "+-")) return false;
  const auto hours = take_number(text, 2, 2);
  if (!hours || *hours > 14) return false;
  (void)take(text, ":");
  const auto minutes = take_number(text, 2, 2);
  if (!minutes || *minutes > 59) return false;
  time.offset_min = sign * (*hours * 60 + *minutes);
  return text.empty();
}

}  // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  const auto day = take_day(text);
  if (!day || !take(text, "T ")) return std::nullopt;
  const auto clock = take_clock(text);
  if (!clock) return std::nullopt;
  if (take(text, ":")) {
    const auto seconds = take_number(text, 2, 2);
    if (!seconds || *seconds != 0) return std::nullopt;
  }
  Timestamp time;
  time.minute = *day + *clock;
  if (!take_offset(text, time)) return std::nullopt;
  return time;
}

std::optional<std::int64_t> parse_day(std::string_view text) {
  const auto day = take_day(text);
  return text.empty() ? day : std::nullopt;
}

std::string time_text(std::int64_t minute) {
  using namespace std::chrono;
  const std::int64_t day = minute >= 0 ? minute / day_minutes : (minute - day_minutes + 1) / day_minutes;
  const year_month_day date{sys_days{days{day}}};
  const std::int64_t clock = minute - day * day_minutes;
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), clock / 60, clock % 60);
}

std::int32_t year_of(std::int64_t minute) {
  using namespace std::chrono;
  const std::int64_t day = minute >= 0 ? minute / day_minutes : (minute - day_minutes + 1) / day_minutes;
  return static_cast<int>(year_month_day{sys_days{days{day}}}.year());
}

}  // namespace parktwin::importers
