// A year of the reference park's energy: loads, PV with shade, batteries by rules, 35,040 power flows of its grid, all figures.
#include <benchmark/benchmark.h>

#include <cmath>
#include <string>
#include <vector>

#include "engine/simulators/energy/energy.h"
#include "importers/emission_factors/emission_factors.h"
#include "importers/park_folder/park_folder.h"
#include "importers/tariffs/tariffs.h"

namespace parktwin {
namespace {

const std::string data = std::string(PARKTWIN_SOURCE_DIR) + "/data/";

/// The balance closes, every enterprise has its energy but for what is interrupted, all steps were solved.
bool right(const energy::Result& result, const Park& park) {
  if (!result.simulated() || !result.grid.reason.empty() || !result.grid.unsolved.empty()) return false;
  if (result.balance.greatest_imbalance > 1e-9 || !result.bill.reason.empty() || !result.carbon.complete) return false;
  std::vector<double> interrupted_mwh(park.enterprises->size(), 0.0);
  for (const auto& figures : result.flexibility.loads) {
    interrupted_mwh[(*park.load_flexibility)[figures.load].enterprise.index()] = figures.interrupted_mwh;
  }
  for (const auto& figures : result.enterprises) {
    const double known_mwh =
        (*park.enterprises)[figures.enterprise].yearly_electricity->value() - interrupted_mwh[figures.enterprise.index()];
    if (std::abs(figures.consumption_mwh - known_mwh) > 1e-9 * known_mwh) return false;
  }
  return true;
}

void year_reference(benchmark::State& state, energy::StorageControl control) {
  const Park park = importers::read_park_folder(data + "reference-park").park;
  energy::Tables tables;
  tables.tariff = importers::read_tariff(data + "tariffs/guangdong-pattern.yaml");
  tables.factors = importers::read_emission_factors(data + "factors");
  energy::Options options;
  options.storage_control = control;
  if (!right(energy::simulate(park, options, tables), park)) {
    state.SkipWithError("the year does not close");
    return;
  }
  for (auto _ : state) benchmark::DoNotOptimize(energy::simulate(park, options, tables).series.import_kw.data());
  state.counters["power flows/s"] = benchmark::Counter(35040, benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK_CAPTURE(year_reference, rules, energy::StorageControl::rule_based)
    ->Name("energy/year_reference")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(year_reference, foresight, energy::StorageControl::perfect_foresight)
    ->Name("energy/year_reference_foresight")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace parktwin
