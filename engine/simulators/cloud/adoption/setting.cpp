#include "engine/simulators/cloud/adoption/setting.h"

#include <algorithm>
#include <cmath>

#include "engine/core/parallel.h"

namespace parktwin::cloud::adoption {
namespace {

constexpr std::int32_t most_months_ahead = 1200;

}  // namespace

Setting setting_of(const Park& park, const Options& options, const AccessQuality& access, const BassCurve& curve) {
  Setting setting{park,
                  options,
                  drivers_of(park, access, options),
                  peer_graph(park, options),
                  campaigns(park, Calendar::of(*park.site)),
                  {},
                  {},
                  options.horizon_months};
  std::vector<std::uint8_t> barred;
  for (std::size_t i = 0; i < park.enterprises->size(); ++i) {
    barred.push_back(barrier_of(park.enterprises->records()[i], setting.drivers.access[i], {}, options) != Barrier::none ? 1 : 0);
  }
  const std::int32_t months = options.horizon_months + furthest_ahead(setting.campaigns, options.horizon_months);
  auto states = states_today(park);
  for (std::size_t level = 0; level < level_count; ++level) setting.situations[level] = {std::move(states[level]), barred};
  parallel_for(level_count, [&](std::size_t level) {
    setting.curves[level] = calibrate(curve, setting.situations[level], setting.drivers, setting.graph, options, months);
  });
  return setting;
}

std::vector<std::vector<double>> adopted_before(const Setting& setting) {
  std::vector<std::vector<double>> all;
  for (const LevelCurve& curve : setting.curves) all.push_back(curve.adopted_before);
  return all;
}

std::int32_t furthest_ahead(const std::vector<Campaign>& campaigns, std::int32_t months) {
  double ahead = 0.0;
  for (const Campaign& campaign : campaigns) {
    if (campaign.kind != CloudPolicyKind::information) continue;
    ahead += campaign.strength * std::max(0, std::min(months + 1, campaign.end) - std::max(campaign.first, 1));
  }
  return static_cast<std::int32_t>(std::min(std::ceil(ahead), static_cast<double>(most_months_ahead)));
}

}  // namespace parktwin::cloud::adoption
