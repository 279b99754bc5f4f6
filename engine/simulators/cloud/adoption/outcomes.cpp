#include "engine/simulators/cloud/adoption/outcomes.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parktwin::cloud::adoption {
namespace {

constexpr double normal_95 = 1.96;

template <class T>
T nearest_rank(const std::vector<T>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size()) - 1e-9));
  return sorted[std::min(std::max<std::size_t>(rank, 1), sorted.size()) - 1];
}

std::optional<std::int32_t> reached(std::uint16_t month) { return month == never ? std::nullopt : std::optional<std::int32_t>(month); }

/// First month with at least that many, in each replica.
std::vector<std::uint16_t> first_months(const Progression& progression, double wanted) {
  const std::size_t months = progression.adopters.size() / progression.replicas;
  std::vector<std::uint16_t> first(progression.replicas, never);
  for (std::size_t r = 0; r < progression.replicas; ++r) {
    for (std::size_t month = 0; month < months && first[r] == never; ++month) {
      if (progression.at(month, r) >= wanted - 1e-9) first[r] = static_cast<std::uint16_t>(month);
    }
  }
  return first;
}

struct Spread {
  double mean = 0.0;
  double variance = 0.0;
};

Spread spread_of(const std::vector<double>& values) {
  Spread spread;
  const auto count = static_cast<double>(values.size());
  spread.mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  for (const double value : values) spread.variance += (value - spread.mean) * (value - spread.mean);
  spread.variance /= std::max(1.0, count - 1.0);
  return spread;
}

/// Means over replicas of what a policy pays for.
struct Receipts {
  double recipients = 0.0;
  double windfall = 0.0;
  double adopter_years = 0.0;
};

Receipts receipts_of(const Setting& setting, std::size_t number, const AdoptionMonths& with, const AdoptionMonths& without,
                     std::size_t level) {
  const Campaign& campaign = setting.campaigns[number];
  Receipts receipts;
  const auto years_until_end = [&](std::uint16_t month) { return month == never ? 0.0 : (setting.months - month) / 12.0; };
  for (std::size_t r = 0; r < with.replicas; ++r) {
    const std::uint16_t* came = with.row(r, level);
    const std::uint16_t* came_without = without.row(r, level);
    for (std::size_t i = 0; i < with.enterprises; ++i) {
      receipts.adopter_years += years_until_end(came[i]) - years_until_end(came_without[i]);
      if (came[i] == 0 || came[i] == never || campaign.aimed_at[i] == 0 || !campaign.runs(came[i])) continue;
      receipts.recipients += 1.0;
      receipts.windfall += came_without[i] != never ? 1.0 : 0.0;
    }
  }
  const auto replicas = static_cast<double>(with.replicas);
  return {receipts.recipients / replicas, receipts.windfall / replicas, receipts.adopter_years / replicas};
}

std::vector<double> at_the_end(const Progression& progression) {
  return {progression.adopters.end() - static_cast<std::ptrdiff_t>(progression.replicas), progression.adopters.end()};
}

Standing standing_of(const Setting& setting, std::size_t enterprise, double probability, const std::vector<double>& probabilities) {
  if (probability >= 0.5) return Standing::expected;
  const Help help = help_for(setting.campaigns, without_none, enterprise, setting.months, setting.options);
  switch (barrier_of(setting.park.enterprises->records()[enterprise], setting.drivers.access[enterprise], help, setting.options)) {
    case Barrier::access:
      return Standing::no_access;
    case Barrier::data_class:
      return Standing::data_too_sensitive;
    case Barrier::it_staff:
      return Standing::no_it_staff;
    case Barrier::none:
      break;
  }
  const auto& first = setting.graph.goes_first[enterprise];
  const bool waits = std::any_of(first.begin(), first.end(), [&](std::uint32_t supplier) { return probabilities[supplier] < 0.5; });
  return waits ? Standing::waits_for_supplier : Standing::unconvinced;
}

}  // namespace

Progression progression(const AdoptionMonths& months, std::size_t level, std::int32_t horizon) {
  const auto steps = static_cast<std::size_t>(horizon) + 1;
  Progression counted{months.replicas, std::vector<std::int32_t>(steps * months.replicas, 0)};
  for (std::size_t r = 0; r < months.replicas; ++r) {
    const std::uint16_t* row = months.row(r, level);
    for (std::size_t i = 0; i < months.enterprises; ++i) {
      if (row[i] != never) ++counted.adopters[row[i] * months.replicas + r];
    }
    for (std::size_t month = 1; month < steps; ++month) {
      counted.adopters[month * months.replicas + r] += counted.adopters[(month - 1) * months.replicas + r];
    }
  }
  return counted;
}

std::vector<MonthFigures> month_figures(const Progression& progression, std::size_t enterprises, const LevelCurve& curve, CloudLevel level,
                                        const Calendar& calendar) {
  std::vector<MonthFigures> rows;
  const std::size_t months = progression.adopters.size() / progression.replicas;
  const auto all = static_cast<double>(enterprises);
  for (std::size_t month = 0; month < months; ++month) {
    const auto begin = progression.adopters.begin() + static_cast<std::ptrdiff_t>(month * progression.replicas);
    std::vector<std::int32_t> sorted(begin, begin + static_cast<std::ptrdiff_t>(progression.replicas));
    std::sort(sorted.begin(), sorted.end());
    const auto step = static_cast<std::int32_t>(month);
    MonthFigures row{level, calendar.year_of(step), calendar.month_of(step), curve.target[month], 0.0, 0.0, 0.0, 0.0};
    row.mean =
        static_cast<double>(std::accumulate(sorted.begin(), sorted.end(), std::int64_t{0})) / static_cast<double>(sorted.size()) / all;
    row.p10 = nearest_rank(sorted, 0.1) / all;
    row.p50 = nearest_rank(sorted, 0.5) / all;
    row.p90 = nearest_rank(sorted, 0.9) / all;
    rows.push_back(row);
  }
  return rows;
}

LevelFigures level_figures(const Progression& progression, std::size_t enterprises, double target_share, CloudLevel level) {
  const auto all = static_cast<double>(enterprises);
  std::vector<std::uint16_t> first = first_months(progression, target_share * all);
  std::sort(first.begin(), first.end());
  LevelFigures figures;
  figures.level = level;
  figures.share_today = progression.at(0, 0) / all;
  const auto late = std::lower_bound(first.begin(), first.end(), never);
  figures.probability = static_cast<double>(late - first.begin()) / static_cast<double>(first.size());
  figures.months_p10 = reached(nearest_rank(first, 0.1));
  figures.months_p50 = reached(nearest_rank(first, 0.5));
  figures.months_p90 = reached(nearest_rank(first, 0.9));
  return figures;
}

PolicyFigures policy_figures(const Setting& setting, std::size_t number, const AdoptionMonths& with, const AdoptionMonths& without,
                             std::size_t level) {
  const Progression progress_with = progression(with, level, setting.months);
  const Progression progress_without = progression(without, level, setting.months);
  const std::vector<double> end_with = at_the_end(progress_with);
  const std::vector<double> end_without = at_the_end(progress_without);
  std::vector<double> extra;
  for (std::size_t r = 0; r < end_with.size(); ++r) extra.push_back(end_with[r] - end_without[r]);
  const Spread paired = spread_of(extra);
  const Receipts receipts = receipts_of(setting, number, with, without, level);
  const CloudPolicy& policy = (*setting.park.cloud_policies)[setting.campaigns[number].policy];
  PolicyFigures figures;
  figures.policy = setting.campaigns[number].policy;
  figures.extra_adopters = paired.mean;
  figures.extra_half_width = normal_95 * std::sqrt(paired.variance / static_cast<double>(extra.size()));
  figures.extra_adopter_years = receipts.adopter_years;
  figures.recipients = receipts.recipients;
  figures.windfall_share = receipts.recipients > 0.0 ? receipts.windfall / receipts.recipients : 0.0;
  figures.cost_cny = policy.fixed_cost.value() + policy.cost_per_adopter.value() * receipts.recipients;
  if (paired.mean > figures.extra_half_width) figures.cost_per_extra_cny = figures.cost_cny / paired.mean;
  const double wanted = setting.options.target_share * static_cast<double>(with.enterprises);
  const auto reaching = [&](const std::vector<double>& end) {
    return static_cast<double>(std::count_if(end.begin(), end.end(), [&](double adopters) { return adopters >= wanted - 1e-9; })) /
           static_cast<double>(end.size());
  };
  figures.probability_gained = reaching(end_with) - reaching(end_without);
  const double independent = spread_of(end_with).variance + spread_of(end_without).variance;
  if (paired.variance > 0.0) figures.variance_reduction = independent / paired.variance;
  return figures;
}

std::vector<EnterpriseFigures> enterprise_figures(const Setting& setting, const AdoptionMonths& months, std::size_t level) {
  std::vector<double> probabilities(months.enterprises, 0.0);
  std::vector<std::optional<std::int32_t>> medians(months.enterprises);
  std::vector<std::uint16_t> came(months.replicas);
  for (std::size_t i = 0; i < months.enterprises; ++i) {
    for (std::size_t r = 0; r < months.replicas; ++r) came[r] = months.row(r, level)[i];
    std::sort(came.begin(), came.end());
    const auto late = std::lower_bound(came.begin(), came.end(), never);
    probabilities[i] = static_cast<double>(late - came.begin()) / static_cast<double>(came.size());
    medians[i] = reached(nearest_rank(came, 0.5));
  }
  std::vector<EnterpriseFigures> figures;
  for (std::size_t i = 0; i < months.enterprises; ++i) {
    const bool today = setting.situations[level].state.adopted[i] != 0;
    const Standing standing = today ? Standing::on_cloud : standing_of(setting, i, probabilities[i], probabilities);
    figures.push_back({Id<Enterprise>(i), standing, probabilities[i], medians[i]});
  }
  return figures;
}

}  // namespace parktwin::cloud::adoption
