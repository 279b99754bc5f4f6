// The cheapest 5G network for the reference park, as if none stood outdoors, confirmed by whole runs at 2 m; against the smallest uniform
// grid of the same sites that meets the same targets on the map of the search.
#include <benchmark/benchmark.h>

#include <cmath>
#include <string>

#include "engine/criteria/criteria.h"
#include "engine/plan/plan.h"
#include "engine/plan/radio/air.h"
#include "engine/plan/radio/demand.h"
#include "engine/run/run.h"
#include "importers/park_folder/park_folder.h"
#include "importers/prices/prices.h"

namespace parktwin {
namespace {

const std::string source = PARKTWIN_SOURCE_DIR;

/// Sites of the smallest grid, columns as wide as rows, that meets the demands; 0 when none up to 15 × 15 does.
double sites_of_uniform_grid(const Park& park, const Scenario& scenario, const criteria::Pack& pack, Progress& progress) {
  Park bare = park;
  bare.radio_sites = {};
  bare.radio_cells = {};
  bare.network_slices = {};
  SimulationOptions coarse = scenario.options;
  coarse.radio.resolution = scenario.plan.resolution;
  const auto demands = plan::radio_demands(pack, bare, run(bare, coarse, scenario.seed, progress));
  const Box box = bounds(bare.site->boundary);
  plan::Air air(bare, scenario.options.radio, scenario.plan, {}, scenario.seed, true);
  for (int per_side = 1; per_side <= 15; ++per_side) {
    std::vector<plan::PlannedSite> sites;
    for (int i = 0; i < per_side * per_side; ++i) {
      plan::PlannedSite site;
      site.place.position = {box.low.x + (box.high.x - box.low.x) * (i % per_side + 0.5) / per_side,
                             box.low.y + (box.high.y - box.low.y) * (i / per_side + 0.5) / per_side};
      site.place.height = scenario.plan.pole_height;
      site.sector = {{{0.0, 4.0}, {120.0, 4.0}, {240.0, 4.0}}};
      if (contains(bare.site->boundary, site.place.position)) sites.push_back(site);
    }
    if (!sites.empty() && plan::shortfall(demands, air.with(sites), 0.0) <= 0.0) return static_cast<double>(sites.size());
  }
  return 0.0;
}

void radio_plan(benchmark::State& state) {
  const auto scenario = read_scenario(source + "/scenarios/new-network.yaml");
  const auto park = importers::read_park_folder(source + "/data/reference-park").park;
  const auto pack = criteria::read_pack(source + "/data/criteria/miit-2021.yaml");
  const auto prices = importers::read_prices(source + "/data/prices/assumed-2026.csv");
  Progress progress;
  const plan::Question question{park, scenario, pack, prices, "2026-11-22", "new-network.yaml"};
  const auto checked = plan::propose(question, progress);
  const double grid = sites_of_uniform_grid(park, scenario, pack, progress);
  const auto planned = static_cast<double>(checked.sites.size());
  if (checked.outcome != plan::ProposalOutcome::planned || checked.present_value_cny < checked.lower_bound_cny || planned >= grid) {
    state.SkipWithError("no plan, or one that a uniform grid beats");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(plan::propose(question, progress).sites.data());
  state.counters["sites"] = planned;
  state.counters["sites_of_grid"] = grid;
  state.counters["gap_percent"] = checked.gap_percent.value_or(0.0);
  state.counters["limit_s"] = 60.0;
}

BENCHMARK(radio_plan)->Name("plan/radio_reference")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
