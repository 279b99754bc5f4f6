// Schedules, delay bounds and packets of time-sensitive networks, alone and as a run does them.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/simulators/wired/tsn/bounds/bounds.h"
#include "engine/simulators/wired/tsn/packets/packets.h"
#include "engine/simulators/wired/tsn/schedule/schedule.h"
#include "engine/simulators/wired/tsn/tsn.h"
#include "importers/synthetic/synthetic.h"
#include "tests/engine/simulators/wired/tsn/schedule/instances.h"

namespace parktwin {
namespace {

void schedule_500_flows(benchmark::State& state) {
  using namespace wired::tsn::schedule;
  const Instance ring = ring_of_rings(500);
  const auto result = synthesise(ring.network, ring.streams, ring.options);
  if (result.state != State::scheduled || !verify(ring.network, ring.streams, result.schedule, ring.options.clock_error_ns).empty()) {
    state.SkipWithError("no schedule, or one that the verifier does not accept");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(synthesise(ring.network, ring.streams, ring.options));
  state.counters["flows/s"] = benchmark::Counter(static_cast<double>(ring.streams.size()), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(schedule_500_flows)->Name("wired/schedule_500_flows")->Unit(benchmark::kMillisecond)->UseRealTime();

void verify_500_flows(benchmark::State& state) {
  using namespace wired::tsn::schedule;
  const Instance ring = ring_of_rings(500);
  auto schedule = synthesise(ring.network, ring.streams, ring.options).schedule;
  std::size_t frames = 0;
  for (const auto& starts : schedule.starts_ns) frames += starts.size();
  auto moved = schedule;
  moved.starts_ns[0].back() -= 1;
  if (!verify(ring.network, ring.streams, schedule, ring.options.clock_error_ns).empty() ||
      verify(ring.network, ring.streams, moved, ring.options.clock_error_ns).empty()) {
    state.SkipWithError("a valid schedule is refused, or one with a frame too early is not");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(verify(ring.network, ring.streams, schedule, ring.options.clock_error_ns));
  state.counters["windows/s"] = benchmark::Counter(static_cast<double>(frames), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(verify_500_flows)->Name("wired/verify_500_flows")->Unit(benchmark::kMillisecond)->UseRealTime();
struct TsnRing {
  wired::tsn::Network network;
  std::vector<wired::tsn::Stream> streams;
};

/// `switches` in a ring of 1 Gbit/s, both ways round, each with a station; streams of three priorities to up to six switches on.
TsnRing tsn_ring(std::size_t switches, std::size_t streams) {
  const RandomSequence random(1000, 2, 1);
  std::uint32_t draw = 0;
  TsnRing made;
  made.network.forwarding_ns.assign(2 * switches, 1'000);
  for (std::size_t i = 0; i < switches; ++i) {
    made.network.links.push_back({i, (i + 1) % switches, 1'000'000'000, 100});
    made.network.links.push_back({(i + 1) % switches, i, 1'000'000'000, 100});
    made.network.links.push_back({switches + i, i, 1'000'000'000, 50});
    made.network.links.push_back({i, switches + i, 1'000'000'000, 50});
  }
  for (std::size_t s = 0; s < streams; ++s) {
    wired::tsn::Stream stream;
    stream.id = std::to_string(s);
    stream.period_ns = (std::int64_t{1} << random.below(draw++, 4)) * 250'000;
    stream.payload_bytes = static_cast<std::int32_t>(40 + random.below(draw++, 160));
    stream.priority = static_cast<std::int32_t>(5 + random.below(draw++, 3));
    const bool back = random.below(draw++, 2) > 0;
    std::size_t at = random.below(draw++, static_cast<std::uint32_t>(switches));
    stream.path = {4 * at + 2};
    for (std::uint32_t hops = 1 + random.below(draw++, 6); hops > 0; --hops) {
      const std::size_t next = (at + (back ? switches - 1 : 1)) % switches;
      stream.path.push_back(back ? 4 * next + 1 : 4 * at);
      at = next;
    }
    stream.path.push_back(4 * at + 3);
    made.streams.push_back(stream);
  }
  return made;
}

/// Path minimum <= simulated delays <= tight bound <= simple bound, for every stream.
bool chained(const TsnRing& ring, const wired::tsn::bounds::Result& bounds, const wired::tsn::packets::Result& run) {
  for (std::size_t s = 0; s < ring.streams.size(); ++s) {
    const auto& bound = bounds.streams[s];
    if (run.streams[s].delivered == 0 || run.streams[s].least_ns < bound.least_ns || run.streams[s].most_ns > bound.tight_ns) return false;
    if (bound.tight_ns > bound.simple_ns || bound.simple_ns == wired::tsn::bounds::no_bound) return false;
  }
  return true;
}

void bounds_1000_flows(benchmark::State& state) {
  const TsnRing ring = tsn_ring(20, 1000);
  wired::tsn::packets::Options short_run;
  short_run.duration_ns = 10'000'000;
  wired::tsn::bounds::Options simple;
  simple.tighten = wired::tsn::bounds::Tighten::never;
  const auto bounds = wired::tsn::bounds::worst_case(ring.network, ring.streams, simple);
  if (!bounds.cyclic || !chained(ring, bounds, wired::tsn::packets::simulate(ring.network, ring.streams, short_run))) {
    state.SkipWithError("a simulated delay is above its bound");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(wired::tsn::bounds::worst_case(ring.network, ring.streams, simple));
  state.counters["flows/s"] = benchmark::Counter(1000, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["rounds"] = static_cast<double>(bounds.rounds);
}
BENCHMARK(bounds_1000_flows)->Name("wired/bounds_1000_flows")->Unit(benchmark::kMillisecond)->UseRealTime();

/// The linear programmes of every stream with all pieces of its path.
void tight_bounds_100_flows(benchmark::State& state) {
  const TsnRing ring = tsn_ring(20, 100);
  wired::tsn::packets::Options short_run;
  short_run.duration_ns = 10'000'000;
  wired::tsn::bounds::Options tight;
  tight.tighten = wired::tsn::bounds::Tighten::always;
  const auto bounds = wired::tsn::bounds::worst_case(ring.network, ring.streams, tight);
  if (!chained(ring, bounds, wired::tsn::packets::simulate(ring.network, ring.streams, short_run))) {
    state.SkipWithError("a simulated delay is above its bound");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(wired::tsn::bounds::worst_case(ring.network, ring.streams, tight));
  state.counters["flows/s"] = benchmark::Counter(100, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(tight_bounds_100_flows)->Name("wired/tight_bounds_100_flows")->Unit(benchmark::kMillisecond)->UseRealTime();

void packets_100_ports(benchmark::State& state) {
  const TsnRing ring = tsn_ring(25, 1000);
  wired::tsn::packets::Options options;
  options.duration_ns = 100'000'000;
  const auto run = wired::tsn::packets::simulate(ring.network, ring.streams, options);
  const auto bounds = wired::tsn::bounds::worst_case(ring.network, ring.streams);
  if (!chained(ring, bounds, run) || run != wired::tsn::packets::simulate(ring.network, ring.streams, options)) {
    state.SkipWithError("a simulated delay is above its bound, or a second run differs");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(wired::tsn::packets::simulate(ring.network, ring.streams, options));
  state.counters["events/s"] = benchmark::Counter(static_cast<double>(run.events), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["events"] = static_cast<double>(run.events);
}
BENCHMARK(packets_100_ports)->Name("wired/packets_100_ports")->Unit(benchmark::kMillisecond)->UseRealTime();

/// Independent runs with best-effort traffic on all cores, each the run of its seed whatever the number of threads.
void packets_replicas(benchmark::State& state) {
  using namespace wired::tsn;
  constexpr std::size_t count = 16;
  const TsnRing ring = tsn_ring(25, 1000);
  packets::Options options;
  options.duration_ns = 20'000'000;
  for (std::size_t link = 0; link < ring.network.links.size(); ++link) {
    options.background.push_back({link, 0, 0.2, largest_payload_bytes, packets::Sizes::fixed});
  }
  const auto runs = packets::replicas(ring.network, ring.streams, options, count);
  const auto bounds = bounds::worst_case(ring.network, ring.streams);
  bool right = std::all_of(runs.begin(), runs.end(), [&](const auto& run) { return chained(ring, bounds, run); });
  std::uint64_t events = 0;
  for (const auto& run : runs) events += run.events;
  {
    const ThreadLimit limit(1);
    right = right && packets::replicas(ring.network, ring.streams, options, count) == runs;
  }
  options.seed += count - 1;
  right = right && packets::simulate(ring.network, ring.streams, options) == runs.back() && runs[0] != runs[1];
  options.seed -= count - 1;
  if (!right) {
    state.SkipWithError("a simulated delay is above its bound, or a run depends on the threads");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(packets::replicas(ring.network, ring.streams, options, count));
  state.counters["events/s"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["threads"] = static_cast<double>(thread_count());
}
BENCHMARK(packets_replicas)->Name("wired/packets_replicas")->Unit(benchmark::kMillisecond)->UseRealTime();

/// All that a run does with the flows of ten plants: routes, schedules, bounds, four replicas of a tenth of a second.
void tsn_ten_plants(benchmark::State& state) {
  using namespace wired::tsn;
  const Park park = importers::generate_park({});
  const Result result = simulate(park, {}, 1);
  const bool right = result.flows.size() == park.tsn_flows->size() && !result.flows.empty() &&
                     std::all_of(result.flows.begin(), result.flows.end(), [](const auto& flow) { return flow.chain_holds; });
  if (!right) {
    state.SkipWithError("a simulated delay is above its bound");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(simulate(park, {}, 1));
  state.counters["flows"] = static_cast<double>(result.flows.size());
  state.counters["events/s"] = benchmark::Counter(static_cast<double>(result.events), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(tsn_ten_plants)->Name("wired/tsn_ten_plants")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
