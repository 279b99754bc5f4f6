#pragma once
// How a sector uses electricity and heat over the quarter-hours of a year: shifts, nights, rest days and holidays, and the part that
// follows the temperature outside. All figures of the patterns are assumptions of this project (docs/energy.md), not measurements; what is
// known of an enterprise is its energy of the year, which every profile keeps exactly: its mean is 1.
#include <span>
#include <vector>

#include "engine/park/enterprise.h"
#include "engine/simulators/energy/loads/working_days.h"

namespace parktwin::energy::loads {

inline constexpr std::size_t steps_per_day = 96;
inline constexpr std::size_t steps_per_year = days_per_year * steps_per_day;
inline constexpr double step_h = 0.25;

/// Levels are those of machines and people at work, relative to a working day's shift.
struct SectorPattern {
  double from_h = 8.0;  ///< first shift begins
  double to_h = 18.0;   ///< last shift ends; 24 h of work: 0 to 24
  double night = 0.3;   ///< level outside shifts
  double rest_day = 0.3;
  double holiday = 0.2;
  double cooling = 0.1;     ///< share of the year's electricity that cools
  double heating = 0.0;     ///< and that heats
  double space_heat = 0.3;  ///< share of the year's heat that warms rooms; the rest is process heat
};

[[nodiscard]] SectorPattern pattern_of(Sector sector);

/// Level of work, per step; half an hour of run-up and run-down at each end of a shift.
[[nodiscard]] std::vector<double> activity(const SectorPattern& pattern, const WorkingDays& days);

/// Means of 1. `temperature_c` per step; empty: nothing follows it.
[[nodiscard]] std::vector<double> electricity_profile(const SectorPattern& pattern, const WorkingDays& days,
                                                      std::span<const double> temperature_c);
[[nodiscard]] std::vector<double> heat_profile(const SectorPattern& pattern, const WorkingDays& days,
                                               std::span<const double> temperature_c);
/// Of cold from the park's network: most of it follows the degrees above 18 °C, the rest the work.
[[nodiscard]] std::vector<double> cold_profile(const SectorPattern& pattern, const WorkingDays& days,
                                               std::span<const double> temperature_c);

}  // namespace parktwin::energy::loads
