#include "engine/simulators/energy/dispatch/rule_based.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/simulators/energy/dispatch/load_rules.h"

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
    for (std::size_t i = 0; i < hub.flexible.size(); ++i) made_.plan.served_kw[i] = served_by_rule(hub, hub.flexible[i], cheap_, dear_);
    for (std::size_t i = 0; i < hub.interruptible.size(); ++i) {
      made_.plan.interrupted_kw[i] = interrupted_by_rule(hub, hub.interruptible[i]);
    }
  }

  RuleBased run() {
    for (std::size_t step = 0; step < hub_.steps && made_.failure.empty(); ++step) run(step);
    return std::move(made_);
  }

 private:
  [[nodiscard]] double fixed(Carrier carrier, std::size_t step) const {
    double kw = at(hub_.demand_kw[static_cast<std::size_t>(carrier)], step);
    for (std::size_t i = 0; i < hub_.flexible.size(); ++i) {
      if (hub_.flexible[i].carrier == carrier) kw += made_.plan.served_kw[i][step];
    }
    for (std::size_t i = 0; i < hub_.interruptible.size(); ++i) {
      const auto& load = hub_.interruptible[i];
      if (load.carrier == carrier) kw += at(load.demand_kw, step) - made_.plan.interrupted_kw[i][step];
    }
    return kw;
  }

  /// Of a kWh of the carrier; electricity made beside it is worth what it would cost.
  [[nodiscard]] double unit_cost(const Converter& unit, Carrier carrier, std::size_t step) const {
    const double price = at(hub_.grid.buy_cny_per_kwh, step);
    const double factor = at(unit.performance, step, 1.0);
    double input = unit.maintenance_cny_per_kwh;
    if (unit.input == Input::gas) input += fuel_of(hub_, unit).cny_per_kwh;
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
      if (input + more < unit.least_load * unit.most_input_kw) continue;
      input += more;
      kw -= more * per_input;
    }
    return kw;
  }

  void fail(Carrier carrier, double kw, std::size_t step) {
    made_.failure = fmt::format("balance of {}, step {}: {:.6g} kW lacking under rules", name_of(carrier), step, kw);
  }

  void run(std::size_t step) {
    const double cold = use_thermal_stores(Carrier::cold, fixed(Carrier::cold, step), step);
    if (const double lacking = make(Carrier::cold, cold, step); lacking > noticeable_kw) {
      return fail(Carrier::cold, lacking, step);
    }
    double heat = fixed(Carrier::heat, step);
    for (std::size_t i = 0; i < hub_.converters.size(); ++i) {
      if (hub_.converters[i].input == Input::heat) heat += made_.plan.input_kw[i][step];
    }
    heat = use_thermal_stores(Carrier::heat, heat, step);
    if (const double lacking = make(Carrier::heat, heat, step); lacking > noticeable_kw) return fail(Carrier::heat, lacking, step);
    double needed = fixed(Carrier::electricity, step);
    for (std::size_t i = 0; i < hub_.converters.size(); ++i) {
      const auto& unit = hub_.converters[i];
      const double input = made_.plan.input_kw[i][step];
      if (unit.input == Input::electricity) needed += input;
      needed -= input * unit.output[0] * at(unit.performance, step, 1.0);
    }
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

  /// What a store holds before the step and may take or give in it.
  struct Room {
    double before_kwh = 0.0;
    double most_charge_kw = 0.0;
    double most_discharge_kw = 0.0;
  };
  [[nodiscard]] Room room_of(std::size_t i, std::size_t step) const {
    const auto& store = hub_.stores[i];
    const auto& plan = made_.plan;
    Room room;
    room.before_kwh = (step == 0 ? plan.start_kwh[i] : plan.level_kwh[i][step - 1]) * (1.0 - store.loss_per_h * hub_.step_h);
    const double free = std::max(0.0, store.capacity_kwh - room.before_kwh) / (store.charge_efficiency * hub_.step_h);
    room.most_charge_kw = std::min(store.charge_rate_per_h * store.capacity_kwh, free);
    const double stock = std::max(0.0, room.before_kwh - store.least_share * store.capacity_kwh) * store.discharge_efficiency / hub_.step_h;
    room.most_discharge_kw = std::min(store.discharge_rate_per_h * store.capacity_kwh, stock);
    return room;
  }
  void put(std::size_t i, std::size_t step, double before_kwh, double charge, double discharge) {
    const auto& store = hub_.stores[i];
    made_.plan.charge_kw[i][step] = charge;
    made_.plan.discharge_kw[i][step] = discharge;
    made_.plan.level_kwh[i][step] = before_kwh + hub_.step_h * (store.charge_efficiency * charge - discharge / store.discharge_efficiency);
  }

  /// Filled in cheap hours as far as units that run on electricity are free, emptied in dear ones; returns what units have to make.
  double use_thermal_stores(Carrier carrier, double needed, std::size_t step) {
    double spare = -needed;
    for (const auto& unit : hub_.converters) {
      if (unit.input != Input::electricity) continue;
      spare += unit.most_input_kw * unit.output[static_cast<std::size_t>(carrier)] * at(unit.performance, step, 1.0);
    }
    const bool driven = spare + needed > 0.0;
    const double price = at(hub_.grid.buy_cny_per_kwh, step);
    for (std::size_t i = 0; i < hub_.stores.size(); ++i) {
      if (hub_.stores[i].carrier != carrier) continue;
      const Room room = room_of(i, step);
      double charge = 0.0;
      double discharge = 0.0;
      if (driven && cheap_ < dear_ && price <= cheap_) charge = std::clamp(spare, 0.0, room.most_charge_kw);
      if (driven && cheap_ < dear_ && price >= dear_) discharge = std::min(needed, room.most_discharge_kw);
      needed += charge - discharge;
      spare -= charge - discharge;
      put(i, step, room.before_kwh, charge, discharge);
    }
    return needed;
  }

  double use_stores(double needed, std::size_t step) {
    const double price = at(hub_.grid.buy_cny_per_kwh, step);
    for (std::size_t i = 0; i < hub_.stores.size(); ++i) {
      if (hub_.stores[i].carrier != Carrier::electricity) continue;
      const Room room = room_of(i, step);
      double charge = 0.0;
      double discharge = 0.0;
      if (needed < 0.0) {
        charge = std::min(-needed, room.most_charge_kw);
      } else if (price <= cheap_ && cheap_ < dear_) {
        charge = std::min(room.most_charge_kw, std::max(0.0, hub_.grid.most_import_kw - needed));
      } else if (price >= dear_ && cheap_ < dear_) {
        discharge = std::min(needed, room.most_discharge_kw);
      }
      needed += charge - discharge;
      put(i, step, room.before_kwh, charge, discharge);
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
