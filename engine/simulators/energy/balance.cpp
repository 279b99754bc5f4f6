#include "engine/simulators/energy/balance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/simulators/energy/closed_balance.h"

namespace parktwin::energy {
namespace {

constexpr std::size_t steps = loads::steps_per_year;
constexpr double mwh_per_kw_step = loads::step_h * 1e-3;

void add(std::vector<double>& sum, const std::vector<double>& values, double factor) {
  for (std::size_t i = 0; i < values.size(); ++i) sum[i] += factor * values[i];
}

double mwh(const std::vector<double>& kw) { return std::accumulate(kw.begin(), kw.end(), 0.0) * mwh_per_kw_step; }

std::vector<double>& by_kind(Series& series, GeneratorKind kind) {
  if (kind == GeneratorKind::photovoltaic) return series.pv_kw;
  return kind == GeneratorKind::wind ? series.wind_kw : series.plant_kw;
}

double generation_kw(const Series& series, std::size_t step) { return series.pv_kw[step] + series.wind_kw[step] + series.plant_kw[step]; }

/// What the balance asks of the grid above, losses apart.
double residual_kw(const Series& series, std::size_t step) {
  return series.load_kw[step] - generation_kw(series, step) - series.storage_kw[step];
}

/// What consumers and generators without a bus add to what the grid above supplies.
std::vector<double> direct_kw(const YearParts& parts) {
  std::vector<double> sum(steps, 0.0);
  for (const auto& consumer : parts.loads.consumers) {
    if (!consumer.bus.valid()) add(sum, parts.loads.profiles[consumer.profile], consumer.mean_kw);
  }
  for (std::size_t g = 0; g < parts.park.generators->size(); ++g) {
    const Generator& generator = (*parts.park.generators)[Id<Generator>(g)];
    if (!generator.bus.valid()) add(sum, parts.generation.per_rated[g], -generator.rated_power.value());
  }
  for (std::size_t s = 0; s < parts.storage_kw.size(); ++s) {
    if (!(*parts.park.storages)[Id<Storage>(s)].bus.valid()) add(sum, parts.storage_kw[s], -1.0);
  }
  return sum;
}

std::size_t peak_step(const Series& series) {
  return static_cast<std::size_t>(std::max_element(series.import_kw.begin(), series.import_kw.end()) - series.import_kw.begin());
}

}  // namespace

bool served(const SolvedGrid& grid, Id<Bus> bus) {
  return !bus.valid() || grid.supplied_bus.empty() || grid.supplied_bus[bus.index()] != 0;
}

Series series_of(const YearParts& parts) {
  Series series;
  for (auto* kw :
       {&series.load_kw, &series.pv_kw, &series.wind_kw, &series.plant_kw, &series.storage_kw, &series.loss_kw, &series.import_kw})
    kw->assign(steps, 0.0);
  std::vector<double> mean_kw(parts.loads.profiles.size(), 0.0);
  for (const auto& consumer : parts.loads.consumers) {
    if (served(parts.grid, consumer.bus)) mean_kw[consumer.profile] += consumer.mean_kw;
  }
  for (std::size_t p = 0; p < mean_kw.size(); ++p) add(series.load_kw, parts.loads.profiles[p], mean_kw[p]);
  for (std::size_t g = 0; g < parts.park.generators->size(); ++g) {
    const Generator& generator = (*parts.park.generators)[Id<Generator>(g)];
    if (served(parts.grid, generator.bus))
      add(by_kind(series, generator.kind), parts.generation.per_rated[g], generator.rated_power.value());
  }
  for (std::size_t s = 0; s < parts.storage_kw.size(); ++s) {
    if (served(parts.grid, (*parts.park.storages)[Id<Storage>(s)].bus)) add(series.storage_kw, parts.storage_kw[s], 1.0);
  }
  const bool solved = parts.grid.year.reason.empty();
  const auto direct = direct_kw(parts);
  for (std::size_t i = 0; i < steps; ++i) {
    if (solved && parts.grid.unsolved[i] == 0) {
      series.loss_kw[i] = parts.grid.loss_kw[i];
      series.import_kw[i] = parts.grid.supply_kw[i] + direct[i];
    } else {
      series.import_kw[i] = residual_kw(series, i);
    }
  }
  return series;
}

Balance balance_of(const YearParts& parts, const Series& series) {
  Balance balance;
  balance.consumption_mwh = mwh(series.load_kw);
  for (const auto& consumer : parts.loads.consumers) {
    const double energy = consumer.mean_kw * steps * mwh_per_kw_step;
    if (!served(parts.grid, consumer.bus)) {
      balance.unserved_mwh += energy;
    } else if (parts.loads.profile_names[consumer.profile] == loads::equipment_profile) {
      balance.equipment_mwh += energy;
    }
  }
  balance.loss_mwh = mwh(series.loss_kw);
  balance.pv_mwh = mwh(series.pv_kw);
  balance.wind_mwh = mwh(series.wind_kw);
  balance.plant_mwh = mwh(series.plant_kw);
  balance.storage_loss_mwh = -mwh(series.storage_kw);
  std::vector<double> open_kw(steps);
  for (std::size_t i = 0; i < steps; ++i) {
    const double kw = series.import_kw[i];
    (kw > 0.0 ? balance.import_mwh : balance.export_mwh) += std::abs(kw) * mwh_per_kw_step;
    open_kw[i] = kw - residual_kw(series, i) - series.loss_kw[i];
  }
  const double generated = balance.pv_mwh + balance.wind_mwh + balance.plant_mwh;
  const double used = balance.consumption_mwh + balance.loss_mwh + balance.storage_loss_mwh;
  if (generated > 0.0) balance.self_consumption = std::clamp(1.0 - balance.export_mwh / generated, 0.0, 1.0);
  if (used > 0.0) balance.self_sufficiency = std::clamp(1.0 - balance.import_mwh / used, 0.0, 1.0);
  const double turnover = std::max(balance.consumption_mwh, generated);
  const double open_share = check_closed("electricity", open_kw, 1e3 * turnover);
  if (balance.consumption_mwh > 0.0) balance.greatest_imbalance = open_share * turnover / balance.consumption_mwh;
  const std::size_t peak = peak_step(series);
  balance.peak_import_kw = std::max(0.0, series.import_kw[peak]);
  if (balance.peak_import_kw > 0.0) balance.peak_at = loads::time_of_step(peak);
  return balance;
}

std::vector<MonthEnergy> months_of(const Series& series) {
  std::vector<MonthEnergy> months(12);
  for (std::size_t m = 0; m < 12; ++m) months[m].month = static_cast<std::int32_t>(m) + 1;
  for (std::size_t i = 0; i < steps; ++i) {
    auto& month = months[loads::month_of_day(i / loads::steps_per_day)];
    month.consumption_mwh += series.load_kw[i] * mwh_per_kw_step;
    month.generation_mwh += generation_kw(series, i) * mwh_per_kw_step;
    (series.import_kw[i] > 0.0 ? month.import_mwh : month.export_mwh) += std::abs(series.import_kw[i]) * mwh_per_kw_step;
    month.peak_import_kw = std::max(month.peak_import_kw, series.import_kw[i]);
  }
  return months;
}

std::vector<PeakCause> peak_causes_of(const YearParts& parts, const Series& series) {
  const std::size_t peak = peak_step(series);
  std::vector<PeakCause> causes;
  std::vector<std::size_t> cause_of;  // several courses may have one name
  for (const auto& name : parts.loads.profile_names) {
    const auto found = std::find_if(causes.begin(), causes.end(), [&](const PeakCause& cause) { return cause.name == name; });
    cause_of.push_back(static_cast<std::size_t>(found - causes.begin()));
    if (found == causes.end()) causes.push_back({name, 0.0});
  }
  for (const auto& consumer : parts.loads.consumers) {
    if (served(parts.grid, consumer.bus)) causes[cause_of[consumer.profile]].kw += parts.loads.kw(consumer, peak);
  }
  causes.push_back({"losses", series.loss_kw[peak]});
  causes.push_back({"pv", -series.pv_kw[peak]});
  causes.push_back({"wind", -series.wind_kw[peak]});
  causes.push_back({"heat and power plants", -series.plant_kw[peak]});
  causes.push_back({"storages", -series.storage_kw[peak]});
  std::erase_if(causes, [](const PeakCause& cause) { return cause.kw == 0.0; });
  std::stable_sort(causes.begin(), causes.end(), [](const PeakCause& a, const PeakCause& b) { return a.kw > b.kw; });
  return causes;
}

}  // namespace parktwin::energy
