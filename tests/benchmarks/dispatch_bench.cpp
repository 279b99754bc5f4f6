#include <benchmark/benchmark.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/simulators/energy/dispatch/dispatch.h"

namespace parktwin {
namespace {

namespace dispatch = energy::dispatch;

/// A year of hours with twelve variables a step: import, feed-in, PV, battery (3), CHP, boiler, heat pump, heat store (3); and the greatest
/// import of each month.
struct Year {
  dispatch::Hub hub;
  std::vector<double> power, heat, sun, buy, sell;
  std::vector<std::int32_t> months;
};

void fill(Year& year, double pv_kw, std::uint32_t seed) {
  constexpr std::uint32_t hours = 8760;
  const RandomSequence random(seed, 3, 1);
  for (std::uint32_t i = 0; i < hours; ++i) {
    const double day = std::sin(2.0 * std::numbers::pi * (i % 24 - 6.0) / 24.0);
    const double season = std::cos(2.0 * std::numbers::pi * i / hours);
    const bool weekend = i / 24 % 7 >= 5;
    year.power.push_back((weekend ? 0.6 : 1.0) * (2200.0 + 700.0 * day) + random.uniform(4 * i, 0.0, 300.0));
    year.heat.push_back(900.0 + 500.0 * season + 100.0 * day + random.uniform(4 * i + 1, 0.0, 150.0));
    year.sun.push_back(std::max(0.0, day) * (0.75 - 0.2 * season) * random.uniform(4 * i + 2, 0.2, 1.0));
    const auto hour = i % 24;
    year.buy.push_back(hour < 8 ? 0.29 : (hour >= 10 && hour < 12) || (hour >= 14 && hour < 19) ? 1.15 : 0.67);
    year.sell.push_back(0.25);
    year.months.push_back(static_cast<std::int32_t>(i / 730));
  }
  auto& hub = year.hub;
  hub.steps = hours;
  hub.demand_kw = {year.power, year.heat, dispatch::Series()};
  hub.grid.most_export_kw = 3000.0;
  hub.grid.buy_cny_per_kwh = year.buy;
  hub.grid.sell_cny_per_kwh = year.sell;
  hub.grid.demand_charge_cny_per_kw = 38.0;
  hub.grid.billing_period = year.months;
  hub.renewables.push_back({"PV", pv_kw, year.sun});
  dispatch::Store battery;
  battery.name = "battery";
  battery.capacity_kwh = 2000.0;
  battery.wear_cny_per_kwh = 0.06;
  hub.stores.push_back(battery);
  dispatch::Store tank;
  tank.name = "heat store";
  tank.carrier = dispatch::Carrier::heat;
  tank.capacity_kwh = 3000.0;
  tank.loss_per_h = 0.004;
  hub.stores.push_back(tank);
  hub.converters.push_back(dispatch::combined_heat_and_power("CHP", 600.0, 0.38, 0.46));
  hub.converters.push_back(dispatch::gas_boiler("boiler", 2500.0, 0.92));
  hub.converters.push_back(dispatch::heat_pump("heat pump", 150.0, 3.1));
}

bool right(const dispatch::Result& result) {
  return result.status == dispatch::Status::optimal && result.greatest_imbalance < 1e-9 && result.both_ways_kw < 1e-6 &&
         std::abs(result.total_cny - result.bound_cny) < 1e-6 * result.bound_cny;
}

void dispatch_8760(benchmark::State& state) {
  Year year;
  fill(year, 3000.0, 1);
  const auto checked = dispatch::dispatch(year.hub);
  if (!right(checked)) {
    state.SkipWithError("the dispatch does not close, or its cost is not the programme's");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(dispatch::dispatch(year.hub).total_cny);
  state.counters["hours/s"] = benchmark::Counter(8760, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["iterations"] = static_cast<double>(checked.iterations);
}
BENCHMARK(dispatch_8760)->Name("energy/dispatch_8760")->Unit(benchmark::kSecond)->UseRealTime();

/// One PV plant 10 % larger, from the basis of the year before.
void dispatch_pv_change(benchmark::State& state) {
  Year year;
  fill(year, 3000.0, 1);
  dispatch::Basis before;
  if (!right(dispatch::dispatch(year.hub, {}, &before))) {
    state.SkipWithError("no dispatch");
    return;
  }
  year.hub.renewables[0].installed_kw *= 1.1;
  dispatch::Basis basis = before;
  const auto changed = dispatch::dispatch(year.hub, {}, &basis);
  const auto afresh = dispatch::dispatch(year.hub);
  if (!right(changed) || std::abs(changed.total_cny - afresh.total_cny) > 1e-6 * afresh.total_cny) {
    state.SkipWithError("another cost than from nothing");
    return;
  }
  for (auto _ : state) {
    basis = before;
    benchmark::DoNotOptimize(dispatch::dispatch(year.hub, {}, &basis).total_cny);
  }
  state.counters["iterations"] = static_cast<double>(changed.iterations);
}
BENCHMARK(dispatch_pv_change)->Name("energy/dispatch_8760_pv_change")->Unit(benchmark::kSecond)->UseRealTime();

/// PV, battery and heat store of the same year in sizes that cost least, held against the year with these sizes installed.
void dispatch_sizing(benchmark::State& state) {
  Year year;
  fill(year, 3000.0, 1);
  year.hub.renewables[0].most_added_kw = 5000.0;
  year.hub.renewables[0].annuity_cny_per_kw = 330.0;
  year.hub.stores[0].most_added_kwh = 20000.0;
  year.hub.stores[0].annuity_cny_per_kwh = 105.0;
  year.hub.stores[1].most_added_kwh = 20000.0;
  year.hub.stores[1].annuity_cny_per_kwh = 12.0;
  const auto sized = dispatch::dispatch(year.hub);
  dispatch::Hub built = year.hub;
  double annuities = 0.0;
  for (const auto& addition : sized.additions) {
    for (auto& unit : built.renewables) {
      if (unit.name != addition.name) continue;
      unit.installed_kw += addition.size;
      unit.most_added_kw = 0.0;
      annuities += addition.size * unit.annuity_cny_per_kw;
    }
    for (auto& unit : built.stores) {
      if (unit.name != addition.name) continue;
      unit.capacity_kwh += addition.size;
      unit.most_added_kwh = 0.0;
      annuities += addition.size * unit.annuity_cny_per_kwh;
    }
  }
  const auto fixed = dispatch::dispatch(built);
  if (sized.additions.size() != 3 || !right(fixed) || std::abs(sized.total_cny - fixed.total_cny - annuities) > 1e-6 * sized.total_cny) {
    state.SkipWithError("the hub with these sizes costs something else");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(dispatch::dispatch(year.hub).total_cny);
  for (const auto& addition : sized.additions) state.counters[addition.name] = addition.size;
  state.counters["iterations"] = static_cast<double>(sized.iterations);
}
BENCHMARK(dispatch_sizing)->Name("energy/dispatch_8760_sizing")->Unit(benchmark::kSecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
