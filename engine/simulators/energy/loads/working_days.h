#pragma once
// Which days of a year are worked: Monday to Friday, without public holidays, with the weekend days that make up for them. Years whose
// arrangement is known (mainland China, notices of the State Council's General Office, see docs/energy.md) are tables; of others only the
// holidays with a date in the common calendar are (New Year, 1 and 2 May, 1 to 3 October), and `known` is false.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/describe.h"

namespace parktwin::energy::loads {

inline constexpr std::size_t days_per_year = 365;  ///< 29 February is left out, as in the typical weather year

enum class DayKind { working, rest, holiday };

struct WorkingDays {
  std::vector<DayKind> days;  ///< 365 of them
  bool known = false;         ///< the year's official arrangement is in the table
};

[[nodiscard]] WorkingDays working_days(std::int32_t year);

/// "07-14 13:45", local standard time, of a quarter-hour's beginning.
[[nodiscard]] std::string time_of_step(std::size_t step);

/// Month, from 0, of a day of the 365.
[[nodiscard]] std::size_t month_of_day(std::size_t day);

}  // namespace parktwin::energy::loads
