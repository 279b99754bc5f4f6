#include "engine/simulators/energy/grid/network.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "engine/core/check.h"
#include "engine/core/disjoint_sets.h"

namespace parktwin::energy::grid {

namespace {

std::vector<Branch> branches_of(const Grid& grid, const Network& network) {
  std::vector<Branch> branches;
  const auto add = [&](std::size_t from, std::size_t to, bool from_closed, bool to_closed, const TwoPort& closed) -> Branch& {
    Branch branch;
    branch.from = network.node_of_bus[from];
    branch.to = network.node_of_bus[to];
    branch.admittance = with_open_ends(closed, from_closed, to_closed);
    return branches.emplace_back(branch);
  };
  for (const auto& line : grid.lines) {
    const double nominal_v = grid.buses[line.from].nominal_v;
    auto& branch = add(line.from, line.to, line.from_closed, line.to_closed,
                       line_admittance(line, grid.frequency_hz, nominal_v * nominal_v / network.base_va));
    branch.from_rated_pu = branch.to_rated_pu = line.rated_a * std::numbers::sqrt3 * nominal_v / network.base_va;
  }
  for (const auto& transformer : grid.transformers) {
    const double high_v = grid.buses[transformer.high].nominal_v;
    const double low_v = grid.buses[transformer.low].nominal_v;
    auto& branch = add(transformer.high, transformer.low, transformer.high_closed, transformer.low_closed,
                       transformer_admittance(transformer, network.base_va, high_v, low_v));
    branch.from_rated_pu = transformer.rated_va / network.base_va * high_v / transformer.high_v;
    branch.to_rated_pu = transformer.rated_va / network.base_va * low_v / transformer.low_v;
  }
  return branches;
}

bool closed(const Line& line) { return line.from_closed && line.to_closed; }
bool closed(const Transformer& transformer) { return transformer.high_closed && transformer.low_closed; }

/// Nodes renumbered so that those of one island lie together, islands in the order of their first buses.
void number_nodes(const Grid& grid, Network& network) {
  const auto joined = joined_buses(grid);
  const std::size_t nodes = joined.empty() ? 0 : 1 + *std::max_element(joined.begin(), joined.end());
  DisjointSets groups(nodes);
  for (const auto& line : grid.lines) {
    if (closed(line)) groups.join(joined[line.from], joined[line.to]);
  }
  for (const auto& transformer : grid.transformers) {
    if (closed(transformer)) groups.join(joined[transformer.high], joined[transformer.low]);
  }
  std::vector<std::uint32_t> order(nodes);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return groups.root(a) < groups.root(b); });
  std::vector<std::uint32_t> place(nodes);
  for (std::uint32_t i = 0; i < nodes; ++i) {
    place[order[i]] = i;
    if (i == 0 || groups.root(order[i]) != groups.root(order[i - 1])) network.islands.push_back({i, i, {}, {}});
    network.islands.back().last = i + 1;
    network.island_of_node.push_back(static_cast<std::uint32_t>(network.islands.size() - 1));
  }
  network.bus_of_node.assign(nodes, nowhere);
  for (std::uint32_t bus = 0; bus < joined.size(); ++bus) {
    network.node_of_bus.push_back(place[joined[bus]]);
    auto& first = network.bus_of_node[place[joined[bus]]];
    if (first == nowhere) first = bus;
  }
}

void fill_admittance(const Grid& grid, Network& network) {
  struct Entry {
    std::uint32_t row, column;
    Complex value;
  };
  std::vector<Entry> entries;
  const auto nodes = static_cast<std::uint32_t>(network.node_count());
  for (std::uint32_t node = 0; node < nodes; ++node) entries.push_back({node, node, 0.0});
  for (const auto& branch : network.branches) {
    entries.push_back({branch.from, branch.from, branch.admittance.from_from});
    entries.push_back({branch.to, branch.to, branch.admittance.to_to});
    if (network.island_of_node[branch.from] != network.island_of_node[branch.to]) continue;
    entries.push_back({branch.from, branch.to, branch.admittance.from_to});
    entries.push_back({branch.to, branch.from, branch.admittance.to_from});
  }
  for (const auto& shunt : grid.shunts) {
    const double nominal_v = grid.buses[shunt.bus].nominal_v;
    const std::uint32_t node = network.node_of_bus[shunt.bus];
    entries.push_back({node, node, Complex(shunt.conductance_s, shunt.susceptance_s) * nominal_v * nominal_v / network.base_va});
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  network.row_begin.assign(nodes + 1, 0);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && entries[i].row == entries[i - 1].row && entries[i].column == entries[i - 1].column) {
      network.admittance.back() += entries[i].value;
      continue;
    }
    network.column.push_back(entries[i].column);
    network.admittance.push_back(entries[i].value);
    ++network.row_begin[entries[i].row + 1];
  }
  std::partial_sum(network.row_begin.begin(), network.row_begin.end(), network.row_begin.begin());
}

void place_machines(const Grid& grid, Network& network) {
  const auto island_of = [&](std::size_t bus) -> Island& { return network.islands[network.island_of_node[network.node_of_bus[bus]]]; };
  const auto is_slack = [](const Island& island, std::uint32_t node) {
    return std::any_of(island.slacks.begin(), island.slacks.end(), [node](const SlackNode& slack) { return slack.node == node; });
  };
  for (const auto& source : grid.sources) {
    const std::uint32_t node = network.node_of_bus[source.bus];
    auto& island = island_of(source.bus);
    if (!is_slack(island, node)) island.slacks.push_back({node, std::polar(source.voltage_pu, source.angle_rad)});
  }
  for (const auto& generator : grid.generators) {
    auto& island = island_of(generator.bus);
    if (generator.grid_forming && !island.live()) island.slacks.push_back({network.node_of_bus[generator.bus], generator.voltage_pu});
  }
  for (const auto& generator : grid.generators) {
    const std::uint32_t node = network.node_of_bus[generator.bus];
    auto& island = island_of(generator.bus);
    if (is_slack(island, node)) continue;
    auto held = std::find_if(island.held.begin(), island.held.end(), [node](const HeldNode& other) { return other.node == node; });
    if (held == island.held.end()) held = island.held.insert(held, HeldNode{node, generator.voltage_pu, 0.0, 0.0});
    held->least_reactive_pu += generator.least_reactive_var / network.base_va;
    held->most_reactive_pu += generator.most_reactive_var / network.base_va;
  }
}

}  // namespace

std::vector<std::uint32_t> joined_buses(const Grid& grid) {
  DisjointSets groups(grid.buses.size());
  for (const auto& link : grid.switches) {
    if (link.closed) groups.join(link.from, link.to);
  }
  std::vector<std::uint32_t> number(grid.buses.size(), nowhere);
  std::uint32_t count = 0;
  for (std::uint32_t bus = 0; bus < number.size(); ++bus) {
    const std::size_t root = groups.root(bus);
    if (root == bus) number[bus] = count++;
    number[bus] = number[root];
  }
  return number;
}

TwoPort line_admittance(const Line& line, double frequency_hz, double base_ohm) {
  const Complex series = base_ohm / Complex(line.resistance_ohm, line.reactance_ohm);
  const Complex charging(0.0, std::numbers::pi * frequency_hz * line.capacitance_f * base_ohm);
  return {series + charging, -series, -series, series + charging};
}

TwoPort transformer_admittance(const Transformer& transformer, double base_va, double high_nominal_v, double low_nominal_v) {
  const double to_base = transformer.low_v * transformer.low_v / transformer.rated_va * base_va / (low_nominal_v * low_nominal_v);
  const double resistance = transformer.load_loss_w / transformer.rated_va;
  const double impedance = transformer.short_circuit_voltage;
  const Complex series = 1.0 / (Complex(resistance, std::sqrt(std::max(impedance * impedance - resistance * resistance, 0.0))) * to_base);
  const double iron = transformer.no_load_loss_w / transformer.rated_va;
  const double current = transformer.no_load_current;
  const Complex no_load = Complex(iron, -std::sqrt(std::max(current * current - iron * iron, 0.0))) / to_base;
  const double turns = transformer.high_v * (1.0 + transformer.tap_position * transformer.tap_step) / high_nominal_v;
  const Complex ratio = std::polar(turns / (transformer.low_v / low_nominal_v), transformer.shift_rad);
  const Complex end = series + 0.5 * no_load;
  return {end / std::norm(ratio), -series / std::conj(ratio), -series / ratio, end};
}

TwoPort with_open_ends(const TwoPort& closed, bool from_closed, bool to_closed) {
  const auto left = [](Complex own, Complex there, Complex back, Complex other) {
    return std::abs(other) > 0.0 ? own - there * back / other : own;
  };
  TwoPort open{};
  if (from_closed && to_closed) return closed;
  if (from_closed) open.from_from = left(closed.from_from, closed.from_to, closed.to_from, closed.to_to);
  if (to_closed) open.to_to = left(closed.to_to, closed.to_from, closed.from_to, closed.from_from);
  return open;
}

Network compile(const Grid& grid, double base_va) {
  PARKTWIN_CHECK(faults(grid).empty(), "compile() takes a grid without faults");
  Network network;
  network.base_va = base_va;
  number_nodes(grid, network);
  network.branches = branches_of(grid, network);
  fill_admittance(grid, network);
  place_machines(grid, network);
  return network;
}

}  // namespace parktwin::energy::grid
