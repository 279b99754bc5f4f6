#include "engine/simulators/energy/grid/free_nodes.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::energy::grid {

FreeNodes free_nodes(const Network& network, std::size_t number) {
  const auto& island = network.islands[number];
  PARKTWIN_CHECK(island.live(), "an island without a slack has no voltages");
  FreeNodes free;
  std::vector<Complex> held(island.last - island.first);
  free.row.assign(held.size(), 0);
  for (const auto& slack : island.slacks) {
    held[slack.node - island.first] = slack.voltage_pu;
    free.row[slack.node - island.first] = nowhere;
  }
  for (std::uint32_t node = island.first; node < island.last; ++node) {
    auto& row = free.row[node - island.first];
    if (row == nowhere) continue;
    row = static_cast<std::uint32_t>(free.nodes.size());
    free.nodes.push_back(node);
  }
  std::vector<std::uint32_t> begin{0};
  std::vector<std::uint32_t> column;
  std::vector<Complex> value;
  for (const std::uint32_t node : free.nodes) {
    Complex current = 0.0;
    for (std::uint32_t entry = network.row_begin[node]; entry < network.row_begin[node + 1]; ++entry) {
      const std::uint32_t other = network.column[entry] - island.first;
      if (free.row[other] == nowhere) {
        current -= network.admittance[entry] * held[other];
        continue;
      }
      column.push_back(free.row[other]);
      value.push_back(network.admittance[entry]);
    }
    begin.push_back(static_cast<std::uint32_t>(column.size()));
    free.source_current.push_back(current);
  }
  free.factors = factor_admittance(begin, column, value);
  return free;
}

void set_unloaded(const Network& network, std::size_t number, std::vector<Complex>& voltage) {
  set_unloaded(network, number, free_nodes(network, number), voltage);
}

void set_unloaded(const Network& network, std::size_t number, const FreeNodes& free, std::vector<Complex>& voltage) {
  const auto& island = network.islands[number];
  for (std::uint32_t node = island.first; node < island.last; ++node) voltage[node] = island.slacks.front().voltage_pu;
  for (const auto& slack : island.slacks) voltage[slack.node] = slack.voltage_pu;
  if (!free.factors.regular) return;
  auto solution = free.source_current;
  free.factors.solve(solution);
  const auto usable = [](Complex value) { return std::isfinite(std::abs(value)) && std::abs(value) > 0.1 && std::abs(value) < 10.0; };
  if (!std::all_of(solution.begin(), solution.end(), usable)) return;
  for (std::size_t row = 0; row < solution.size(); ++row) voltage[free.nodes[row]] = solution[row];
}

}  // namespace parktwin::energy::grid
