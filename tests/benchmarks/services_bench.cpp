// The event kernel and its first user, each held against theory before it is timed.
#include <benchmark/benchmark.h>

#include <cmath>

#include "engine/core/parallel.h"
#include "engine/simulators/services/identifiers/identifiers.h"
#include "engine/simulators/services/pooling/pooling.h"
#include "importers/synthetic/synthetic.h"
#include "tests/engine/simulators/services/kernel/queue_line.h"
#include "tests/engine/simulators/services/kernel/queueing_theory.h"

namespace parktwin::services {
namespace {

/// M/M/10 at 80 %, two million customers.
kernel::Line ten_servers() {
  kernel::Line line;
  line.arrivals_per_s = 8.0;
  line.stations = {{10, kernel::unlimited, 1.0, kernel::Service::exponential}};
  line.warm_up_s = 100.0;
  line.end_s = 250'000.0;
  return line;
}

void mmc_events(benchmark::State& state) {
  const ThreadLimit one(1);
  const kernel::Line line = ten_servers();
  const auto check = kernel::simulate_line(line).stations[0];
  if (std::abs(check.waited_share() - kernel::erlang_c(10, 8.0)) > 0.01) {
    state.SkipWithError("Erlang C is missed");
    return;
  }
  std::uint64_t events = 0;
  for (auto _ : state) events += kernel::simulate_line(line).events;
  state.counters["events/s"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
}
BENCHMARK(mmc_events)->Name("services/mmc_events")->Unit(benchmark::kMillisecond)->UseRealTime();

/// A wheel that holds 100,000 events: each taken adds one a random time ahead (the hold model of Brown 1988).
void hold_100000(benchmark::State& state) {
  kernel::RandomStream random(1, 1, 0);
  kernel::EventQueue<std::uint32_t> queue;
  for (std::uint32_t i = 0; i < 100'000; ++i) queue.add(random.exponential_ns(1e9), i);
  kernel::Nanoseconds last = 0;
  bool ordered = true;
  std::uint64_t events = 0;
  for (auto _ : state) {
    for (int i = 0; i < 1'000'000; ++i, ++events) {
      const auto taken = queue.take();
      ordered = ordered && taken.time_ns >= last;
      last = taken.time_ns;
      queue.add(last + random.exponential_ns(1e9), taken.event);
    }
  }
  if (!ordered) state.SkipWithError("events out of order");
  state.counters["events/s"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
}
BENCHMARK(hold_100000)->Name("services/hold_100000")->Unit(benchmark::kMillisecond)->UseRealTime();

void resolution_day(benchmark::State& state) {
  const ThreadLimit one(1);
  identifiers::Input input;
  input.enterprises.resize(100);
  for (std::size_t i = 0; i < 100; ++i) {
    input.enterprises[i].identifiers = 2000;
    if (i % 2 == 0) input.enterprises[i].own_node = identifiers::Node{8.0, {}};
  }
  input.top = {{30.0, {}}};
  input.secondary = {{10.0, {}}};
  input.resolutions_per_day = 1e6;
  input.hourly_weights = {1, 1, 1, 1, 1, 2, 4, 8, 10, 10, 9, 8, 7, 8, 10, 10, 9, 7, 5, 3, 2, 2, 1, 1};
  identifiers::Options options;
  options.warm_up_days = 0.0;
  options.replicas = 1;
  options.cache_entries = 50'000;
  const auto check = identifiers::simulate(input, options);
  if (std::abs(check.answered_per_day.mean - 1e6) > 5e3 || check.availability->mean < 0.9999) {
    state.SkipWithError("queries are lost");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(identifiers::simulate(input, options));
  state.counters["resolutions/s"] = benchmark::Counter(1e6 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(resolution_day)->Name("services/resolution_day_1M")->Unit(benchmark::kMillisecond)->UseRealTime();

/// A year of the reference park's shared resources, 100 replicas, two threads.
void pooling_year(benchmark::State& state) {
  const Park park = importers::generate_park({});
  const ThreadLimit two(2);
  const pooling::Options options{.replicas = 100};
  const auto check = pooling::simulate(park, options, 1);
  double requests = 0.0;
  for (const auto& figures : check.modes) {
    requests += figures.requests_per_year;
    if (figures.load < 0.0 || figures.utilisation > 1.0) state.SkipWithError("a pool works more than it can");
    if (!figures.simulated || figures.stock > 0.0 || figures.distance_km_per_year > 0.0 || figures.utilisation == 0.0) continue;
    const SharedResource& resource = (*park.shared_resources)[figures.resource];
    // The servers' time is the work that came, but for what a finite source leaves out.
    if (resource.sources == 0 && figures.mode == pooling::Mode::shared && std::abs(figures.utilisation / figures.load - 1.0) > 0.05)
      state.SkipWithError("the work done is not the work offered");
  }
  if (check.resources.size() != park.shared_resources->size() || requests < 1e4) state.SkipWithError("resources are missing");
  for (auto _ : state) benchmark::DoNotOptimize(pooling::simulate(park, options, 1));
  state.counters["requests/s"] =
      benchmark::Counter(requests * options.replicas * (options.years + options.warm_up_years) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}
BENCHMARK(pooling_year)->Name("services/pooling_year_100")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin::services
