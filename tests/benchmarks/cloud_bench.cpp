// Forecasts of cloud adoption, checked against the Bass curve before they are timed.
#include <benchmark/benchmark.h>

#include <cmath>

#include "engine/simulators/cloud/adoption/adoption.h"
#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

constexpr std::size_t enterprises = 600;
constexpr std::int32_t replicas = 1000;
constexpr std::int32_t months = 120;

/// Every enterprise sells to the next three.
Park chained_park() {
  Park park = world(enterprises, enterprises / 6);
  std::vector<Trade> trades;
  for (std::size_t i = 0; i + 3 < enterprises; ++i) {
    for (std::size_t k = 1; k <= 3; ++k) trades.push_back({i, i + k, 1.0, i % 40 == 0 && k == 1});
  }
  add_trades(park, trades);
  return park;
}

bool follows_curve(const Park& park, Options options) {
  options.peer_weight = 0.0;
  for (const auto& row : forecast(park, options, {}, CloudLevel::infrastructure, 1).result.months) {
    if (row.level == CloudLevel::infrastructure && std::abs(row.mean - row.curve) > 0.02) return false;
  }
  return true;
}

/// All four levels of use with calibration and figures. With `policies` each is left out once on the same random numbers.
void forecasts(benchmark::State& state, std::size_t policies) {
  Park park = chained_park();
  Options options;
  options.replicas = replicas;
  options.horizon_months = months;
  options.curve_source = CurveSource::given;
  if (!follows_curve(park, options)) {
    state.SkipWithError("the mean leaves the Bass curve");
    return;
  }
  std::vector<CloudPolicy> list;
  for (std::size_t k = 0; k < policies; ++k) list.push_back(policy(static_cast<CloudPolicyKind>(k), 0.3));
  set_policies(park, list);
  for (auto _ : state) benchmark::DoNotOptimize(forecast(park, options, {}, CloudLevel::infrastructure, 1));
  const double steps = static_cast<double>(state.iterations()) * static_cast<double>(enterprises) * replicas * months;
  state.counters["enterprise-months/s"] = benchmark::Counter(steps * static_cast<double>(policies + 1), benchmark::Counter::kIsRate);
}

void adoption(benchmark::State& state) { forecasts(state, 0); }
BENCHMARK(adoption)->Name("cloud/adoption_1000x600x120")->Unit(benchmark::kMillisecond)->UseRealTime();

void adoption_five_policies(benchmark::State& state) { forecasts(state, 5); }
BENCHMARK(adoption_five_policies)->Name("cloud/adoption_1000x600x120_5_policies")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin::cloud::adoption
