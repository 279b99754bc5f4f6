#pragma once
// The published grids of the solver's tests written as MATPOWER case files.
#include <fmt/format.h>

#include <map>
#include <string>

#include "tests/engine/simulators/energy/grid/published_grids.h"

namespace parktwin::importers::testing {

/// Values per unit of the grid's first bus voltage and 100 MVA; `written_kv` is what the file says (0: none, as in case 14).
inline std::string case_text(const std::string& name, const energy::grid::Grid& grid, double written_kv) {
  const double base_v = grid.buses.front().nominal_v;
  const double base_ohm = base_v * base_v / energy::grid::case_base_va;
  std::map<std::size_t, int> type;
  for (const auto& machine : grid.generators) type[machine.bus] = 2;
  for (const auto& source : grid.sources) type[source.bus] = 3;
  std::string text = fmt::format("function mpc = {}\n%% written for a test\nmpc.version = '2';\nmpc.baseMVA = 100;\nmpc.bus = [\n", name);
  for (std::size_t b = 0; b < grid.buses.size(); ++b) {
    double p = 0.0;
    double q = 0.0;
    double bs = 0.0;
    for (const auto& load : grid.loads) {
      p += load.bus == b ? load.active_w / 1e6 : 0.0;
      q += load.bus == b ? load.reactive_var / 1e6 : 0.0;
    }
    for (const auto& shunt : grid.shunts) bs += shunt.bus == b ? shunt.susceptance_s * base_v * base_v / 1e6 : 0.0;
    text +=
        fmt::format("\t{}\t{}\t{}\t{}\t0\t{}\t1\t1\t0\t{}\t1\t1.1\t0.9;\n", b + 1, type.contains(b) ? type[b] : 1, p, q, bs, written_kv);
  }
  text += "];\nmpc.gen = [\n";
  for (const auto& source : grid.sources) text += fmt::format("\t{} 0 0 Inf -Inf {} 100 1 0 0;\n", source.bus + 1, source.voltage_pu);
  for (const auto& unit : grid.generators)
    text += fmt::format("\t{} {} 0 300 -300 {} 100 1 {} 0;\n", unit.bus + 1, unit.active_w / 1e6, unit.voltage_pu, unit.active_w / 1e6);
  text += "];\nmpc.branch = [\n";
  for (const auto& line : grid.lines) {
    const double b = line.capacitance_f * 2.0 * std::numbers::pi * grid.frequency_hz * base_ohm;
    text += fmt::format("\t{}\t{}\t{}\t{}\t{}\t0\t0\t0\t0\t0\t1\t-360\t360;\n", line.from + 1, line.to + 1, line.resistance_ohm / base_ohm,
                        line.reactance_ohm / base_ohm, b);
  }
  for (const auto& unit : grid.transformers) {
    const double r = unit.load_loss_w / energy::grid::case_base_va;
    const double x = std::sqrt(unit.short_circuit_voltage * unit.short_circuit_voltage - r * r);
    text += fmt::format("\t{}\t{}\t{}\t{}\t0\t0\t0\t0\t{}\t0\t1\t-360\t360;\n", unit.high + 1, unit.low + 1, r, x, unit.high_v / base_v);
  }
  return text + "];\n";
}

}  // namespace parktwin::importers::testing
