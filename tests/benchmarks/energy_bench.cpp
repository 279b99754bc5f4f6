#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/energy/grid/time_series.h"

namespace parktwin {
namespace {

namespace grid = energy::grid;

constexpr std::size_t year_steps = 35040;
constexpr std::size_t feeder_buses = 10;

/// Feeders of ten buses off one 10 kV bus, 0.32 to 0.48 MW per bus, about 1 km apart; `rings` pairs of feeders joined at their ends.
grid::Grid feeder_grid(std::size_t feeders, std::size_t rings) {
  const RandomSequence random(1001, 1, 1);
  std::uint32_t draw = 0;
  grid::Grid made;
  made.buses.resize(feeders * feeder_buses + 1);
  made.sources.push_back({0, 1.0});
  const auto add_line = [&](std::size_t from, std::size_t to, double length) {
    made.lines.push_back({from, to, 0.1 * length, 0.1 * length, 0.3e-6 * length, 400.0});
  };
  for (std::size_t bus = 1; bus < made.buses.size(); ++bus) {
    add_line((bus - 1) % feeder_buses == 0 ? 0 : bus - 1, bus, random.uniform(draw++, 0.8, 1.2));
    const double active = random.uniform(draw++, 0.32e6, 0.48e6) * 0.5;
    made.loads.push_back({bus, active, active * std::tan(std::acos(0.95))});
  }
  for (std::size_t ring = 0; ring < rings; ++ring) add_line((2 * ring + 1) * feeder_buses, (2 * ring + 2) * feeder_buses, 1.0);
  return made;
}

/// A hundred profiles of a year, each record following one: a day's wave with noise.
grid::Profiles year_profiles(const grid::Grid& made) {
  constexpr std::size_t count = 100;
  grid::Profiles profiles;
  profiles.steps = year_steps;
  profiles.factors.reserve(count * year_steps);
  for (std::uint32_t profile = 0; profile < count; ++profile) {
    const RandomSequence random(1001, 2, profile);
    const double phase = random.uniform(0, 0.0, 2.0 * std::numbers::pi);
    for (std::uint32_t step = 0; step < year_steps; ++step) {
      const double wave = std::sin(2.0 * std::numbers::pi * step / 96.0 + phase);
      profiles.factors.push_back(1.0 + 0.3 * wave + random.uniform(step + 1, -0.2, 0.2));
    }
  }
  for (std::size_t load = 0; load < made.loads.size(); ++load) profiles.use.loads.push_back(static_cast<std::uint32_t>(load % count));
  return profiles;
}

/// Newton's method at every 3,504th step, with its own power balance: the largest difference of a kept voltage; none: the year is wrong.
std::optional<double> difference_pu(const grid::Grid& made, const grid::Profiles& profiles, const grid::TimeSeries& series,
                                    const std::vector<std::size_t>& kept) {
  if (!series.failures.empty() || series.swept_steps != year_steps) return std::nullopt;
  double greatest = 0.0;
  const auto network = grid::compile(made);
  for (std::size_t step = 0; step < year_steps; step += year_steps / 10) {
    grid::Grid at = made;
    double load_w = 0.0;
    for (std::size_t i = 0; i < at.loads.size(); ++i) {
      const double factor = profiles.factors[profiles.use.loads[i] * year_steps + step];
      at.loads[i].active_w *= factor;
      at.loads[i].reactive_var *= factor;
      load_w += at.loads[i].active_w;
    }
    const auto flow = grid::power_flow(at, network);
    if (!flow.solved() || std::abs(series.supply_w[step] - load_w - series.loss_w[step]) > 1.0) return std::nullopt;
    if (std::abs(series.loss_w[step] - flow.loss_w) > 1e-6 * flow.loss_w) return std::nullopt;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const grid::Complex voltage(series.voltage_re_pu[i * year_steps + step], series.voltage_im_pu[i * year_steps + step]);
      const auto& bus = flow.buses[kept[i]];
      greatest = std::max(greatest, std::abs(voltage - std::polar(bus.voltage_pu, bus.angle_rad)));
    }
  }
  return greatest;
}

void power_flow_year(benchmark::State& state, std::size_t feeders, std::size_t rings, bool all_voltages) {
  const grid::Grid made = feeder_grid(feeders, rings);
  const grid::Profiles profiles = year_profiles(made);
  grid::TimeSeriesOptions options;
  for (std::size_t bus = 1; bus < made.buses.size(); bus += all_voltages ? 1 : 37) options.voltage_buses.push_back(bus);
  const auto checked = grid::time_series(made, profiles, options);
  const auto difference = difference_pu(made, profiles, checked, options.voltage_buses);
  if (!difference || *difference > 1e-8) {
    state.SkipWithError("the year differs from Newton's method");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(grid::time_series(made, profiles, options).loss_w.data());
  state.counters["power flows/s"] = benchmark::Counter(year_steps, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["sweeps"] = checked.sweeps_per_block;
  state.counters["tolerance"] = options.sweep.tolerance_pu;
  state.counters["from Newton, pu"] = *difference;
}

void power_flow_year_1001(benchmark::State& state) { power_flow_year(state, 100, 0, false); }
BENCHMARK(power_flow_year_1001)->Name("energy/power_flow_year_1001")->Unit(benchmark::kSecond)->UseRealTime();

void power_flow_year_101(benchmark::State& state) { power_flow_year(state, 10, 0, false); }
BENCHMARK(power_flow_year_101)->Name("energy/power_flow_year_101")->Unit(benchmark::kSecond)->UseRealTime();

void power_flow_year_1001_rings(benchmark::State& state) { power_flow_year(state, 100, 10, false); }
BENCHMARK(power_flow_year_1001_rings)->Name("energy/power_flow_year_1001_rings")->Unit(benchmark::kSecond)->UseRealTime();

void power_flow_year_1001_voltages(benchmark::State& state) { power_flow_year(state, 100, 0, true); }
BENCHMARK(power_flow_year_1001_voltages)->Name("energy/power_flow_year_1001_all_voltages")->Unit(benchmark::kSecond)->UseRealTime();

/// One Newton solution, the network compiled.
void newton_1001(benchmark::State& state) {
  const grid::Grid made = feeder_grid(100, 10);
  const auto network = grid::compile(made);
  const auto injection = grid::injection_of(made, network);
  grid::NewtonSolver solver(network, 0);
  std::vector<grid::Complex> voltage(network.node_count(), 1.0);
  if (!solver.solve(injection, {}, voltage).converged) {
    state.SkipWithError("no solution");
    return;
  }
  for (auto _ : state) {
    std::fill(voltage.begin(), voltage.end(), 1.0);
    benchmark::DoNotOptimize(solver.solve(injection, {}, voltage).iterations);
  }
  state.counters["power flows/s"] = benchmark::Counter(1.0, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(newton_1001)->Name("energy/newton_1001")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
