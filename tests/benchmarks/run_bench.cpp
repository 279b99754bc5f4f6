// The whole reference scenario: every simulator and the verdicts, without reading and saving.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>

#include "engine/criteria/criteria.h"
#include "engine/run/run.h"
#include "engine/scenario/scenario.h"
#include "engine/storage/storage.h"
#include "importers/park_folder/park_folder.h"

namespace parktwin {
namespace {

const std::string source = PARKTWIN_SOURCE_DIR;

bool figures_are_right(const Results& results, const Park& park, const criteria::Pack& pack) {
  const auto verdicts = criteria::assess(results, park, pack, "2026-11-22");
  const auto covered = std::find_if(verdicts.begin(), verdicts.end(), [](const auto& verdict) { return verdict.id == "K1-Q3"; });
  // All ground within the boundary is the denominator: 12 km2 to the width of a map cell along the edge.
  return verdicts.size() == 70 && covered != verdicts.end() && covered->denominator && std::abs(*covered->denominator - 12e6) < 0.02e6 &&
         results.wired.topology.enterprises.size() == park.enterprises->size();
}

void reference_run(benchmark::State& state) {
  const auto scenario = read_scenario(source + "/scenarios/reference.yaml");
  const auto park = importers::read_park_folder(source + "/data/reference-park").park;
  const auto pack = criteria::read_pack(source + "/data/criteria/miit-2021.yaml");
  Progress progress;
  const auto checked = run(park, scenario.options, scenario.seed, progress);
  if (!figures_are_right(checked, park, pack)) {
    state.SkipWithError("the reference run gives other figures than expected");
    return;
  }
  for (auto _ : state) {
    const auto results = run(park, scenario.options, scenario.seed, progress);
    benchmark::DoNotOptimize(criteria::assess(results, park, pack, scenario.assessed_on).data());
  }
  state.counters["cells/s"] =
      benchmark::Counter(static_cast<double>(checked.radio.place.values.size()), benchmark::Counter::kIsIterationInvariantRate);
  state.counters["limit_s"] = 10.0;
}

BENCHMARK(reference_run)->Name("run/reference")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace parktwin
