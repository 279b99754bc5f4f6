#include "engine/run/run.h"

#include "engine/run/live_run.h"

namespace parktwin {

Results run(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress, radio::GeometryCache* geometries,
            const energy::Tables& tables, const retrofit::Baseline* baseline) {
  LiveRun once(tables, geometries);
  static_cast<void>(once.update(park, options, seed, progress, baseline));
  return once.take_results();
}

}  // namespace parktwin
