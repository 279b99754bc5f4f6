#include "engine/simulators/cloud/adoption/adoption.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/simulators/cloud/adoption/outcomes.h"

namespace parktwin::cloud::adoption {
namespace {

void note_curve(const CurveChoice& choice, const Options& options, std::vector<Note>& notes) {
  if (choice.fitted) {
    notes.push_back({NoteKind::assumption, "cloud adoption",
                     fmt::format("A Bass curve with p {:.3f} and q {:.3f} a year and the assumed ceiling {:g} is fitted to the years of {} "
                                 "first contracts from {} on (rms error {:.3f}); deeper levels follow the same curve later.",
                                 choice.curve.innovation_per_year, choice.curve.imitation_per_year, choice.curve.ceiling,
                                 choice.dated_enterprises, choice.first_year, choice.rms_error)});
    return;
  }
  const bool wished = options.curve_source == CurveSource::given;
  notes.push_back(
      {wished ? NoteKind::assumption : NoteKind::warning, "cloud adoption",
       fmt::format("{}the given Bass curve is used, p {:g} and q {:g} a year, ceiling {:g}.",
                   wished ? "Instead of a fit to the registry " : "The registry dates first contracts in fewer than three years; ",
                   choice.curve.innovation_per_year, choice.curve.imitation_per_year, choice.curve.ceiling)});
}

void add_notes(const Setting& setting, const CurveChoice& choice, const Calendar& calendar, std::vector<Note>& notes) {
  note_curve(choice, setting.options, notes);
  notes.push_back({NoteKind::assumption, "cloud adoption",
                   "The weights of sector, size, access, price, peers and zones and the correlation of futures are assumptions, not "
                   "measured here; they decide who comes first and what policies do."});
  if (!calendar.dated) {
    notes.push_back({NoteKind::warning, "cloud adoption", "The park has no data date; the forecast begins in January 2026."});
  }
  for (const Campaign& campaign : setting.campaigns) {
    const std::string place = "cloud policy " + (*setting.park.cloud_policies)[campaign.policy].id;
    if (campaign.first > setting.months || campaign.end <= 1) {
      notes.push_back({NoteKind::warning, place, "It does not run within the forecast, so it changes nothing."});
    } else if (campaign.first < 1) {
      notes.push_back(
          {NoteKind::warning, place,
           "It ran before the date of the data, so the curve holds part of what it does; only its months after that date count."});
    }
    if (std::count(campaign.aimed_at.begin(), campaign.aimed_at.end(), 1) == 0) {
      notes.push_back({NoteKind::warning, place, "It is aimed at no enterprise of the park."});
    }
  }
  const double today = setting.situations[0].state.share;
  if (today < 1.0 && today >= choice.curve.ceiling) {
    notes.push_back({NoteKind::warning, "cloud adoption",
                     "Today's share is at or above the ceiling of the curve, so without policies nobody is expected to follow."});
  }
}

}  // namespace

Forecast forecast(const Park& park, const Options& options, const AccessQuality& access, CloudLevel counted_level, std::uint64_t seed) {
  Forecast forecast;
  Result& result = forecast.result;
  result.level = std::max(counted_level, CloudLevel::infrastructure);
  result.target_share = options.target_share;
  if (park.enterprises->empty()) return forecast;
  result.simulated = true;
  result.replicas = options.replicas;
  const CurveChoice choice = choose_curve(park, options);
  result.curve = {choice.fitted,        choice.curve.innovation_per_year, choice.curve.imitation_per_year,
                  choice.curve.ceiling, choice.dated_enterprises,         choice.rms_error};
  const Calendar calendar = Calendar::of(*park.site);
  const Setting setting = setting_of(park, options, access, choice.curve);
  const Thresholds thresholds(park, seed, options.common_chance, options.threshold_factor, adopted_before(setting));
  const auto replicas = static_cast<std::size_t>(options.replicas);
  forecast.months = adopt(setting, value_table(setting), thresholds, replicas);
  const std::size_t enterprises = park.enterprises->size();
  for (std::size_t level = 0; level < level_count; ++level) {
    const Progression progress = progression(forecast.months, level, setting.months);
    const auto rows = month_figures(progress, enterprises, setting.curves[level], level_at(level), calendar);
    result.months.insert(result.months.end(), rows.begin(), rows.end());
    result.levels.push_back(level_figures(progress, enterprises, options.target_share, level_at(level)));
  }
  const auto counted = static_cast<std::size_t>(result.level) - 1;
  for (std::size_t k = 0; k < setting.campaigns.size(); ++k) {
    const AdoptionMonths without = adopt(setting, value_table(setting, k), thresholds, replicas);
    result.policies.push_back(policy_figures(setting, k, forecast.months, without, counted));
  }
  result.enterprises = enterprise_figures(setting, forecast.months, counted);
  add_notes(setting, choice, calendar, result.notes);
  return forecast;
}

}  // namespace parktwin::cloud::adoption
