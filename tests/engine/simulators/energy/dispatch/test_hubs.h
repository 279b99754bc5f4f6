#pragma once
// Hubs with made-up demand, weather and prices for the dispatch tests, and the series they look at.
#include <cmath>
#include <deque>
#include <numbers>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/energy/dispatch/dispatch.h"

namespace parktwin::energy::dispatch::testing {

struct TestHub {
  Hub hub;
  std::deque<std::vector<double>> series;
  std::vector<std::int32_t> periods;
  Series keep(std::vector<double> values) { return series.emplace_back(std::move(values)); }
};

/// One step per price, a constant demand of electricity, no limits of the grid.
inline void fill_prices(TestHub& made, std::vector<double> prices, double demand_kw) {
  made.hub.steps = prices.size();
  made.hub.demand_kw[0] = made.keep(std::vector<double>(prices.size(), demand_kw));
  made.hub.grid.buy_cny_per_kwh = made.keep(std::move(prices));
}

/// Hourly, with every kind of unit; month by 730 hours. Made in place, because spans look into it.
inline void fill_full(TestHub& made, std::size_t steps, std::uint32_t seed) {
  const RandomSequence random(seed, 7, 1);
  std::vector<double> power, heat, cold, sun, wind, buy, sell, factor;
  for (std::uint32_t i = 0; i < steps; ++i) {
    const double day = std::sin(2.0 * std::numbers::pi * (i % 24 - 6.0) / 24.0);
    const double season = std::cos(2.0 * std::numbers::pi * i / 8760.0);
    power.push_back(900.0 + 350.0 * day + random.uniform(8 * i, 0.0, 200.0));
    heat.push_back(500.0 + 250.0 * season + random.uniform(8 * i + 1, 0.0, 100.0));
    cold.push_back(std::max(0.0, 300.0 - 250.0 * season + 80.0 * day + random.uniform(8 * i + 2, 0.0, 40.0)));
    sun.push_back(std::max(0.0, day) * random.uniform(8 * i + 3, 0.3, 1.0));
    wind.push_back(random.uniform(8 * i + 4, 0.0, 1.0));
    const auto hour = i % 24;
    buy.push_back(hour < 8 ? 0.33 : (hour >= 10 && hour < 12) || (hour >= 14 && hour < 19) ? 1.05 : 0.62);
    sell.push_back(0.3);
    factor.push_back(0.5 + 0.2 * day);
    made.periods.push_back(static_cast<std::int32_t>(i / 730));
  }
  auto& hub = made.hub;
  hub.name = "full";
  hub.steps = steps;
  hub.demand_kw = {made.keep(power), made.keep(heat), made.keep(cold)};
  hub.grid.most_import_kw = 4000.0;
  hub.grid.most_export_kw = 500.0;
  hub.grid.buy_cny_per_kwh = made.keep(buy);
  hub.grid.sell_cny_per_kwh = made.keep(sell);
  hub.grid.import_kg_per_kwh = made.keep(factor);
  hub.grid.demand_charge_cny_per_kw = 32.0;
  hub.grid.billing_period = made.periods;
  hub.renewables.push_back({"PV", 800.0, made.keep(sun)});
  hub.renewables.push_back({"wind", 200.0, made.keep(wind)});
  Store battery;
  battery.name = "battery";
  battery.capacity_kwh = 1000.0;
  battery.least_share = 0.1;
  battery.wear_cny_per_kwh = 0.08;
  hub.stores.push_back(battery);
  Store tank;
  tank.name = "heat store";
  tank.carrier = Carrier::heat;
  tank.capacity_kwh = 1500.0;
  tank.loss_per_h = 0.005;
  hub.stores.push_back(tank);
  Store ice = tank;
  ice.name = "cold store";
  ice.carrier = Carrier::cold;
  ice.capacity_kwh = 600.0;
  hub.stores.push_back(ice);
  hub.converters.push_back(combined_heat_and_power("CHP", 400.0, 0.38, 0.45));
  hub.converters.push_back(gas_boiler("boiler", 1200.0, 0.92));
  hub.converters.push_back(heat_pump("heat pump", 100.0, 3.2));
  hub.converters.push_back(chiller("chiller", 200.0, 4.5));
  hub.converters.push_back(absorption_chiller("absorption chiller", 200.0, 0.7));
  hub.most_rejected_heat_kw = 300.0;
}

inline double sum_of(const Result& result, const std::string& name, Carrier carrier = Carrier::electricity) {
  double sum = 0.0;
  for (const auto& flow : result.flows) {
    if (flow.name != name || flow.carrier != carrier) continue;
    for (const double kw : flow.kw) sum += kw;
  }
  return sum;
}

inline const std::vector<double>& flow_of(const Result& result, const std::string& name, Carrier carrier = Carrier::electricity) {
  for (const auto& flow : result.flows) {
    if (flow.name == name && flow.carrier == carrier) return flow.kw;
  }
  static const std::vector<double> none;
  return none;
}

}  // namespace parktwin::energy::dispatch::testing
