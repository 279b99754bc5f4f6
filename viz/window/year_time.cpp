#include "viz/window/year_time.h"

#include <algorithm>

#include "engine/core/check.h"
#include "engine/simulators/energy/loads/working_days.h"

namespace parktwin::viz::window {

bool has_year(const Results* results) { return results != nullptr && !results->energy.series.load_kw.empty(); }

std::size_t steps_of(const Results& results) { return results.energy.series.load_kw.size(); }

std::string time_text(std::size_t step) { return energy::loads::time_of_step(step); }

PowerFigures figures_at(const Results& results, std::size_t step) {
  const energy::Series& series = results.energy.series;
  PARKTWIN_CHECK(step < series.load_kw.size(), "a step of the year");
  const auto at = [step](const std::vector<double>& values) { return step < values.size() ? values[step] : 0.0; };
  return {at(series.load_kw), at(series.pv_kw), at(series.import_kw)};
}

std::size_t peak_step(const Results& results) {
  const auto& import = results.energy.series.import_kw;
  return static_cast<std::size_t>(std::max_element(import.begin(), import.end()) - import.begin());
}

std::vector<PowerFigures> day_around(const Results& results, std::size_t step) {
  std::vector<PowerFigures> day;
  const std::size_t first = step / steps_per_day * steps_per_day;
  for (std::size_t i = first; i < std::min(first + steps_per_day, steps_of(results)); ++i) day.push_back(figures_at(results, i));
  return day;
}

std::vector<std::string> alarms_at(const Results& results, std::size_t step) {
  const std::string now = time_text(step);
  std::vector<std::string> places;
  for (const energy::AlarmRecord& alarm : results.energy.alarms) {
    if (now < alarm.from || now > alarm.to) continue;
    if (std::find(places.begin(), places.end(), alarm.place) == places.end()) places.push_back(alarm.place);
  }
  return places;
}

}  // namespace parktwin::viz::window
