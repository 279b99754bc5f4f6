#include "engine/criteria/carbon_metrics.h"

#include <fmt/format.h>

#include "engine/criteria/energy_metrics.h"
#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

using energy::carbon::Account;

Text account_gap(const Facts& facts) {
  if (Text gap = energy_gap(facts); !gap.empty()) return gap;
  const auto& energy = facts.results.energy;
  if (!energy.carbon_reason.empty()) return {"there is no carbon account: " + energy.carbon_reason, "无碳排放核算：未给出排放因子"};
  if (!energy.carbon.complete) return {"the carbon account is incomplete, see its notes", "碳排放核算不完整，见说明"};
  return {};
}

double used_tce(const Facts& facts) {
  const auto& carbon = facts.results.energy.carbon;
  return carbon.park.energy_tce + carbon.renewable_tce;
}

/// What holds of each enterprise, largest first.
template <class Size>
std::vector<Text> by_enterprise(const Facts& facts, const char* en, const char* zh, Size size) {
  std::vector<Shortfall> shortfalls;
  for (const Account& account : facts.results.energy.carbon.enterprises) {
    const auto id = facts.park.enterprises->find(account.name);
    const double value = size(account);
    if (!id.valid() || !(value > 0.0)) continue;
    shortfalls.push_back(
        {value, named(label((*facts.park.enterprises)[id]), {fmt::format(fmt::runtime(en), value), fmt::format(fmt::runtime(zh), value)})});
  }
  return largest_first(std::move(shortfalls));
}

Measurement per_energy(const Facts& facts, double (Account::*scope_2)() const) {
  if (Text gap = account_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  const Account& park = facts.results.energy.carbon.park;
  Measurement measurement = share(park.scope_1_t() + (park.*scope_2)(), used_tce(facts), {"no energy is used", "无能源消费"});
  if (measurement.measured()) {
    measurement.where = by_enterprise(facts, "{:.0f} t of CO2", "{:.0f} tCO₂",
                                      [scope_2](const Account& account) { return account.scope_1_t() + (account.*scope_2)(); });
  }
  return measurement;
}

Measurement by_market(const Facts& facts, const Rule&) { return per_energy(facts, &Account::scope_2_market_t); }

Measurement by_location(const Facts& facts, const Rule&) { return per_energy(facts, &Account::scope_2_location_t); }

Measurement energy_used(const Facts& facts, const Rule&) {
  if (Text gap = account_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  Measurement measurement;
  measurement.part = used_tce(facts);
  return measurement;
}

/// Own sun and wind used in the park, and what is bought with green certificates.
Measurement clean_share(const Facts& facts, const Rule&) {
  if (Text gap = account_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  const auto& carbon = facts.results.energy.carbon;
  Measurement measurement = share(carbon.renewable_tce + carbon.green_tce, used_tce(facts), {"no energy is used", "无能源消费"});
  if (measurement.measured() && measurement.part < measurement.whole)
    measurement.where =
        by_enterprise(facts, "{:.0f} tce bought", "外购能源{:.0f} tce", [](const Account& account) { return account.energy_tce; });
  return measurement;
}

}  // namespace

std::vector<Metric> carbon_metrics() {
  return {{"carbon.per_energy", MetricKind::ratio, Origin::simulated, {}, by_market},
          {"carbon.per_energy_by_location", MetricKind::ratio, Origin::simulated, {}, by_location},
          {"carbon.energy_used", MetricKind::count, Origin::simulated, {}, energy_used},
          {"carbon.clean_energy", MetricKind::share, Origin::simulated, {}, clean_share}};
}

}  // namespace parktwin::criteria
