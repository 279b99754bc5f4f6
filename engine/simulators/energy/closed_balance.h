#pragma once
// Whether a balance closes: in every quarter-hour, for every carrier of the park's hub, to 1e-9 of what the year uses. Every run asks. A
// step that stays open is a defect of this program, never of its input, so it ends the run with carrier, step and amount.
#include <string_view>
#include <vector>

namespace parktwin::energy {

inline constexpr double closed_share_of_year = 1e-9;

/// The greatest share of the year's use that a step lacks or has over; 0 for a year without use. Throws BrokenPromise beyond
/// `closed_share_of_year` of `used_kwh`, or where it is not a number; without use, beyond 1e-9 kWh.
double check_closed(std::string_view carrier, const std::vector<double>& open_kw, double used_kwh);

}  // namespace parktwin::energy
