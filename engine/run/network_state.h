#pragma once
// What a retrofit is measured by, of one state of the park: who reaches the core and how surely, deterministic flows, traffic.
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/run/workload.h"
#include "engine/scenario/options.h"
#include "engine/simulators/wired/traffic/radio_access.h"
#include "engine/simulators/wired/tsn/bridge/radio_end.h"

namespace parktwin::retrofit {

struct NetworkState {
  Park park;  ///< as simulated
  wired::topology::Result topology;
  std::vector<wired::failures::Protection> protections;
  wired::tsn::Result tsn;
  wired::tsn::bridge::Result bridges;
  wired::traffic::Result traffic;
};

/// What the network takes from elsewhere.
struct NetworkInputs {
  wired::traffic::RadioAccess access;
  wired::tsn::bridge::RadioEnds ends;
  std::vector<wired::traffic::HostedWorkload> hosted;
};

/// The same figures as those of a run of that park.
[[nodiscard]] NetworkState network_state(const Park& park, const SimulationOptions& options, std::uint64_t seed,
                                         const NetworkInputs& inputs);

/// Carries again what is in common, where something is not.
void carry_common(NetworkState& state, const Differences& differences, const SimulationOptions& options, std::uint64_t seed,
                  const NetworkInputs& inputs);

}  // namespace parktwin::retrofit
