// Traffic of the reference park: demand, routing, queues, radio cells, bottlenecks and the siting of edge servers.
#include <benchmark/benchmark.h>

#include <cmath>
#include <string>

#include "engine/simulators/wired/traffic/traffic.h"
#include "importers/park_folder/park_folder.h"

namespace parktwin {
namespace {

namespace traffic = wired::traffic;

/// Every enterprise with 5G devices on the first radio cell of a site of its own, at the same rate: the radio map is not what is timed.
traffic::RadioAccess some_cells(const Park& park) {
  traffic::RadioAccess radio;
  radio.cells.resize(park.radio_cells->size());
  for (std::size_t i = 0; i < park.enterprises->size(); ++i) {
    radio.serving.push_back({Id<Enterprise>(i), Id<RadioCell>(3 * i % park.radio_cells->size()), 1.0, 80.0, 400.0});
  }
  return radio;
}

/// Nothing gets lost in the sums: what is produced is on time, late or lost, class by class; and a known bottleneck is found.
bool adds_up(const traffic::Result& result) {
  double units = 0.0;
  for (const auto& figures : result.classes) {
    const double ends = figures.on_time_per_s + figures.late_per_s + figures.lost_overload_per_s + figures.lost_no_path_per_s;
    if (std::abs(ends - figures.samples_per_s) > 1e-6 * (1.0 + figures.samples_per_s)) return false;
    units += figures.units;
  }
  return units > 1e5 && result.flows.size() > 800 && !result.bottlenecks.empty() && result.siting.sites >= 1;
}

void traffic_reference(benchmark::State& state) {
  const auto park = importers::read_park_folder(std::string(PARKTWIN_SOURCE_DIR) + "/data/reference-park").park;
  const auto radio = some_cells(park);
  const auto checked = traffic::simulate(park, {}, radio);
  if (!adds_up(checked)) {
    state.SkipWithError("samples of the reference park do not add up");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(traffic::simulate(park, {}, radio).samples_on_time_per_s);
  state.counters["flows/s"] = benchmark::Counter(static_cast<double>(checked.flows.size()), benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK(traffic_reference)->Name("wired/traffic_reference")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
