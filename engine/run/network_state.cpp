#include "engine/run/network_state.h"

namespace parktwin::retrofit {

NetworkState network_state(const Park& park, const SimulationOptions& options, std::uint64_t seed, const NetworkInputs& inputs) {
  NetworkState state;
  state.park = park;
  state.topology = wired::topology::simulate(park, options.wired.topology);
  auto failures = options.wired.failures;
  failures.pairs = false;  // of failures only what single ones say of each enterprise is compared
  state.protections = wired::failures::simulate(park, failures).protections;
  state.tsn = wired::tsn::simulate(park, options.wired.tsn, seed);
  state.bridges = wired::tsn::bridge::simulate(park, options.bridges, state.tsn, inputs.ends);
  state.traffic = wired::traffic::simulate(park, options.traffic, inputs.access, inputs.hosted);
  return state;
}

void carry_common(NetworkState& state, const Differences& differences, const SimulationOptions& options, std::uint64_t seed,
                  const NetworkInputs& inputs) {
  if (!differences.traffic.empty()) {
    const auto carried = [&](const wired::traffic::Flow& flow) { return !differences.traffic.contains(key_of(state.park, flow)); };
    state.traffic = wired::traffic::simulate(state.park, options.traffic, inputs.access, inputs.hosted, carried);
  }
  if (differences.tsn_flows.empty()) return;
  state.park = with_common_flows(state.park, differences.tsn_flows);
  state.tsn = wired::tsn::simulate(state.park, options.wired.tsn, seed);
  state.bridges = wired::tsn::bridge::simulate(state.park, options.bridges, state.tsn, inputs.ends);
}

}  // namespace parktwin::retrofit
