#pragma once
// What a dispatch yields: every flow in every step, levels of stores, what was bought, what it costs and emits, and how well it closes.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/simulators/energy/dispatch/hub.h"

namespace parktwin::energy::dispatch {

enum class Status { optimal, feasible, infeasible, unbounded, stopped, refused };

constexpr auto names_of(Status) {
  return std::to_array<EnumName<Status>>({{Status::optimal, "optimal"},
                                          {Status::feasible, "feasible"},
                                          {Status::infeasible, "infeasible"},
                                          {Status::unbounded, "unbounded"},
                                          {Status::stopped, "stopped"},
                                          {Status::refused, "refused"}});
}

struct Flow {
  std::string name;
  Carrier carrier = Carrier::electricity;
  bool supplies = true;  ///< into the node of the carrier; false: out of it
  std::vector<double> kw;
};

template <class Visitor, DescribedAs<Flow> Self>
void describe(Visitor&& visit, Self& flow) {
  visit(Field{"name", "", "what flows"}, flow.name);
  visit(Field{"carrier", "", "electricity, heat or cold"}, flow.carrier);
  visit(Field{"supplies", "", "whether it flows into the hub's node of the carrier"}, flow.supplies);
  visit(Field{"kw", "kW", "mean power per step"}, flow.kw);
}

struct StoreLevel {
  std::string name;
  double start_kwh = 0.0;
  std::vector<double> kwh;
};

template <class Visitor, DescribedAs<StoreLevel> Self>
void describe(Visitor&& visit, Self& level) {
  visit(Field{"name", "", "store"}, level.name);
  visit(Field{"start_kwh", "kWh", "stored before the first step"}, level.start_kwh);
  visit(Field{"kwh", "kWh", "stored at the end of each step"}, level.kwh);
}

/// Revenue is negative.
struct Costs {
  double import_cny = 0.0;
  double feed_in_cny = 0.0;
  double demand_charge_cny = 0.0;
  double green_premium_cny = 0.0;
  double gas_cny = 0.0;
  double maintenance_cny = 0.0;
  double wear_cny = 0.0;
  double starts_cny = 0.0;
  double interruptions_cny = 0.0;
  double annuities_cny = 0.0;
  double carbon_cny = 0.0;
  [[nodiscard]] double total() const {
    return import_cny + feed_in_cny + demand_charge_cny + green_premium_cny + gas_cny + maintenance_cny + wear_cny + starts_cny +
           interruptions_cny + annuities_cny + carbon_cny;
  }
};

template <class Visitor, DescribedAs<Costs> Self>
void describe(Visitor&& visit, Self& costs) {
  visit(Field{"import_cny", "CNY", "electricity bought"}, costs.import_cny);
  visit(Field{"feed_in_cny", "CNY", "electricity sold, as a negative cost"}, costs.feed_in_cny);
  visit(Field{"demand_charge_cny", "CNY", "greatest import of each billing period"}, costs.demand_charge_cny);
  visit(Field{"green_premium_cny", "CNY", "premium of green power"}, costs.green_premium_cny);
  visit(Field{"gas_cny", "CNY", "gas"}, costs.gas_cny);
  visit(Field{"maintenance_cny", "CNY", "maintenance of converters"}, costs.maintenance_cny);
  visit(Field{"wear_cny", "CNY", "wear of stores"}, costs.wear_cny);
  visit(Field{"starts_cny", "CNY", "starts of converters"}, costs.starts_cny);
  visit(Field{"interruptions_cny", "CNY", "payments for interrupted loads"}, costs.interruptions_cny);
  visit(Field{"annuities_cny", "CNY", "annuities of added capacities"}, costs.annuities_cny);
  visit(Field{"carbon_cny", "CNY", "carbon price"}, costs.carbon_cny);
}

struct Addition {
  std::string name;
  std::string unit;  ///< kW or kWh
  double size = 0.0;
};

template <class Visitor, DescribedAs<Addition> Self>
void describe(Visitor&& visit, Self& addition) {
  visit(Field{"name", "", "what was sized"}, addition.name);
  visit(Field{"unit", "", "kW or kWh"}, addition.unit);
  visit(Field{"size", "", "what is added, in the unit"}, addition.size);
}

struct Result {
  std::string hub;
  Status status = Status::stopped;
  std::string reason;  ///< of any status but optimal and feasible; empty flows go with it
  double step_h = 1.0;
  std::vector<Flow> flows;
  std::vector<StoreLevel> levels;
  std::vector<Addition> additions;
  std::vector<double> peak_import_kw;  ///< of each billing period
  std::vector<std::int64_t> peak_step;
  Costs costs;
  double total_cny = 0.0;
  double bound_cny = 0.0;  ///< no dispatch is cheaper; of the linear programme, 0 where there is none
  double import_kg = 0.0;  ///< emissions of the import that is not green
  double gas_kg = 0.0;
  double gas_kwh = 0.0;
  double curtailed_kwh = 0.0;
  double greatest_imbalance = 0.0;  ///< of any node and step, over what the node's users take in all steps
  double greatest_level_error_kwh = 0.0;
  double both_ways_kw = 0.0;  ///< the most any battery charges and discharges at once
  std::int64_t iterations = 0;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"hub", "", "energy hub"}, result.hub);
  visit(Field{"status", "", "optimal, feasible, infeasible, unbounded, stopped or refused"}, result.status);
  visit(Field{"reason", "", "why there is no dispatch"}, result.reason);
  visit(Field{"step_h", "h", "length of a step"}, result.step_h);
  visit(Field{"flows", "", "flows per step"}, result.flows);
  visit(Field{"levels", "", "levels of stores"}, result.levels);
  visit(Field{"additions", "", "capacities added by sizing"}, result.additions);
  visit(Field{"peak_import_kw", "kW", "greatest import of each billing period"}, result.peak_import_kw);
  visit(Field{"peak_step", "", "step of the greatest import of each billing period"}, result.peak_step);
  visit(Field{"costs", "", "costs by kind"}, result.costs);
  visit(Field{"total_cny", "CNY", "all costs"}, result.total_cny);
  visit(Field{"bound_cny", "CNY", "no dispatch costs less"}, result.bound_cny);
  visit(Field{"import_kg", "kg", "emissions of imported electricity that is not green"}, result.import_kg);
  visit(Field{"gas_kg", "kg", "emissions of gas"}, result.gas_kg);
  visit(Field{"gas_kwh", "kWh", "gas that units with a price of it use"}, result.gas_kwh);
  visit(Field{"curtailed_kwh", "kWh", "PV and wind that was not used"}, result.curtailed_kwh);
  visit(Field{"greatest_imbalance", "1", "largest imbalance of a node in a step over its use in all steps"}, result.greatest_imbalance);
  visit(Field{"greatest_level_error_kwh", "kWh", "largest error of a store's level"}, result.greatest_level_error_kwh);
  visit(Field{"both_ways_kw", "kW", "most that a battery charges and discharges at once"}, result.both_ways_kw);
  visit(Field{"iterations", "", "simplex iterations"}, result.iterations);
}

}  // namespace parktwin::energy::dispatch
