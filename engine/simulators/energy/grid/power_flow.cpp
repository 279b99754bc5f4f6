#include "engine/simulators/energy/grid/power_flow.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/check.h"
#include "engine/simulators/energy/grid/free_nodes.h"

namespace parktwin::energy::grid {

namespace {

void fill_branches(const Grid& grid, const Network& network, const std::vector<Complex>& voltage, const std::vector<BusState>& state,
                   PowerFlow& flow) {
  flow.branches.resize(network.branches.size());
  const auto solved = [&](std::uint32_t node) { return state[network.island_of_node[node]] == BusState::solved; };
  for (std::size_t i = 0; i < network.branches.size(); ++i) {
    const auto& branch = network.branches[i];
    const auto& y = branch.admittance;
    const Complex from = solved(branch.from) ? voltage[branch.from] : 0.0;
    const Complex to = solved(branch.to) ? voltage[branch.to] : 0.0;
    const Complex from_current = y.from_from * from + y.from_to * to;
    const Complex to_current = y.to_from * from + y.to_to * to;
    auto& result = flow.branches[i];
    result.from_va = from * std::conj(from_current) * network.base_va;
    result.to_va = to * std::conj(to_current) * network.base_va;
    const bool is_line = i < grid.lines.size();
    const std::size_t number = is_line ? i : i - grid.lines.size();
    const double from_v = grid.buses[is_line ? grid.lines[number].from : grid.transformers[number].high].nominal_v;
    const double to_v = grid.buses[is_line ? grid.lines[number].to : grid.transformers[number].low].nominal_v;
    result.from_a = std::abs(from_current) * network.base_va / (std::numbers::sqrt3 * from_v);
    result.to_a = std::abs(to_current) * network.base_va / (std::numbers::sqrt3 * to_v);
    if (branch.from_rated_pu > 0.0) {
      result.loading = std::max(std::abs(from_current) / branch.from_rated_pu, std::abs(to_current) / branch.to_rated_pu);
    }
    result.loss_w = (result.from_va + result.to_va).real();
    flow.loss_w += result.loss_w;
  }
}

/// What machines feed into a node beyond the injection given, shared among them.
void fill_machines(const Grid& grid, const Network& network, const Injection& injection, const std::vector<Complex>& voltage,
                   const std::vector<BusState>& state, PowerFlow& flow) {
  std::vector<Complex> missing(network.node_count());
  for (std::uint32_t node = 0; node < network.node_count(); ++node) {
    Complex current = 0.0;
    for (std::uint32_t entry = network.row_begin[node]; entry < network.row_begin[node + 1]; ++entry) {
      current += network.admittance[entry] * voltage[network.column[entry]];
    }
    missing[node] = voltage[node] * std::conj(current) - injection.power[node];
  }
  for (const auto& inverter : injection.inverters) {
    const bool solved = state[network.island_of_node[inverter.node]] == BusState::solved;
    const auto reactive = reactive_power(*inverter.control, inverter.rated_pu, inverter.active_pu, std::abs(voltage[inverter.node]));
    const Complex power(inverter.active_pu, reactive.value);
    missing[inverter.node] -= power;
    flow.inverter_va.push_back(solved ? power * network.base_va : 0.0);
  }
  std::vector<double> sources(network.node_count(), 0.0);
  std::vector<double> generators(network.node_count(), 0.0);
  std::vector<double> range(network.node_count(), 0.0);
  for (const auto& source : grid.sources) sources[network.node_of_bus[source.bus]] += 1.0;
  for (const auto& machine : grid.generators) {
    generators[network.node_of_bus[machine.bus]] += 1.0;
    range[network.node_of_bus[machine.bus]] += machine.most_reactive_var - machine.least_reactive_var;
  }
  for (const auto& source : grid.sources) {
    const std::uint32_t node = network.node_of_bus[source.bus];
    const bool solved = state[network.island_of_node[node]] == BusState::solved;
    flow.source_va.push_back(solved ? missing[node] / sources[node] * network.base_va : 0.0);
  }
  for (const auto& machine : grid.generators) {
    const std::uint32_t node = network.node_of_bus[machine.bus];
    const bool solved = state[network.island_of_node[node]] == BusState::solved;
    const double own = machine.most_reactive_var - machine.least_reactive_var;
    const double share = range[node] > 0.0 ? own / range[node] : 1.0 / generators[node];
    const Complex extra = sources[node] > 0.0 ? 0.0 : missing[node] * share * network.base_va;
    flow.generator_va.push_back(solved ? machine.active_w + extra : 0.0);
  }
}

}  // namespace

std::vector<Violation> violations_of(const Grid& grid, const std::vector<BusResult>& buses, const std::vector<BranchResult>& branches) {
  std::vector<Violation> found;
  for (std::size_t bus = 0; bus < buses.size(); ++bus) {
    if (buses[bus].state != BusState::solved) continue;
    const double voltage = buses[bus].voltage_pu;
    if (voltage < grid.buses[bus].least_pu) found.push_back({Limit::voltage_low, bus, voltage});
    if (voltage > grid.buses[bus].most_pu) found.push_back({Limit::voltage_high, bus, voltage});
  }
  for (std::size_t branch = 0; branch < branches.size(); ++branch) {
    if (branches[branch].loading > 1.0) found.push_back({Limit::loading, branch, branches[branch].loading});
  }
  return found;
}

PowerFlow power_flow(const Grid& grid, const Network& network, const NewtonOptions& options, const std::vector<Complex>& start) {
  PARKTWIN_CHECK(network.node_of_bus.size() == grid.buses.size(), "the network was compiled from this grid");
  PARKTWIN_CHECK(start.empty() || start.size() == network.node_count(), "a start has one voltage per node");
  const Injection injection = injection_of(grid, network);
  std::vector<Complex> voltage = start.empty() ? std::vector<Complex>(network.node_count(), 1.0) : start;
  std::vector<BusState> state(network.islands.size(), BusState::dead);
  PowerFlow flow;
  for (std::size_t i = 0; i < network.islands.size(); ++i) {
    if (!network.islands[i].live()) continue;
    NewtonSolver solver(network, i);
    if (start.empty()) set_unloaded(network, i, voltage);
    const auto outcome = solver.solve(injection, options, voltage);
    flow.iterations = std::max(flow.iterations, outcome.iterations);
    state[i] = outcome.converged ? BusState::solved : BusState::unsolved;
    if (!outcome.converged) {
      const std::uint32_t worst = outcome.worst_node == nowhere ? network.islands[i].first : outcome.worst_node;
      flow.unsolved.push_back({network.bus_of_node[worst], outcome.greatest_mismatch_pu * network.base_va, outcome.iterations});
      continue;
    }
    for (const std::uint32_t node : outcome.at_limit) flow.at_reactive_limit.push_back(network.bus_of_node[node]);
  }
  flow.buses.resize(grid.buses.size());
  for (std::size_t bus = 0; bus < grid.buses.size(); ++bus) {
    const std::uint32_t node = network.node_of_bus[bus];
    flow.buses[bus].state = state[network.island_of_node[node]];
    if (flow.buses[bus].state != BusState::solved) continue;
    flow.buses[bus].voltage_pu = std::abs(voltage[node]);
    flow.buses[bus].angle_rad = std::arg(voltage[node]);
  }
  fill_branches(grid, network, voltage, state, flow);
  fill_machines(grid, network, injection, voltage, state, flow);
  flow.violations = violations_of(grid, flow.buses, flow.branches);
  return flow;
}

PowerFlow power_flow(const Grid& grid, const NewtonOptions& options) { return power_flow(grid, compile(grid), options); }

}  // namespace parktwin::energy::grid
