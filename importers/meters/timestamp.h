#pragma once
// Times as meters write them: "2025-03-05 14:15", with T or slashes, with or without seconds and an offset from UTC.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parktwin::importers {

struct Timestamp {
  std::int64_t minute = 0;                 ///< of local time since 1970-01-01 00:00 as written
  std::optional<std::int32_t> offset_min;  ///< from UTC, where it is written
};

/// None: not a time of the calendar on a full minute. 24:00 is the beginning of the next day.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text);

/// A day alone, as the minute of its midnight.
[[nodiscard]] std::optional<std::int64_t> parse_day(std::string_view text);

/// "2025-03-05 14:15".
[[nodiscard]] std::string time_text(std::int64_t minute);

[[nodiscard]] std::int32_t year_of(std::int64_t minute);

}  // namespace parktwin::importers
