#include "engine/simulators/energy/metering.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

namespace parktwin::energy {
namespace {

constexpr std::int32_t quarter_min = 15;
constexpr std::size_t leap_day = 59;  ///< 29 February, counted from 0

bool leap(std::int32_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// Steps that divide a quarter-hour become its mean, those it divides stand for each of theirs.
std::vector<double> as_quarter_hours(const std::vector<double>& kw, std::int32_t step_min) {
  std::vector<double> quarters;
  if (step_min >= quarter_min) {
    for (const double value : kw) quarters.insert(quarters.end(), static_cast<std::size_t>(step_min / quarter_min), value);
    return quarters;
  }
  const auto by = static_cast<std::size_t>(quarter_min / step_min);
  for (std::size_t i = 0; i + by <= kw.size(); i += by) {
    const auto first = kw.begin() + static_cast<std::ptrdiff_t>(i);
    quarters.push_back(std::accumulate(first, first + static_cast<std::ptrdiff_t>(by), 0.0) / static_cast<double>(by));
  }
  return quarters;
}

template <class T>
std::optional<Id<T>> named(const Table<T>& table, const std::string& name) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[Id<T>(i)].id == name) return Id<T>(i);
  }
  return std::nullopt;
}

class Placement {
 public:
  Placement(const Park& park, std::int32_t year, loads::Loads& loads) : park_(park), year_(year), loads_(loads) {}

  MeterUse place(const MeteredSeries& series) {
    MeterUse use;
    use.meter = series.meter;
    use.filled = series.filled;
    use.energy_mwh = std::accumulate(series.kw.begin(), series.kw.end(), 0.0) * series.step_min / 60.0 * 1e-3;
    if (!series.kw.empty()) use.greatest_kw = *std::max_element(series.kw.begin(), series.kw.end());
    const auto consumers = measured(series.meter, use.place);
    use.reason = obstacle(series, use.place, consumers);
    if (use.reason.empty()) replace(series, consumers);
    return use;
  }

 private:
  /// Places of what the meter measures. A load's name goes before an enterprise's, that before a bus's.
  std::vector<std::size_t> measured(const std::string& meter, MeterPlace& place) const {
    const auto load = named(*park_.power_loads, meter);
    const auto enterprise = named(*park_.enterprises, meter);
    const auto bus = named(*park_.buses, meter);
    place = load ? MeterPlace::load : enterprise ? MeterPlace::enterprise : bus ? MeterPlace::bus : MeterPlace::none;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < loads_.consumers.size(); ++i) {
      const auto& consumer = loads_.consumers[i];
      const bool own = (place == MeterPlace::load && consumer.load == *load) ||
                       (place == MeterPlace::enterprise && consumer.enterprise == *enterprise) ||
                       (place == MeterPlace::bus && consumer.bus == *bus);
      if (own) found.push_back(i);
    }
    return found;
  }

  [[nodiscard]] std::string obstacle(const MeteredSeries& series, MeterPlace place, const std::vector<std::size_t>& consumers) const {
    if (place == MeterPlace::none) return "no load, enterprise or bus of the park has this id";
    if (consumers.empty()) return "nothing is consumed there";
    if (!series.whole_year) return "it is no whole calendar year";
    if (series.year != year_) return fmt::format("it is of {}, the simulated year is {}", series.year, year_);
    if (quarter_min % series.step_min != 0 && series.step_min % quarter_min != 0)
      return fmt::format("its steps of {} minutes make no quarter-hours", series.step_min);
    if (std::any_of(series.kw.begin(), series.kw.end(), [](double kw) { return kw < 0.0; })) return "it has negative readings";
    for (const std::size_t i : consumers) {
      if (std::find(taken_.begin(), taken_.end(), i) != taken_.end()) return "another meter stands for what hangs there";
    }
    return {};
  }

  /// Everybody follows the meter, with the share of its mean that was planned.
  void replace(const MeteredSeries& series, const std::vector<std::size_t>& consumers) {
    auto profile = quarter_hours_of(series);
    const double mean_kw = std::accumulate(profile.begin(), profile.end(), 0.0) / static_cast<double>(profile.size());
    for (double& value : profile) value = mean_kw > 0.0 ? value / mean_kw : 1.0;
    double planned_kw = 0.0;
    for (const std::size_t i : consumers) planned_kw += loads_.consumers[i].mean_kw;
    const auto number = static_cast<std::uint32_t>(loads_.profiles.size());
    loads_.profiles.push_back(std::move(profile));
    loads_.profile_names.push_back("meter " + series.meter);
    for (const std::size_t i : consumers) {
      auto& consumer = loads_.consumers[i];
      const double share = planned_kw > 0.0 ? consumer.mean_kw / planned_kw : 1.0 / static_cast<double>(consumers.size());
      consumer.mean_kw = mean_kw * share;
      consumer.profile = number;
      consumer.by_peak = false;
      taken_.push_back(i);
    }
  }

  const Park& park_;
  std::int32_t year_;
  loads::Loads& loads_;
  std::vector<std::size_t> taken_;
};

}  // namespace

std::vector<double> quarter_hours_of(const MeteredSeries& series) {
  const bool fits = quarter_min % series.step_min == 0 || series.step_min % quarter_min == 0;
  if (!series.whole_year || !fits) return {};
  auto quarters = as_quarter_hours(series.kw, series.step_min);
  if (leap(series.year) && quarters.size() == (loads::days_per_year + 1) * loads::steps_per_day) {
    const auto first = quarters.begin() + static_cast<std::ptrdiff_t>(leap_day * loads::steps_per_day);
    quarters.erase(first, first + static_cast<std::ptrdiff_t>(loads::steps_per_day));
  }
  return quarters.size() == loads::steps_per_year ? quarters : std::vector<double>{};
}

std::vector<MeterUse> apply_meters(const Park& park, std::int32_t year, const std::vector<MeteredSeries>& meters, loads::Loads& loads) {
  Placement placement(park, year, loads);
  std::vector<MeterUse> uses;
  for (const auto& series : meters) uses.push_back(placement.place(series));
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const std::string place = "meter " + uses[i].meter;
    if (uses[i].filled > 0)
      loads.notes.push_back(
          {NoteKind::assumption, place, fmt::format("{} missing readings were filled by straight lines.", uses[i].filled)});
    if (!uses[i].reason.empty()) {
      loads.notes.push_back({NoteKind::warning, place, "It takes no profile's place, only alarms look at it: " + uses[i].reason + "."});
    } else if (leap(year)) {
      loads.notes.push_back({NoteKind::assumption, place, "29 February is left out, as in the typical year."});
    }
  }
  return uses;
}

}  // namespace parktwin::energy
