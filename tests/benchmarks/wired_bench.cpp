#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/wired/failures/link_cuts.h"
#include "engine/simulators/wired/failures/node_cuts.h"
#include "engine/simulators/wired/topology/topology.h"

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

namespace failures = wired::failures;

constexpr std::uint32_t cut_nodes = 2000;
constexpr std::uint32_t cut_links = 3200;

/// Access rings of ten nodes, three of four closed, each hung on nodes made before, and cross links among the first quarter.
failures::PlainGraph rings_of_2000_nodes() {
  const RandomSequence random(2000, 1, 1);
  std::uint32_t draw = 0;
  std::vector<failures::Ends> edges;
  std::uint32_t last = 0;
  for (std::uint32_t node = 1; node < cut_nodes; last = node++) {
    if (node % 10 == 1 && node > 1) {
      if (random.below(draw++, 4) > 0) edges.push_back({last, random.below(draw++, node)});
      last = random.below(draw++, node);
    }
    edges.push_back({last, node});
  }
  while (edges.size() < cut_links) {
    const std::uint32_t near = random.below(draw++, cut_nodes / 4);
    edges.push_back({near, random.below(draw++, cut_nodes / 4)});
  }
  return failures::plain_graph(cut_nodes, std::move(edges));
}

/// Links without which something is not reached, by low points, with one link left out: nothing that the labels know.
std::vector<std::uint8_t> bridges_without(const failures::PlainGraph& graph, std::uint32_t left_out) {
  std::vector<std::uint32_t> seen(graph.size(), 0);
  std::vector<std::uint32_t> low(graph.size(), 0);
  std::vector<std::uint32_t> next(graph.size(), 0);
  std::vector<std::uint32_t> by(graph.size(), failures::none);
  std::vector<std::uint32_t> stack{0};
  std::vector<std::uint8_t> bridge(graph.edges.size(), 0);
  std::uint32_t clock = 1;
  seen[0] = low[0] = clock++;
  while (!stack.empty()) {
    const std::uint32_t node = stack.back();
    const auto incidences = graph.incidences_of(node);
    if (next[node] < incidences.size()) {
      const auto [to, edge] = incidences[next[node]++];
      if (edge == left_out || edge == by[node]) continue;
      if (seen[to] != 0) {
        low[node] = std::min(low[node], seen[to]);
      } else {
        seen[to] = low[to] = clock++;
        by[to] = edge;
        stack.push_back(to);
      }
      continue;
    }
    stack.pop_back();
    if (stack.empty()) break;
    low[stack.back()] = std::min(low[stack.back()], low[node]);
    if (low[node] == seen[node]) bridge[by[node]] = 1;
  }
  return bridge;
}

bool right(const failures::PlainGraph& graph, const failures::LinkCuts& cuts) {
  const auto bridges = bridges_without(graph, failures::none);
  std::vector<std::uint32_t> class_of(graph.edges.size(), failures::none);
  for (std::uint32_t i = 0; i < cuts.classes.size(); ++i) {
    for (const std::uint32_t edge : cuts.classes[i]) class_of[edge] = i;
  }
  for (std::uint32_t edge = 0; edge < graph.edges.size(); ++edge) {
    if (std::binary_search(cuts.bridges.begin(), cuts.bridges.end(), edge) != (bridges[edge] != 0)) return false;
    if (bridges[edge]) continue;
    const auto with_it = bridges_without(graph, edge);
    for (std::uint32_t other = 0; other < graph.edges.size(); ++other) {
      if (other == edge || bridges[other]) continue;
      const bool reported = class_of[edge] != failures::none && class_of[edge] == class_of[other];
      if (reported != (with_it[other] != 0)) return false;
    }
  }
  return cuts.bridges.size() > 10 && cuts.pairs() > 1000;
}

void cuts_2000_nodes(benchmark::State& state) {
  const auto graph = rings_of_2000_nodes();
  if (!right(graph, failures::link_cuts(graph, 0, cut_links))) {
    state.SkipWithError("the cuts differ from those of a slower method");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(failures::link_cuts(graph, 0, cut_links));
  state.counters["pairs/s"] = benchmark::Counter(cut_links * (cut_links - 1) / 2.0, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(cuts_2000_nodes)->Name("wired/cuts_2000_nodes")->Unit(benchmark::kMillisecond)->UseRealTime();

/// Two nodes, each with every other one, by walking the graph without both.
bool right(const failures::PlainGraph& graph, const std::vector<failures::NodePair>& pairs) {
  const auto lost = [&](std::uint32_t a, std::uint32_t b) {
    std::vector<std::uint8_t> failed(graph.edges.size(), 0);
    for (const std::uint32_t node : {a, b}) {
      for (const auto& incidence : graph.incidences_of(node)) failed[incidence.edge] = 1;
    }
    auto reached = failures::reached_from(graph, 0, failed);
    std::transform(reached.begin(), reached.end(), reached.begin(), [](std::uint8_t mark) { return static_cast<std::uint8_t>(mark == 0); });
    return reached;
  };
  for (const std::uint32_t a : {77U, 1311U}) {
    const auto lost_a = lost(a, a);
    for (std::uint32_t b = 1; b < cut_nodes; ++b) {
      if (b == a) continue;
      const auto lost_b = lost(b, b);
      const auto together = lost(a, b);
      std::uint32_t more = 0;
      for (std::uint32_t node = 0; node < cut_nodes; ++node) more += together[node] && !lost_a[node] && !lost_b[node] ? 1U : 0U;
      const auto found =
          std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.a == std::min(a, b) && pair.b == std::max(a, b); });
      if ((found == pairs.end() ? 0U : found->newly_severed) != more) return false;
    }
  }
  return pairs.size() > 1000;
}

void node_pairs_2000(benchmark::State& state) {
  const auto graph = rings_of_2000_nodes();
  if (!right(graph, failures::node_pairs(graph, 0))) {
    state.SkipWithError("the pairs differ from those of a slower method");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(failures::node_pairs(graph, 0));
  state.counters["pairs/s"] = benchmark::Counter(cut_nodes * (cut_nodes - 1) / 2.0, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(node_pairs_2000)->Name("wired/node_pairs_2000_nodes")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
