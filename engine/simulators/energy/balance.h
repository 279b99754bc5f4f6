#pragma once
// From loads, generation, storages and the solved grid to the series, sums and figures of a result. Every step's balance is checked
// against the supply that the power flow found.
#include <functional>

#include "engine/simulators/energy/result.h"

namespace parktwin::energy {

struct YearParts {
  const Park& park;
  const loads::Loads& loads;
  const generation::Generation& generation;
  const std::vector<std::vector<double>>& storage_kw;
  const SolvedGrid& grid;
};

/// Without a solved grid everything is served.
[[nodiscard]] bool served(const SolvedGrid& grid, Id<Bus> bus);

/// Sums over the served; `supply_kw` of a step without a solution, and without a grid, is what closes the balance without losses.
[[nodiscard]] Series series_of(const YearParts& parts);
/// Throws BrokenPromise where a step does not close (closed_balance.h).
[[nodiscard]] Balance balance_of(const YearParts& parts, const Series& series);
[[nodiscard]] std::vector<MonthEnergy> months_of(const Series& series);
[[nodiscard]] std::vector<PeakCause> peak_causes_of(const YearParts& parts, const Series& series);
[[nodiscard]] std::vector<EnterpriseEnergy> enterprises_of(const YearParts& parts);

/// What an enterprise consumes, and what is generated on its buildings, in every quarter-hour; what is not served left out.
struct HolderSeries {
  std::vector<double> load_kw;
  std::vector<double> made_kw;
};

/// Of every enterprise, in parallel: `act` may write only what belongs to the enterprise.
void for_each_holder(const YearParts& parts, const std::function<void(std::size_t enterprise, const HolderSeries& series)>& act);

[[nodiscard]] std::vector<GeneratorEnergy> generators_of(const YearParts& parts);
[[nodiscard]] std::vector<StorageEnergy> storages_of(const YearParts& parts);

}  // namespace parktwin::energy
