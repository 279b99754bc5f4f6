#pragma once
// Whether a plan reaches what was asked for: the simulators that the asked clauses read, in the order and with the bits of a whole run, and
// the verdicts of those clauses. What no asked clause reads is left out: cloud, traffic, energy, services.
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/criteria/pack.h"
#include "engine/run/results.h"
#include "engine/scenario/options.h"

namespace parktwin::plan {

/// Who reaches the core, and the radio map. `whole_wired`: also failures, light budgets and the rest of the wired network.
[[nodiscard]] Results network_results(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress,
                                      bool whole_wired = false);

/// The pack with those clauses only.
[[nodiscard]] criteria::Pack only(const criteria::Pack& pack, const std::set<std::string>& clauses);

/// Value per clause of the pack, as `run` would judge; none where it cannot be measured.
[[nodiscard]] std::vector<std::optional<double>> judged_values(const Park& park, const SimulationOptions& options, std::uint64_t seed,
                                                               const criteria::Pack& asked, const std::string& assessed_on,
                                                               Progress& progress);

}  // namespace parktwin::plan
