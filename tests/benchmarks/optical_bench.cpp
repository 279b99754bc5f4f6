// Light budgets, protection, plants and splitter plans of the reference park; placing splitters for many units.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/park/pon_standards.h"
#include "engine/simulators/wired/optical/optical.h"
#include "importers/park_folder/park_folder.h"
#include "tests/engine/simulators/wired/optical/splitters/random_problems.h"

namespace parktwin {
namespace {

namespace optical = wired::optical;

/// Least loss up to a line terminal, by trying every link into the node.
double least_loss_db(const Park& park, Id<NetworkNode> node, int depth) {
  double least = std::numeric_limits<double>::infinity();
  if (depth == 0) return least;
  for (const NetworkLink& link : *park.network_links) {
    if (link.to != node || link.medium != LinkMedium::passive_optical || !link.operational) continue;
    const NetworkNode& above = (*park.network_nodes)[link.from];
    double loss = 0.35e-3 * link.length.value() + 0.1 * link.splices + 0.5 * link.connectors;
    if (above.kind == NodeKind::splitter) loss += splitter_loss(above.splitter_ratio)->value() + least_loss_db(park, link.from, depth - 1);
    least = std::min(least, loss);
  }
  return least;
}

bool right(const Park& park, const optical::Result& result) {
  std::size_t failing = 0;
  for (const auto& unit : result.units) {
    const double loss = least_loss_db(park, unit.unit, 5);
    if (unit.state == optical::BudgetState::no_route ? std::isfinite(loss) : std::abs(loss - unit.loss_db) > 1e-9) return false;
    failing += unit.state == optical::BudgetState::met ? 0 : 1;
  }
  for (const auto& link : result.links) {
    const NetworkLink& record = (*park.network_links)[link.link];
    const double per_m = link.transceiver == Transceiver::ten_ge_er ? 0.25e-3 : 0.35e-3;
    const double loss = per_m * record.length.value() + 0.1 * record.splices + 0.5 * record.connectors;
    if (std::abs(loss - link.loss_db) > 1e-9) return false;
  }
  for (const auto& plan : result.splitter_plans) {
    if (plan.left_out > 0 || plan.effort_m + 1e-6 < plan.least_possible_m) return false;
  }
  return failing >= 2 && result.units.size() > 100 && result.links.size() > 200 && !result.splitter_plans.empty();
}

void optical_reference(benchmark::State& state) {
  const Park park = importers::read_park_folder(std::string(PARKTWIN_SOURCE_DIR) + "/data/reference-park").park;
  const auto result = optical::simulate(park, {});
  if (!right(park, result)) {
    state.SkipWithError("a light budget differs from that of a slower method");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(optical::simulate(park, {}));
  state.counters["budgets/s"] =
      benchmark::Counter(static_cast<double>(result.units.size() + result.links.size()), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(optical_reference)->Name("wired/optical_reference")->Unit(benchmark::kMillisecond)->UseRealTime();

void splitters_200_units(benchmark::State& state) {
  namespace splitters = optical::splitters;
  const auto problem = splitters::random_problem(200, 60, 200, false);
  const splitters::Stages stages{1, 16, 14.0};
  const auto plan = splitters::place(problem, stages);
  if (std::abs(splitters::effort_of(problem, stages, plan) - plan.effort_m) > 1e-6 || plan.least_possible_m > plan.effort_m) {
    state.SkipWithError("the plan is not sound");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(splitters::place(problem, stages));
  state.counters["over_bound"] = plan.effort_m / plan.least_possible_m;
}
BENCHMARK(splitters_200_units)->Name("wired/splitters_200_units")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
