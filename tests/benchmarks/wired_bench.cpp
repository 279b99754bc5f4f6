#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/wired/topology/topology.h"
#include "engine/simulators/wired/tsn/schedule/schedule.h"
#include "tests/engine/simulators/wired/tsn/schedule/instances.h"

namespace parktwin {
namespace {

constexpr std::size_t node_count = 1000;
constexpr std::size_t enterprise_count = 180;

std::string numbered(char letter, std::size_t number) { return std::string(1, letter).append(std::to_string(number)); }

/// Two core routers, a tree over all nodes and 300 cross links; 180 enterprises with eight different needs, 60 radio sites.
Park network_of_1000_nodes() {
  const RandomSequence random(1000, 1, 1);
  std::uint32_t draw = 0;
  const auto pick = [&](std::vector<double> values) { return values[random.below(draw++, static_cast<std::uint32_t>(values.size()))]; };
  std::vector<Enterprise> enterprises(enterprise_count);
  for (std::size_t i = 0; i < enterprises.size(); ++i) {
    enterprises[i].id = numbered('E', i);
    enterprises[i].required_down = MegabitsPerSecond(pick({100.0, 500.0, 1000.0, 10000.0}));
    enterprises[i].required_up = MegabitsPerSecond(pick({20.0, 200.0}));
  }
  std::vector<NetworkNode> nodes(node_count);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = numbered('N', i);
    nodes[i].kind = i < 2 ? NodeKind::core_router : NodeKind::access_switch;
    nodes[i].availability = random.uniform(draw++, 0.9998, 1.0);
    nodes[i].operational = random.below(draw++, 200) > 0 || i < 2;
    if (i % 4 == 3) nodes[i].enterprise = Id<Enterprise>(random.below(draw++, enterprise_count));
  }
  std::vector<NetworkLink> links(node_count - 2 + 300);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const std::size_t far = i < node_count - 2 ? i + 2 : 2 + random.below(draw++, node_count - 2);
    links[i].id = numbered('L', i);
    links[i].from = Id<NetworkNode>(random.below(draw++, static_cast<std::uint32_t>(far)));
    links[i].to = Id<NetworkNode>(far);
    links[i].rate_down = MegabitsPerSecond(pick({1000.0, 10000.0, 100000.0}));
    links[i].rate_up = MegabitsPerSecond(pick({100.0, 1000.0, 10000.0, 10000.0}));
    links[i].availability = random.uniform(draw++, 0.9998, 1.0);
  }
  std::vector<RadioSite> sites(60);
  for (std::size_t i = 0; i < sites.size(); ++i) {
    sites[i].id = numbered('S', i);
    sites[i].backhaul = Id<NetworkNode>(random.below(draw++, node_count));
  }
  Park park;
  park.enterprises = Part(Table(std::move(enterprises)));
  park.network_nodes = Part(Table(std::move(nodes)));
  park.network_links = Part(Table(std::move(links)));
  park.radio_sites = Part(Table(std::move(sites)));
  return park;
}

/// Best availability of each node under a need by relaxing every link until nothing changes (Bellman–Ford); negative: no path.
std::vector<double> relaxed_availability(const Park& park, double down, double up) {
  const auto& nodes = park.network_nodes->records();
  std::vector<double> best(nodes.size(), -1.0);
  for (std::size_t i = 0; i < 2; ++i) best[i] = nodes[i].availability;
  bool changed = true;
  const auto relax = [&](std::size_t near, std::size_t far, double link, double rate_down, double rate_up) {
    if (best[near] < 0.0 || rate_down < down || rate_up < up || !nodes[near].operational || !nodes[far].operational) return;
    const double offered = best[near] * link * nodes[far].availability;
    if (offered <= best[far] * (1.0 + 1e-13)) return;
    best[far] = offered;
    changed = true;
  };
  while (changed) {
    changed = false;
    for (const auto& link : *park.network_links) {
      relax(link.from.index(), link.to.index(), link.availability, link.rate_down.value(), link.rate_up.value());
      relax(link.to.index(), link.from.index(), link.availability, link.rate_up.value(), link.rate_down.value());
    }
  }
  return best;
}

bool right(const Park& park, const wired::topology::Result& result) {
  std::size_t served = 0;
  for (const auto& access : result.enterprises) {
    const Enterprise& enterprise = (*park.enterprises)[access.enterprise];
    const auto availability = relaxed_availability(park, enterprise.required_down.value(), enterprise.required_up.value());
    double best = -1.0;
    for (std::size_t i = 0; i < availability.size(); ++i) {
      if (park.network_nodes->records()[i].enterprise == access.enterprise) best = std::max(best, availability[i]);
    }
    const bool is_served = access.state == wired::topology::AccessState::served;
    if (is_served != (best >= enterprise.required_availability)) return false;
    const bool fast_enough = is_served || access.state == wired::topology::AccessState::availability_too_low;
    if (fast_enough != (best >= 0.0) || (fast_enough && std::abs(access.availability - best) > 1e-10)) return false;
    served += is_served ? 1 : 0;
  }
  return served > 20 && served < enterprise_count;
}

void topology_reference(benchmark::State& state) {
  const Park park = network_of_1000_nodes();
  if (!right(park, wired::topology::simulate(park, {}))) {
    state.SkipWithError("the accesses differ from those of a slower method");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(wired::topology::simulate(park, {}));
  state.counters["nodes/s"] = benchmark::Counter(node_count, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(topology_reference)->Name("wired/topology_reference")->Unit(benchmark::kMillisecond)->UseRealTime();

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

}  // namespace
}  // namespace parktwin
