#include "engine/simulators/energy/typical_days.h"

#include <array>

#include "engine/simulators/energy/loads/sector_profile.h"

namespace parktwin::energy {
namespace {

constexpr std::size_t quarters = loads::steps_per_day;

/// Member of the row and series it is the mean of.
struct Column {
  double TypicalQuarter::*mean;
  std::vector<double> Series::*values;
};

constexpr std::array<Column, 6> columns = {{{&TypicalQuarter::load_kw, &Series::load_kw},
                                            {&TypicalQuarter::pv_kw, &Series::pv_kw},
                                            {&TypicalQuarter::wind_kw, &Series::wind_kw},
                                            {&TypicalQuarter::plant_kw, &Series::plant_kw},
                                            {&TypicalQuarter::storage_kw, &Series::storage_kw},
                                            {&TypicalQuarter::import_kw, &Series::import_kw}}};

TypicalDayKind kind_of(loads::DayKind kind) {
  if (kind == loads::DayKind::working) return TypicalDayKind::working;
  return kind == loads::DayKind::rest ? TypicalDayKind::rest : TypicalDayKind::holiday;
}

}  // namespace

std::vector<TypicalQuarter> typical_days(const Series& series, const loads::WorkingDays& days) {
  std::vector<TypicalQuarter> rows;
  if (series.load_kw.size() != days.days.size() * quarters) return rows;
  constexpr std::size_t kinds = names_of(TypicalDayKind{}).size();
  std::vector<TypicalQuarter> sums(12 * kinds * quarters);
  for (std::size_t day = 0; day < days.days.size(); ++day) {
    const auto kind = static_cast<std::size_t>(kind_of(days.days[day]));
    const std::size_t first = (loads::month_of_day(day) * kinds + kind) * quarters;
    for (std::size_t q = 0; q < quarters; ++q) {
      TypicalQuarter& row = sums[first + q];
      ++row.days;
      for (const Column& column : columns) row.*column.mean += (series.*column.values)[day * quarters + q];
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    TypicalQuarter row = sums[i];
    if (row.days == 0) continue;
    row.month = static_cast<std::int32_t>(i / (kinds * quarters)) + 1;
    row.kind = static_cast<TypicalDayKind>(i / quarters % kinds);
    row.hour = static_cast<double>(i % quarters) * loads::step_h;
    for (const Column& column : columns) row.*column.mean /= row.days;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace parktwin::energy
