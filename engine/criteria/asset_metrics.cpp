#include "engine/criteria/asset_metrics.h"

#include <fmt/format.h>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

const Text no_wireless = {"no enterprise has wirelessly connected production elements on record", "没有企业登记无线联网要素"};

/// Enterprises by their share, the lowest first.
std::vector<Text> shares(const Facts& facts) {
  std::vector<Shortfall> shortfalls;
  for (const auto& assets : facts.results.services.assets) {
    if (assets.wireless_elements <= 0) continue;
    const double percent = 100.0 * static_cast<double>(assets.nr_elements) / static_cast<double>(assets.wireless_elements);
    const Text figures = {
        fmt::format("{} of {} wireless elements over 5G ({} %)", assets.nr_elements, assets.wireless_elements, shown(percent)),
        fmt::format("{} 个无线联网要素中 {} 个采用 5G（{} %）", assets.wireless_elements, assets.nr_elements, shown(percent))};
    shortfalls.push_back({-percent, named(label((*facts.park.enterprises)[assets.enterprise]), figures)});
  }
  return largest_first(std::move(shortfalls));
}

/// The direction is about one factory, so the enterprise with the largest share stands for the park; of equal ones the first.
Measurement best_enterprise(const Facts& facts, const Rule&) {
  const services::EnterpriseAssets* best = nullptr;
  for (const auto& assets : facts.results.services.assets) {
    if (assets.wireless_elements <= 0) continue;
    const bool better = best == nullptr || static_cast<double>(assets.nr_elements) * static_cast<double>(best->wireless_elements) >
                                               static_cast<double>(best->nr_elements) * static_cast<double>(assets.wireless_elements);
    if (better) best = &assets;
  }
  if (best == nullptr) return not_measured(no_wireless.en, no_wireless.zh);
  Measurement measurement = share(static_cast<double>(best->nr_elements), static_cast<double>(best->wireless_elements), no_wireless);
  measurement.subject = label((*facts.park.enterprises)[best->enterprise]).en;
  measurement.where = shares(facts);
  return measurement;
}

Measurement all_enterprises(const Facts& facts, const Rule&) {
  double nr = 0.0;
  double wireless = 0.0;
  for (const auto& assets : facts.results.services.assets) {
    nr += static_cast<double>(assets.nr_elements);
    wireless += static_cast<double>(assets.wireless_elements);
  }
  Measurement measurement = share(nr, wireless, no_wireless);
  if (measurement.measured()) measurement.where = shares(facts);
  return measurement;
}

}  // namespace

std::vector<Metric> asset_metrics() {
  return {{"assets.best_enterprise_5g", MetricKind::share, Origin::counted, {}, best_enterprise},
          {"assets.all_enterprises_5g", MetricKind::share, Origin::counted, {}, all_enterprises}};
}

}  // namespace parktwin::criteria
