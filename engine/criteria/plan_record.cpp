#include "engine/criteria/plan_record.h"

#include <algorithm>

#include "engine/core/hash.h"
#include "engine/criteria/coverage.h"

namespace parktwin::criteria {
namespace {

constexpr double square_metres_per_hectare = 1e4;

double covered_hectares(const Results& results) {
  const Grid<std::uint8_t> covered = covered_by_5g(results, CoverageRule{});
  const auto cells = std::count_if(covered.values.begin(), covered.values.end(), [](std::uint8_t cell) { return cell != 0; });
  return static_cast<double>(cells) * covered.frame.cell_size * covered.frame.cell_size / square_metres_per_hectare;
}

std::optional<double> share(double cost, double of) { return of > 0.0 ? std::optional(cost / of) : std::nullopt; }

}  // namespace

PhaseRecord record_of(const Phase& phase, std::int64_t changes, const costs::Bill& bill, const Results& results,
                      const std::vector<Verdict>& verdicts) {
  const costs::CashFlow spent = costs::spent_in(bill, phase.year);
  const auto& access = results.wired.topology.enterprises;
  PhaseRecord record{.year = phase.year,
                     .name_en = phase.name,
                     .name_zh = phase.name_zh,
                     .changes = changes,
                     .capital_low_cny = spent.capital_low_cny,
                     .capital_likely_cny = spent.capital_likely_cny,
                     .capital_high_cny = spent.capital_high_cny,
                     .covered_hectares = covered_hectares(results),
                     .connected_enterprises = std::count_if(
                         access.begin(), access.end(), [](const auto& one) { return one.state == wired::topology::AccessState::served; }),
                     .results_hash = content_hash(results).hex(),
                     .targets = {}};
  const auto& energy = results.energy;
  if (energy.year != 0 && energy.simulated() && energy.carbon_reason.empty() && energy.carbon.complete)
    record.emissions_t = energy.carbon.park.scope_1_t() + energy.carbon.park.scope_2_market_t();
  for (const Verdict& verdict : verdicts) record.targets.push_back({verdict.id, verdict.status, verdict.value});
  return record;
}

UnitCosts unit_costs_of(const std::vector<PhaseRecord>& phases, const costs::Account& account) {
  UnitCosts costs;
  if (phases.empty() || account.bill.lines.empty()) return costs;
  const double cost = account.present_value_likely_cny;
  const PhaseRecord& first = phases.front();
  const PhaseRecord& last = phases.back();
  costs.cny_per_covered_hectare = share(cost, last.covered_hectares);
  costs.cny_per_connected_enterprise = share(cost, static_cast<double>(last.connected_enterprises));
  if (phases.size() == 1) return costs;
  costs.cny_per_hectare_gained = share(cost, last.covered_hectares - first.covered_hectares);
  costs.cny_per_enterprise_gained = share(cost, static_cast<double>(last.connected_enterprises - first.connected_enterprises));
  if (first.emissions_t && last.emissions_t) {
    const double years = account.base_year + static_cast<double>(account.cash_flow.size()) - last.year;
    costs.cny_per_tonne_saved = share(cost, years * (*first.emissions_t - *last.emissions_t));
  }
  return costs;
}

}  // namespace parktwin::criteria
