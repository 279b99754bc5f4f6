#include "engine/simulators/energy/grid/short_circuit.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/simulators/energy/grid/admittance_factors.h"

namespace parktwin::energy::grid {

namespace {

constexpr double low_voltage_v = 1000.0;

enum class Extreme { most, least };

/// IEC 60909-0 table 1.
double voltage_factor(double nominal_v, Extreme extreme, const ShortCircuitOptions& options) {
  if (nominal_v <= low_voltage_v) return extreme == Extreme::most ? options.low_voltage_most : options.low_voltage_least;
  return extreme == Extreme::most ? 1.10 : 1.00;
}

/// What carries short-circuit current, as a grid of its own.
Grid passive(const Grid& grid, Extreme extreme, const ShortCircuitOptions& options) {
  Grid bare = grid;
  bare.shunts.clear();
  bare.loads.clear();
  bare.inverters.clear();
  bare.generators.clear();
  constexpr double per_kelvin = 0.004;
  for (auto& line : bare.lines) {
    line.capacitance_f = 0.0;
    if (extreme == Extreme::least) line.resistance_ohm *= 1.0 + per_kelvin * (options.end_temperature_c - 20.0);
  }
  for (auto& unit : bare.transformers) {
    const double resistance = unit.load_loss_w / unit.rated_va;
    const double impedance = unit.short_circuit_voltage;
    const double reactance = std::sqrt(std::max(impedance * impedance - resistance * resistance, 0.0));
    const double most = voltage_factor(grid.buses[unit.low].nominal_v, Extreme::most, options);
    const double correction = extreme == Extreme::most ? 0.95 * most / (1.0 + 0.6 * reactance) : 1.0;
    unit.short_circuit_voltage *= correction;
    unit.load_loss_w *= correction;
    unit.no_load_loss_w = unit.no_load_current = unit.tap_position = unit.shift_rad = 0.0;
  }
  return bare;
}

/// Sources as admittances to earth: Z_Q = c U_n² / S″_kQ.
void add_sources(const Grid& grid, Extreme extreme, const ShortCircuitOptions& options, Network& network, std::vector<bool>& fed) {
  for (const auto& source : grid.sources) {
    const double power = extreme == Extreme::most ? source.most_short_circuit_va : source.least_short_circuit_va;
    if (power <= 0.0) continue;
    const double size = voltage_factor(grid.buses[source.bus].nominal_v, extreme, options) * network.base_va / power;
    const double ratio = source.resistance_to_reactance;
    const Complex impedance = size / std::hypot(1.0, ratio) * Complex(ratio, 1.0);
    const std::uint32_t node = network.node_of_bus[source.bus];
    for (std::uint32_t entry = network.row_begin[node]; entry < network.row_begin[node + 1]; ++entry) {
      if (network.column[entry] == node) network.admittance[entry] += 1.0 / impedance;
    }
    fed[network.island_of_node[node]] = true;
  }
}

/// Rows of one island alone.
AdmittanceFactors island_factors(const Network& network, const Island& island) {
  std::vector<std::uint32_t> begin{0};
  std::vector<std::uint32_t> column;
  std::vector<Complex> value;
  for (std::uint32_t node = island.first; node < island.last; ++node) {
    for (std::uint32_t entry = network.row_begin[node]; entry < network.row_begin[node + 1]; ++entry) {
      column.push_back(network.column[entry] - island.first);
      value.push_back(network.admittance[entry]);
    }
    begin.push_back(static_cast<std::uint32_t>(column.size()));
  }
  return factor_admittance(begin, column, value);
}

/// As many branches and sources as nodes: currents have one way only.
bool radial(const Network& network, const Grid& grid, std::size_t island) {
  const auto inside = [&](std::uint32_t node) { return network.island_of_node[node] == island; };
  std::size_t edges = 0;
  for (const auto& branch : network.branches) {
    if (inside(branch.from) && inside(branch.to) && std::abs(branch.admittance.from_to) > 0.0) ++edges;
  }
  for (const auto& source : grid.sources) edges += inside(network.node_of_bus[source.bus]) ? 1 : 0;
  return edges == network.islands[island].last - network.islands[island].first;
}

ShortCircuit current_at(double nominal_v, double factor, Complex impedance_pu, double base_va, bool one_way) {
  ShortCircuit fault;
  fault.fed = true;
  fault.impedance_ohm = impedance_pu * nominal_v * nominal_v / base_va;
  fault.initial_a = factor * nominal_v / (std::numbers::sqrt3 * std::abs(fault.impedance_ohm));
  fault.power_va = std::numbers::sqrt3 * nominal_v * fault.initial_a;
  const double reactance = fault.impedance_ohm.imag();
  const double ratio = reactance > 0.0 ? fault.impedance_ohm.real() / reactance : std::numeric_limits<double>::infinity();
  const double kappa = 1.02 + 0.98 * std::exp(-3.0 * ratio);
  const double most = nominal_v <= low_voltage_v ? 1.8 : 2.0;
  fault.peak_a = (one_way ? kappa : std::min(1.15 * kappa, most)) * std::numbers::sqrt2 * fault.initial_a;
  return fault;
}

std::vector<ShortCircuit> extreme_currents(const Grid& grid, Extreme extreme, const ShortCircuitOptions& options) {
  const Grid bare = passive(grid, extreme, options);
  Network network = compile(bare);
  std::vector<bool> fed(network.islands.size(), false);
  add_sources(grid, extreme, options, network, fed);
  std::vector<Complex> impedance(network.node_count());
  std::vector<bool> one_way(network.islands.size(), false);
  for (std::size_t number = 0; number < network.islands.size(); ++number) {
    if (!fed[number]) continue;
    const auto& island = network.islands[number];
    const auto factors = island_factors(network, island);
    fed[number] = factors.regular;
    if (!factors.regular) continue;
    one_way[number] = radial(network, grid, number);
    std::vector<Complex> column(island.last - island.first);
    for (std::uint32_t node = island.first; node < island.last; ++node) {
      std::fill(column.begin(), column.end(), 0.0);
      column[node - island.first] = 1.0;
      factors.solve(column);
      impedance[node] = column[node - island.first];
    }
  }
  std::vector<ShortCircuit> found(grid.buses.size());
  for (std::size_t bus = 0; bus < grid.buses.size(); ++bus) {
    const std::uint32_t node = network.node_of_bus[bus];
    const std::uint32_t island = network.island_of_node[node];
    if (!fed[island]) continue;
    const double nominal_v = grid.buses[bus].nominal_v;
    found[bus] = current_at(nominal_v, voltage_factor(nominal_v, extreme, options), impedance[node], network.base_va, one_way[island]);
  }
  return found;
}

}  // namespace

ShortCircuits short_circuits(const Grid& grid, const ShortCircuitOptions& options) {
  return {extreme_currents(grid, Extreme::most, options), extreme_currents(grid, Extreme::least, options)};
}

}  // namespace parktwin::energy::grid
