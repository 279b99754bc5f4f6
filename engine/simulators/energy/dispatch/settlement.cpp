#include "engine/simulators/energy/dispatch/settlement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/check.h"

namespace parktwin::energy::dispatch {
namespace {

constexpr double closed = 1e-9;            ///< of what is used in all steps
constexpr double least_counted_kw = 1e-6;  ///< a milliwatt: what a programme's solution leaves open by rounding

void clear_rounding(std::vector<double>& values) {
  for (double& value : values) value = std::max(value, 0.0);
}

double electricity_over(const Hub& hub, const Plan& plan, std::size_t step) {
  double over = plan.import_kw[step] - plan.export_kw[step] - at(hub.demand_kw[0], step);
  for (const auto& made : plan.renewable_kw) over += made[step];
  for (std::size_t i = 0; i < hub.stores.size(); ++i) {
    if (hub.stores[i].carrier == Carrier::electricity) over += plan.discharge_kw[i][step] - plan.charge_kw[i][step];
  }
  for (std::size_t i = 0; i < hub.converters.size(); ++i) {
    const auto& unit = hub.converters[i];
    const double input = plan.input_kw[i][step];
    over += input * unit.output[0] * at(unit.performance, step, 1.0);
    if (unit.input == Input::electricity) over -= input;
  }
  for (std::size_t i = 0; i < hub.flexible.size(); ++i) {
    if (hub.flexible[i].carrier == Carrier::electricity) over -= plan.served_kw[i][step];
  }
  for (std::size_t i = 0; i < hub.interruptible.size(); ++i) {
    const auto& load = hub.interruptible[i];
    if (load.carrier == Carrier::electricity) over -= at(load.demand_kw, step) - plan.interrupted_kw[i][step];
  }
  return over;
}

/// Takes `kw` off what can be used less, as far as it goes: PV and wind first, then import.
void use_less(Plan& plan, std::size_t step, double kw) {
  for (auto& made : plan.renewable_kw) {
    const double less = std::min(made[step], kw);
    made[step] -= less;
    kw -= less;
  }
  plan.import_kw[step] -= std::min(plan.import_kw[step], kw);
}

void charge_one_way(const Store& store, std::size_t place, Plan& plan, std::size_t step) {
  double& charge = plan.charge_kw[place][step];
  double& discharge = plan.discharge_kw[place][step];
  if (charge <= 0.0 || discharge <= 0.0) return;
  const double round_trip = store.charge_efficiency * store.discharge_efficiency;
  double less = std::min(discharge, charge * round_trip);
  double available = plan.import_kw[step];
  for (const auto& made : plan.renewable_kw) available += made[step];
  const double saved_per_kw = 1.0 / round_trip - 1.0;
  if (saved_per_kw > 0.0) less = std::min(less, available / saved_per_kw);
  discharge -= less;
  charge -= less / round_trip;
  if (discharge < 1e-9) discharge = 0.0;
  if (charge < 1e-9) charge = 0.0;
  use_less(plan, step, less * saved_per_kw);
}

/// What is over after tidying is at most rounding; import bends first, then feed-in.
void close_electricity(const Hub& hub, Plan& plan, std::size_t step) {
  const double both = std::min(plan.import_kw[step], plan.export_kw[step]);
  plan.import_kw[step] -= both;
  plan.export_kw[step] -= both;
  const double over = electricity_over(hub, plan, step);
  if (over > 0.0) {
    const double less = std::min(over, plan.import_kw[step]);
    plan.import_kw[step] -= less;
    if (hub.grid.most_export_kw > 0.0) plan.export_kw[step] += over - less;
  } else if (over < 0.0) {
    const double less = std::min(-over, plan.export_kw[step]);
    plan.export_kw[step] -= less;
    plan.import_kw[step] += -over - less;
  }
  plan.green_kw[step] = std::min(plan.green_kw[step], plan.import_kw[step]);
}

class Settlement {
 public:
  Settlement(const Hub& hub, const CarbonTerms& carbon, const Plan& plan) : hub_(hub), carbon_(carbon), plan_(plan) {
    result_.hub = hub.name;
    result_.step_h = hub.step_h;
  }

  Result settle() {
    grid();
    renewables();
    stores();
    converters();
    loads();
    if (hub_.most_rejected_heat_kw > 0.0) flow("rejected heat", Carrier::heat, false, plan_.rejected_kw);
    check_balances();
    result_.costs.carbon_cny = carbon_.cny_per_kg * (result_.import_kg + result_.gas_kg);
    result_.total_cny = result_.costs.total();
    return std::move(result_);
  }

 private:
  void flow(std::string name, Carrier carrier, bool supplies, std::vector<double> kw) {
    result_.flows.push_back({std::move(name), carrier, supplies, std::move(kw)});
  }
  static std::vector<double> values(Series series) { return {series.begin(), series.end()}; }

  void grid() {
    flow("import", Carrier::electricity, true, plan_.import_kw);
    if (hub_.grid.most_export_kw > 0.0) flow("feed-in", Carrier::electricity, false, plan_.export_kw);
    for (std::size_t step = 0; step < hub_.steps; ++step) {
      const double kwh = plan_.import_kw[step] * hub_.step_h;
      const double green_kwh = plan_.green_kw[step] * hub_.step_h;
      result_.costs.import_cny += kwh * at(hub_.grid.buy_cny_per_kwh, step);
      result_.costs.feed_in_cny -= plan_.export_kw[step] * hub_.step_h * at(hub_.grid.sell_cny_per_kwh, step);
      result_.costs.green_premium_cny += green_kwh * hub_.green.premium_cny_per_kwh;
      result_.import_kg += (kwh - green_kwh) * at(hub_.grid.import_kg_per_kwh, step);
      const std::size_t period = period_of(hub_.grid, step);
      if (period >= result_.peak_import_kw.size()) {
        result_.peak_import_kw.push_back(0.0);
        result_.peak_step.push_back(static_cast<std::int64_t>(step));
      }
      if (plan_.import_kw[step] <= result_.peak_import_kw[period]) continue;
      result_.peak_import_kw[period] = plan_.import_kw[step];
      result_.peak_step[period] = static_cast<std::int64_t>(step);
    }
    for (const double peak : result_.peak_import_kw) result_.costs.demand_charge_cny += peak * hub_.grid.demand_charge_cny_per_kw;
  }

  [[nodiscard]] double share_of_year() const { return static_cast<double>(hub_.steps) * hub_.step_h / year_h; }

  void renewables() {
    for (std::size_t i = 0; i < hub_.renewables.size(); ++i) {
      const auto& renewable = hub_.renewables[i];
      flow(renewable.name, Carrier::electricity, true, plan_.renewable_kw[i]);
      for (std::size_t step = 0; step < hub_.steps; ++step) {
        const double available = at(renewable.per_kw, step) * (renewable.installed_kw + plan_.added_kw[i]);
        result_.curtailed_kwh += std::max(0.0, available - plan_.renewable_kw[i][step]) * hub_.step_h;
      }
      if (renewable.most_added_kw <= 0.0) continue;
      result_.additions.push_back({renewable.name, "kW", plan_.added_kw[i]});
      result_.costs.annuities_cny += plan_.added_kw[i] * renewable.annuity_cny_per_kw * share_of_year();
    }
  }

  void stores() {
    for (std::size_t i = 0; i < hub_.stores.size(); ++i) {
      const auto& store = hub_.stores[i];
      flow("charging of " + store.name, store.carrier, false, plan_.charge_kw[i]);
      flow("discharging of " + store.name, store.carrier, true, plan_.discharge_kw[i]);
      result_.levels.push_back({store.name, plan_.start_kwh[i], plan_.level_kwh[i]});
      double before = plan_.start_kwh[i];
      for (std::size_t step = 0; step < hub_.steps; ++step) {
        const double charge = plan_.charge_kw[i][step];
        const double discharge = plan_.discharge_kw[i][step];
        result_.costs.wear_cny += store.wear_cny_per_kwh * discharge * hub_.step_h;
        if (store.carrier == Carrier::electricity) result_.both_ways_kw = std::max(result_.both_ways_kw, std::min(charge, discharge));
        const double expected = (1.0 - store.loss_per_h * hub_.step_h) * before +
                                hub_.step_h * (store.charge_efficiency * charge - discharge / store.discharge_efficiency);
        before = plan_.level_kwh[i][step];
        result_.greatest_level_error_kwh = std::max(result_.greatest_level_error_kwh, std::abs(expected - before));
      }
      if (store.most_added_kwh <= 0.0) continue;
      result_.additions.push_back({store.name, "kWh", plan_.added_kwh[i]});
      result_.costs.annuities_cny += plan_.added_kwh[i] * store.annuity_cny_per_kwh * share_of_year();
    }
  }

  void converters() {
    for (std::size_t i = 0; i < hub_.converters.size(); ++i) {
      const auto& unit = hub_.converters[i];
      const auto& input = plan_.input_kw[i];
      double kwh = 0.0;
      for (const double kw : input) kwh += kw * hub_.step_h;
      result_.costs.maintenance_cny += kwh * unit.maintenance_cny_per_kwh;
      result_.costs.starts_cny += unit.start_cny * static_cast<double>(plan_.starts[i]);
      if (unit.input == Input::gas) {
        result_.costs.gas_cny += kwh * fuel_of(hub_, unit).cny_per_kwh;
        result_.gas_kg += kwh * fuel_of(hub_, unit).kg_per_kwh;
        if (fuel_of(hub_, unit).cny_per_kwh > 0.0) result_.gas_kwh += kwh;
      }
      if (unit.input == Input::electricity) flow("input of " + unit.name, Carrier::electricity, false, input);
      if (unit.input == Input::heat) flow("input of " + unit.name, Carrier::heat, false, input);
      for (std::size_t carrier = 0; carrier < carrier_count; ++carrier) {
        if (unit.output[carrier] == 0.0) continue;
        std::vector<double> made(hub_.steps);
        for (std::size_t step = 0; step < hub_.steps; ++step) {
          made[step] = input[step] * unit.output[carrier] * at(unit.performance, step, 1.0);
        }
        flow(unit.name, static_cast<Carrier>(carrier), true, std::move(made));
      }
    }
  }

  void loads() {
    for (std::size_t carrier = 0; carrier < carrier_count; ++carrier) {
      if (!hub_.demand_kw[carrier].empty()) flow("demand", static_cast<Carrier>(carrier), false, values(hub_.demand_kw[carrier]));
    }
    for (std::size_t i = 0; i < hub_.flexible.size(); ++i) flow(hub_.flexible[i].name, hub_.flexible[i].carrier, false, plan_.served_kw[i]);
    for (std::size_t i = 0; i < hub_.interruptible.size(); ++i) {
      const auto& load = hub_.interruptible[i];
      std::vector<double> met(hub_.steps);
      for (std::size_t step = 0; step < hub_.steps; ++step) {
        met[step] = at(load.demand_kw, step) - plan_.interrupted_kw[i][step];
        result_.costs.interruptions_cny += load.cny_per_kwh * plan_.interrupted_kw[i][step] * hub_.step_h;
      }
      flow(load.name, load.carrier, false, std::move(met));
    }
  }

  void check_balances() {
    for (std::size_t carrier = 0; carrier < carrier_count; ++carrier) {
      std::vector<double> over(hub_.steps, 0.0);
      double used = 0.0;
      for (const auto& each : result_.flows) {
        if (each.carrier != static_cast<Carrier>(carrier)) continue;
        for (std::size_t step = 0; step < hub_.steps; ++step) {
          over[step] += each.supplies ? each.kw[step] : -each.kw[step];
          if (!each.supplies) used += each.kw[step];
        }
      }
      double greatest = 0.0;
      for (const double kw : over) greatest = std::max(greatest, std::abs(kw));
      if (greatest > least_counted_kw)
        result_.greatest_imbalance = std::max(result_.greatest_imbalance, used > 0.0 ? greatest / used : greatest);
    }
  }

  const Hub& hub_;
  const CarbonTerms& carbon_;
  const Plan& plan_;
  Result result_;
};

}  // namespace

void tidy(const Hub& hub, Plan& plan) {
  clear_rounding(plan.import_kw);
  clear_rounding(plan.export_kw);
  clear_rounding(plan.green_kw);
  for (auto& made : plan.renewable_kw) clear_rounding(made);
  for (auto& input : plan.input_kw) clear_rounding(input);
  for (std::size_t i = 0; i < hub.stores.size(); ++i) {
    clear_rounding(plan.charge_kw[i]);
    clear_rounding(plan.discharge_kw[i]);
    if (hub.stores[i].carrier != Carrier::electricity) continue;
    for (std::size_t step = 0; step < hub.steps; ++step) charge_one_way(hub.stores[i], i, plan, step);
  }
  for (std::size_t step = 0; step < hub.steps; ++step) close_electricity(hub, plan, step);
}

Result settle(const Hub& hub, const CarbonTerms& carbon, const Plan& plan) { return Settlement(hub, carbon, plan).settle(); }

void check_closed(const Result& result) {
  PARKTWIN_CHECK(result.greatest_imbalance <= closed,
                 fmt::format("hub {} does not close: {:.1e} of what a carrier's users take, more than {:.0e}", result.hub,
                             result.greatest_imbalance, closed));
}

}  // namespace parktwin::energy::dispatch
