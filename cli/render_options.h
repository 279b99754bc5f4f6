#pragma once
// The options of `render` that say more than layer and view: sun, section, underground.
#include <CLI/CLI.hpp>
#include <string>

#include "engine/park/park.h"
#include "viz/scene/scene.h"

namespace parktwin::cli {

/// Name of a side and a share of at most 0.95: "south:0.4".
[[nodiscard]] CLI::Validator section_text();
/// Precondition: the validator accepted it.
[[nodiscard]] viz::Section section_of(const std::string& text);

/// "YYYY-MM-DD".
[[nodiscard]] CLI::Validator date_text();
/// "14:30" or "14".
[[nodiscard]] CLI::Validator clock_text();
/// Precondition: the validator accepted it.
[[nodiscard]] double hours_of(const std::string& text);

/// Minutes of the day as a clock shows them: 09:30.
[[nodiscard]] std::string clock_of(double minutes);

/// At the park's origin, in the standard time of its weather (UTC+8 where it says nothing). Throws InputError when the sun is below the
/// horizon then, naming the hours it is not.
[[nodiscard]] viz::SunAngle sun_at(const Park& park, const std::string& date, double hours);

}  // namespace parktwin::cli
