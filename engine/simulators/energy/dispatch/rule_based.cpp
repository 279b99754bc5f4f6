#include "engine/simulators/energy/dispatch/rule_based.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace parktwin::energy::dispatch {
namespace {

constexpr double noticeable_kw = 1e-6;

double quantile(Series values, double share) {
  if (values.empty()) return 0.0;
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

class Rules {
 public:
  explicit Rules(const Hub& hub)
      : hub_(hub), cheap_(quantile(hub.grid.buy_cny_per_kwh, 0.25)), dear_(quantile(hub.grid.buy_cny_per_kwh, 0.75)) {
    made_.plan = empty_plan(hub);
    for (std::size_t i = 0; i < hub.stores.size(); ++i) {
      const auto& store = hub.stores[i];
      made_.plan.start_kwh[i] = store.initial_share.value_or(store.least_share) * store.capacity_kwh;
    }
  }

  RuleBased run() {
    for (std::size_t step = 0; step < hub_.steps && made_.failure.empty(); ++step) run(step);
    return std::move(made_);
  }

 private:
  [[nodiscard]] double fixed(Carrier carrier, std::size_t step) const {
    double kw = at(hub_.demand_kw[static_cast<std::size_t>(carrier)], step);
    for (const auto& load : hub_.flexible) kw += load.carrier == carrier ? at(load.demand_kw, step) : 0.0;
    for (const auto& load : hub_.interruptible) kw += load.carrier == carrier ? at(load.demand_kw, step) : 0.0;
    return kw;
  }

  /// Of a kWh of the carrier; electricity made beside it is worth what it would cost.
  [[nodiscard]] double unit_cost(const Converter& unit, Carrier carrier, std::size_t step) const {
    const double price = at(hub_.grid.buy_cny_per_kwh, step);
    const double factor = at(unit.performance, step, 1.0);
    double input = unit.maintenance_cny_per_kwh;
    if (unit.input == Input::gas) input += hub_.gas.cny_per_kwh;
    if (unit.input == Input::electricity) input += price;
    if (unit.input == Input::heat) input += hub_.gas.cny_per_kwh;
    input -= unit.output[0] * factor * price;
    return input / (unit.output[static_cast<std::size_t>(carrier)] * factor);
  }

  /// Runs units that make the carrier, cheapest first; returns what of `kw` nobody makes.
  double make(Carrier carrier, double kw, std::size_t step) {
    const auto place = static_cast<std::size_t>(carrier);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < hub_.converters.size(); ++i) {
      if (hub_.converters[i].output[place] * at(hub_.converters[i].performance, step, 1.0) > 0.0) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return unit_cost(hub_.converters[a], carrier, step) < unit_cost(hub_.converters[b], carrier, step);
    });
    for (const std::size_t i : order) {
      const auto& unit = hub_.converters[i];
      const double per_input = unit.output[place] * at(unit.performance, step, 1.0);
      double& input = made_.plan.input_kw[i][step];
      const double more = std::min(kw / per_input, unit.most_input_kw - input);
      input += more;
      kw -= more * per_input;
    }
    return kw;
  }

  void fail(Carrier carrier, double kw, std::size_t step) {
    made_.failure = fmt::format("balance of {}, step {}: {:.6g} kW lacking under rules", name_of(carrier), step, kw);
  }

  void run(std::size_t step) {
    if (const double lacking = make(Carrier::cold, fixed(Carrier::cold, step), step); lacking > noticeable_kw) {
      return fail(Carrier::cold, lacking, step);
    }
    double heat = fixed(Carrier::heat, step);
    for (std::size_t i = 0; i < hub_.converters.size(); ++i) {
      if (hub_.converters[i].input == Input::heat) heat += made_.plan.input_kw[i][step];
    }
    if (const double lacking = make(Carrier::heat, heat, step); lacking > noticeable_kw) return fail(Carrier::heat, lacking, step);
    double needed = fixed(Carrier::electricity, step);
    for (std::size_t i = 0; i < hub_.converters.size(); ++i) {
      const auto& unit = hub_.converters[i];
      const double input = made_.plan.input_kw[i][step];
      if (unit.input == Input::electricity) needed += input;
      needed -= input * unit.output[0] * at(unit.performance, step, 1.0);
    }
    for (std::size_t i = 0; i < hub_.flexible.size(); ++i) made_.plan.served_kw[i][step] = at(hub_.flexible[i].demand_kw, step);
    needed = use_stores(use_renewables(needed, step), step);
    trade(needed, step);
  }

  double use_renewables(double needed, std::size_t step) {
    for (std::size_t i = 0; i < hub_.renewables.size(); ++i) {
      made_.plan.renewable_kw[i][step] = at(hub_.renewables[i].per_kw, step) * hub_.renewables[i].installed_kw;
      needed -= made_.plan.renewable_kw[i][step];
    }
    return needed;
  }

  double use_stores(double needed, std::size_t step) {
    const double price = at(hub_.grid.buy_cny_per_kwh, step);
    auto& plan = made_.plan;
    for (std::size_t i = 0; i < hub_.stores.size(); ++i) {
      const auto& store = hub_.stores[i];
      const double before = (step == 0 ? plan.start_kwh[i] : plan.level_kwh[i][step - 1]) * (1.0 - store.loss_per_h * hub_.step_h);
      double charge = 0.0;
      double discharge = 0.0;
      if (store.carrier == Carrier::electricity) {
        const double room = std::max(0.0, store.capacity_kwh - before) / (store.charge_efficiency * hub_.step_h);
        const double most_charge = std::min(store.charge_rate_per_h * store.capacity_kwh, room);
        const double stock = std::max(0.0, before - store.least_share * store.capacity_kwh) * store.discharge_efficiency / hub_.step_h;
        const double most_discharge = std::min(store.discharge_rate_per_h * store.capacity_kwh, stock);
        if (needed < 0.0) {
          charge = std::min(-needed, most_charge);
        } else if (price <= cheap_ && cheap_ < dear_) {
          charge = std::min(most_charge, std::max(0.0, hub_.grid.most_import_kw - needed));
        } else if (price >= dear_ && cheap_ < dear_) {
          discharge = std::min(needed, most_discharge);
        }
        needed += charge - discharge;
      }
      plan.charge_kw[i][step] = charge;
      plan.discharge_kw[i][step] = discharge;
      plan.level_kwh[i][step] = before + hub_.step_h * (store.charge_efficiency * charge - discharge / store.discharge_efficiency);
    }
    return needed;
  }

  void trade(double needed, std::size_t step) {
    auto& plan = made_.plan;
    if (needed >= 0.0) {
      double lacking = needed - std::min(needed, hub_.grid.most_import_kw);
      plan.import_kw[step] = needed - lacking;
      plan.green_kw[step] = hub_.green.least_share * plan.import_kw[step];
      if (lacking > noticeable_kw) fail(Carrier::electricity, lacking, step);
      return;
    }
    plan.export_kw[step] = std::min(-needed, hub_.grid.most_export_kw);
    double over = -needed - plan.export_kw[step];
    for (auto& made : plan.renewable_kw) {
      const double less = std::min(over, made[step]);
      made[step] -= less;
      over -= less;
    }
    if (over > noticeable_kw) made_.failure = fmt::format("balance of electricity, step {}: {:.6g} kW too much under rules", step, over);
  }

  const Hub& hub_;
  double cheap_;
  double dear_;
  RuleBased made_;
};

}  // namespace

RuleBased rule_based(const Hub& hub) { return Rules(hub).run(); }

}  // namespace parktwin::energy::dispatch
