#include "engine/simulators/energy/carbon_positions.h"

#include <algorithm>

#include "engine/simulators/energy/carbon/abatement.h"

namespace parktwin::energy {
namespace {

constexpr double yuan_per_million = 1e6;

/// The last quota given to an enterprise counts; else the benchmark of its sector.
CarbonPosition quota_of(const Enterprise& enterprise, const CarbonMarketOptions& options) {
  CarbonPosition position;
  for (const auto& quota : options.quotas) {
    if (quota.enterprise != enterprise.id) continue;
    position.basis = QuotaBasis::given;
    position.quota_t = quota.quota_t;
  }
  if (position.basis == QuotaBasis::given) return position;
  for (const auto& benchmark : options.benchmarks) {
    if (benchmark.sector != enterprise.sector) continue;
    position.basis = QuotaBasis::benchmark;
    position.quota_t = benchmark.t_per_million_cny * enterprise.yearly_output.value() / yuan_per_million;
  }
  return position;
}

void settle(CarbonPosition& position, double cny_per_t) {
  const auto traded = carbon::trading_position({position.quota_t, cny_per_t}, position.emissions_t);
  position.surplus_t = traded.surplus_t;
  position.cash_cny = traded.cash_cny;
}

}  // namespace

Positions carbon_positions(const Park& park, const carbon::Result& account, const CarbonMarketOptions& options) {
  Positions result;
  CarbonPosition all;
  for (std::size_t e = 0; e < park.enterprises->size(); ++e) {
    const Enterprise& enterprise = (*park.enterprises)[Id<Enterprise>(e)];
    CarbonPosition position = quota_of(enterprise, options);
    if (position.basis == QuotaBasis::none) continue;
    position.enterprise = Id<Enterprise>(e);
    const auto own = std::find_if(account.enterprises.begin(), account.enterprises.end(),
                                  [&enterprise](const carbon::Account& one) { return one.name == enterprise.id; });
    if (own != account.enterprises.end()) position.emissions_t = own->scope_1_t() + own->scope_2_market_t();
    settle(position, options.cny_per_t);
    all.emissions_t += position.emissions_t;
    all.quota_t += position.quota_t;
    result.positions.push_back(position);
  }
  if (!result.positions.empty()) {
    settle(all, options.cny_per_t);
    result.positions.insert(result.positions.begin(), all);
  }
  for (const auto& quota : options.quotas) {
    if (!park.enterprises->find(quota.enterprise).valid())
      result.notes.push_back({NoteKind::warning, "carbon market", quota.enterprise + " has a quota and is no enterprise of the park."});
  }
  return result;
}

}  // namespace parktwin::energy
