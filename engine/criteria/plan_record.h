#pragma once
// A plan in figures: what every phase reaches of each target and of the park, what is spent in it, and what the whole costs per hectare
// covered, per enterprise connected and per tonne of CO2 saved. Covered is ground with 5G by the thresholds of CoverageRule, connected an
// enterprise whose access meets its need; both of the phase as simulated.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/criteria/verdict.h"
#include "engine/park/park.h"
#include "engine/run/results.h"
#include "engine/scenario/cost/account.h"
#include "engine/scenario/phase.h"

namespace parktwin::criteria {

/// One clause in one phase.
struct PhaseTarget {
  std::string id;
  Status status = Status::not_assessed;
  std::optional<double> value;
};

template <class Visitor, DescribedAs<PhaseTarget> Self>
void describe(Visitor&& visit, Self& target) {
  visit(Field{"id", "", "clause"}, target.id);
  visit(Field{"status", "", "met, missed, not_assessed or declared"}, target.status);
  visit(Field{"value", "", "measured value"}, target.value);
}

/// Figures low, likely and high as in costs::Account.
struct PhaseRecord {
  std::int32_t year = 0;  ///< 0: before the first phase
  std::string name_en;
  std::string name_zh;
  std::int64_t changes = 0;
  double capital_low_cny = 0.0;
  double capital_likely_cny = 0.0;
  double capital_high_cny = 0.0;
  double covered_hectares = 0.0;
  std::int64_t connected_enterprises = 0;
  std::string results_hash;
  std::vector<PhaseTarget> targets;
  std::optional<double> emissions_t = {};  ///< scopes 1 and 2 by market of a year; none without a carbon account
};

template <class Visitor, DescribedAs<PhaseRecord> Self>
void describe(Visitor&& visit, Self& record) {
  visit(Field{"year", "", "year of the phase; 0: before the first"}, record.year);
  visit(Field{"name_en", "", "name, English"}, record.name_en);
  visit(Field{"name_zh", "", "name, Chinese"}, record.name_zh);
  visit(Field{"changes", "", "changes made in it"}, record.changes);
  visit(Field{"capital_low_cny", "CNY", "least outlay in it"}, record.capital_low_cny);
  visit(Field{"capital_likely_cny", "CNY", "likely outlay"}, record.capital_likely_cny);
  visit(Field{"capital_high_cny", "CNY", "largest outlay"}, record.capital_high_cny);
  visit(Field{"covered_hectares", "ha", "ground covered by 5G after it"}, record.covered_hectares);
  visit(Field{"connected_enterprises", "", "enterprises whose access meets their need after it"}, record.connected_enterprises);
  visit(Field{"results_hash", "", "hash of its results"}, record.results_hash);
  visit(Field{"targets", "", "every clause after it"}, record.targets);
  visit(Field{"emissions_t", "t", "CO2 of a year after it, scopes 1 and 2 by market; empty: no carbon account"}, record.emissions_t);
}

/// Present value, likely, divided by what the last phase has, and by what it has more than the park before the first phase. None without a
/// price, without phases (then nothing tells what was gained) and where nothing is gained.
struct UnitCosts {
  std::optional<double> cny_per_covered_hectare;
  std::optional<double> cny_per_connected_enterprise;
  std::optional<double> cny_per_hectare_gained;
  std::optional<double> cny_per_enterprise_gained;
  std::optional<double> cny_per_tonne_saved;  ///< over the years of the account from the last phase on, each as that of the run
};

template <class Visitor, DescribedAs<UnitCosts> Self>
void describe(Visitor&& visit, Self& costs) {
  visit(Field{"cny_per_covered_hectare", "CNY/ha", "present value per hectare covered at the end"}, costs.cny_per_covered_hectare);
  visit(Field{"cny_per_connected_enterprise", "CNY", "present value per enterprise connected at the end"},
        costs.cny_per_connected_enterprise);
  visit(Field{"cny_per_hectare_gained", "CNY/ha", "present value per hectare covered in addition"}, costs.cny_per_hectare_gained);
  visit(Field{"cny_per_enterprise_gained", "CNY", "present value per enterprise connected in addition"}, costs.cny_per_enterprise_gained);
  visit(Field{"cny_per_tonne_saved", "CNY/t",
              "present value per tonne of CO2 saved by the end of the account; what electricity then costs less is left out"},
        costs.cny_per_tonne_saved);
}

/// `phases` by year, the park before the first one first; a single one when the scenario has none.
struct PlanRecord {
  std::vector<PhaseRecord> phases;
  costs::Account account;
  UnitCosts unit_costs;
};

template <class Visitor, DescribedAs<PlanRecord> Self>
void describe(Visitor&& visit, Self& plan) {
  visit(Field{"phases", "", "what each phase reaches"}, plan.phases);
  visit(Field{"account", "", "what the changes cost"}, plan.account);
  visit(Field{"unit_costs", "", "cost per what is reached"}, plan.unit_costs);
}

/// `phase` with year 0 for what stands before the first.
[[nodiscard]] PhaseRecord record_of(const Phase& phase, std::int64_t changes, const costs::Bill& bill, const Results& results,
                                    const std::vector<Verdict>& verdicts);

[[nodiscard]] UnitCosts unit_costs_of(const std::vector<PhaseRecord>& phases, const costs::Account& account);

}  // namespace parktwin::criteria
