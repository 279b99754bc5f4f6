#include "engine/simulators/energy/loads/working_days.h"

#include <fmt/format.h>

#include <chrono>
#include <span>

#include "engine/core/check.h"

namespace parktwin::energy::loads {
namespace {

using namespace std::chrono;

constexpr std::array<std::size_t, 12> month_days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// Days off from one date to another, both included.
struct Break {
  month_day first;
  month_day last;
};

struct Arrangement {
  std::int32_t year;
  std::vector<Break> breaks;
  std::vector<month_day> made_up;  ///< weekend days that are worked
};

const std::vector<Arrangement>& arrangements() {
  static const std::vector<Arrangement> all = {
      // 国办发明电〔2023〕7号 of 25 October 2023, compared with its text.
      {2024,
       {{January / 1, January / 1},
        {February / 10, February / 17},
        {April / 4, April / 6},
        {May / 1, May / 5},
        {June / 10, June / 10},
        {September / 15, September / 17},
        {October / 1, October / 7}},
       {February / 4, February / 18, April / 7, April / 28, May / 11, September / 14, September / 29, October / 12}},
      // 国办发明电〔2024〕12号 of 12 November 2024, compared with its text.
      {2025,
       {{January / 1, January / 1},
        {January / 28, February / 4},
        {April / 4, April / 6},
        {May / 1, May / 5},
        {May / 31, June / 2},
        {October / 1, October / 8}},
       {January / 26, February / 8, April / 27, September / 28, October / 11}},
      // 国办发明电〔2025〕7号 of 4 November 2025, compared with copies of it.
      {2026,
       {{January / 1, January / 3},
        {February / 15, February / 23},
        {April / 4, April / 6},
        {May / 1, May / 5},
        {June / 19, June / 21},
        {September / 25, September / 27},
        {October / 1, October / 7}},
       {January / 4, February / 14, February / 28, May / 9, September / 20, October / 10}}};
  return all;
}

/// Those of the regulation on public holidays (2024) that have a date in the common calendar.
const std::vector<Break>& dated_holidays() {
  static const std::vector<Break> breaks = {{January / 1, January / 1}, {May / 1, May / 2}, {October / 1, October / 3}};
  return breaks;
}

bool within(month_day day, std::span<const Break> breaks) {
  for (const auto& off : breaks) {
    if (day >= off.first && day <= off.last) return true;
  }
  return false;
}

}  // namespace

WorkingDays working_days(std::int32_t year) {
  const Arrangement* arrangement = nullptr;
  for (const auto& one : arrangements()) {
    if (one.year == year) arrangement = &one;
  }
  WorkingDays result;
  result.known = arrangement != nullptr;
  const std::span<const Break> breaks = result.known ? arrangement->breaks : dated_holidays();
  for (unsigned month = 1; month <= 12; ++month) {
    for (unsigned number = 1; number <= month_days[month - 1]; ++number) {
      const month_day date = std::chrono::month(month) / static_cast<int>(number);
      const weekday kind(sys_days(std::chrono::year(year) / date));
      bool worked = kind != Saturday && kind != Sunday;
      if (result.known) {
        for (const auto& made_up : arrangement->made_up) worked = worked || made_up == date;
      }
      result.days.push_back(within(date, breaks) ? DayKind::holiday : worked ? DayKind::working : DayKind::rest);
    }
  }
  return result;
}

std::size_t month_of_day(std::size_t day) {
  PARKTWIN_CHECK(day < days_per_year, "a day of the year");
  std::size_t month = 0;
  while (day >= month_days[month]) day -= month_days[month++];
  return month;
}

std::string time_of_step(std::size_t step) {
  std::size_t day = step / 96;
  const std::size_t month = month_of_day(day);
  for (std::size_t m = 0; m < month; ++m) day -= month_days[m];
  return fmt::format("{:02}-{:02} {:02}:{:02}", month + 1, day + 1, step % 96 / 4, step % 4 * 15);
}

}  // namespace parktwin::energy::loads
