#include <algorithm>

#include "engine/core/parallel.h"
#include "engine/simulators/energy/balance.h"

namespace parktwin::energy {
namespace {

constexpr std::size_t steps = loads::steps_per_year;
constexpr double mwh_per_kw_step = loads::step_h * 1e-3;

/// Places of an enterprise's consumers and generators.
struct Holdings {
  std::vector<std::size_t> consumers;
  std::vector<std::size_t> generators;
};

std::vector<Holdings> holdings(const YearParts& parts) {
  std::vector<Holdings> all(parts.park.enterprises->size());
  for (std::size_t c = 0; c < parts.loads.consumers.size(); ++c) {
    const auto& consumer = parts.loads.consumers[c];
    if (consumer.enterprise.valid()) all[consumer.enterprise.index()].consumers.push_back(c);
  }
  for (std::size_t g = 0; g < parts.park.generators->size(); ++g) {
    const Generator& generator = (*parts.park.generators)[Id<Generator>(g)];
    if (!generator.building.valid() || parts.generation.per_rated[g].empty() || !served(parts.grid, generator.bus)) continue;
    const Id<Enterprise> owner = (*parts.park.buildings)[generator.building].enterprise;
    if (owner.valid()) all[owner.index()].generators.push_back(g);
  }
  return all;
}

HolderSeries series_of(const YearParts& parts, const Holdings& own) {
  HolderSeries series{std::vector<double>(steps, 0.0), std::vector<double>(steps, 0.0)};
  for (const std::size_t c : own.consumers) {
    const auto& consumer = parts.loads.consumers[c];
    if (!served(parts.grid, consumer.bus)) continue;
    const auto& profile = parts.loads.profiles[consumer.profile];
    for (std::size_t i = 0; i < steps; ++i) series.load_kw[i] += consumer.mean_kw * profile[i];
  }
  for (const std::size_t g : own.generators) {
    const double rated_kw = (*parts.park.generators)[Id<Generator>(g)].rated_power.value();
    for (std::size_t i = 0; i < steps; ++i) series.made_kw[i] += rated_kw * parts.generation.per_rated[g][i];
  }
  return series;
}

EnterpriseEnergy figures_of(const YearParts& parts, Id<Enterprise> id, const Holdings& own) {
  EnterpriseEnergy figures;
  figures.enterprise = id;
  figures.metered = (*parts.park.enterprises)[id].yearly_electricity.has_value() && !own.consumers.empty();
  for (const std::size_t c : own.consumers) {
    const auto& consumer = parts.loads.consumers[c];
    figures.metered = figures.metered && served(parts.grid, consumer.bus) && consumer.load.valid();
  }
  const auto [load, made] = series_of(parts, own);
  std::size_t peak = 0;
  for (std::size_t i = 0; i < steps; ++i) {
    figures.consumption_mwh += load[i] * mwh_per_kw_step;
    figures.own_generation_mwh += made[i] * mwh_per_kw_step;
    figures.own_use_mwh += std::min(load[i], made[i]) * mwh_per_kw_step;
    if (load[i] > load[peak]) peak = i;
  }
  figures.peak_kw = load[peak];
  if (figures.peak_kw > 0.0) figures.peak_at = loads::time_of_step(peak);
  return figures;
}

}  // namespace

std::vector<EnterpriseEnergy> enterprises_of(const YearParts& parts) {
  const auto all = holdings(parts);
  std::vector<EnterpriseEnergy> figures(all.size());
  parallel_for(all.size(), [&](std::size_t e) { figures[e] = figures_of(parts, Id<Enterprise>(e), all[e]); });
  return figures;
}

void for_each_holder(const YearParts& parts, const std::function<void(std::size_t enterprise, const HolderSeries& series)>& act) {
  const auto all = holdings(parts);
  parallel_for(all.size(), [&](std::size_t e) { act(e, series_of(parts, all[e])); });
}

std::vector<GeneratorEnergy> generators_of(const YearParts& parts) {
  std::vector<GeneratorEnergy> all;
  for (std::size_t g = 0; g < parts.park.generators->size(); ++g) {
    const Generator& generator = (*parts.park.generators)[Id<Generator>(g)];
    GeneratorEnergy figures;
    figures.generator = Id<Generator>(g);
    if (served(parts.grid, generator.bus)) {
      double most = 0.0;
      for (const double share : parts.generation.per_rated[g]) {
        figures.full_load_h += share * loads::step_h;
        most = std::max(most, share);
      }
      figures.peak_kw = most * generator.rated_power.value();
      figures.energy_mwh = figures.full_load_h * generator.rated_power.value() * 1e-3;
    }
    all.push_back(figures);
  }
  return all;
}

std::vector<StorageEnergy> storages_of(const YearParts& parts) {
  std::vector<StorageEnergy> all;
  for (std::size_t s = 0; s < parts.park.storages->size(); ++s) {
    const Storage& storage = (*parts.park.storages)[Id<Storage>(s)];
    StorageEnergy figures;
    figures.storage = Id<Storage>(s);
    if (s < parts.storage_kw.size() && served(parts.grid, storage.bus)) {
      for (const double kw : parts.storage_kw[s]) {
        (kw > 0.0 ? figures.discharged_mwh : figures.charged_mwh) += (kw > 0.0 ? kw : -kw) * mwh_per_kw_step;
      }
      if (storage.capacity.value() > 0.0) figures.full_cycles = figures.discharged_mwh * 1e3 / storage.capacity.value();
    }
    all.push_back(figures);
  }
  return all;
}

}  // namespace parktwin::energy
