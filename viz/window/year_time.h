#pragma once
// The year of energy that a run simulated, quarter-hour by quarter-hour: what stands beside the time slider.
#include <memory>
#include <string>
#include <vector>

#include "engine/run/results.h"

namespace parktwin::viz::window {

inline constexpr std::size_t steps_per_day = 96;

struct PowerFigures {
  double load_kw = 0.0;
  double pv_kw = 0.0;
  double import_kw = 0.0;
};

/// Whether the run holds such a year.
[[nodiscard]] bool has_year(const Results* results);

/// Steps of the year. Preconditions of all: has_year(), step below this.
[[nodiscard]] std::size_t steps_of(const Results& results);
/// "07-14 13:45".
[[nodiscard]] std::string time_text(std::size_t step);
[[nodiscard]] PowerFigures figures_at(const Results& results, std::size_t step);
/// The quarter-hour of the greatest import.
[[nodiscard]] std::size_t peak_step(const Results& results);
/// The day's quarter-hours around the step.
[[nodiscard]] std::vector<PowerFigures> day_around(const Results& results, std::size_t step);
/// Places of the alarms that stand then, each once, in the order of the run.
[[nodiscard]] std::vector<std::string> alarms_at(const Results& results, std::size_t step);

}  // namespace parktwin::viz::window
