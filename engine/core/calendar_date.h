#pragma once
// Calendar dates as files write them.
#include <string_view>

namespace parktwin {

/// Whether the text is a day of the Gregorian calendar in the form YYYY-MM-DD (ISO 8601), from year 1 on.
[[nodiscard]] bool is_calendar_date(std::string_view text);

}  // namespace parktwin
