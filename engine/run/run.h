#pragma once
// A park simulated once; live_run.h is the only place that knows the order of the simulators.
#include <cstdint>

#include "engine/core/progress.h"
#include "engine/park/park.h"
#include "engine/run/baseline.h"
#include "engine/run/results.h"
#include "engine/scenario/options.h"

namespace parktwin {

/// Throws Interrupted when a stop was asked for; otherwise every failure is a value in the results.
/// `tables`: prices and emission factors; without them the year of energy has no bill and no carbon account.
/// `geometries` as `known` of radio::simulate().
/// `baseline`: where its network is another, the run also says what the difference brings (Results::retrofit).
[[nodiscard]] Results run(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress,
                          radio::GeometryCache* geometries = nullptr, const energy::Tables& tables = {},
                          const retrofit::Baseline* baseline = nullptr);

}  // namespace parktwin
