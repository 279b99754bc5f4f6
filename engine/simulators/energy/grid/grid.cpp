#include "engine/simulators/energy/grid/grid.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "engine/simulators/energy/grid/network.h"

namespace parktwin::energy::grid {

namespace {

class Inspection {
 public:
  explicit Inspection(const Grid& grid) : grid_(grid) {}

  bool bus(std::string_view record, std::size_t number, std::string_view field, std::size_t bus) {
    if (bus < grid_.buses.size()) return true;
    found.push_back(fmt::format("{} {}: {} {} is not among the {} buses", record, number, field, bus, grid_.buses.size()));
    sound = false;
    return false;
  }
  void finite(std::string_view record, std::size_t number, std::initializer_list<double> values) {
    for (const double value : values) {
      if (std::isfinite(value)) continue;
      found.push_back(fmt::format("{} {}: a value is not a number", record, number));
      return;
    }
  }
  void hold(bool condition, std::string_view record, std::size_t number, std::string_view sentence) {
    if (!condition) found.push_back(fmt::format("{} {}: {}", record, number, sentence));
  }

  std::vector<std::string> found;
  bool sound = true;  ///< every bus exists

 private:
  const Grid& grid_;
};

bool rising(const std::vector<CurvePoint>& curve) {
  for (std::size_t i = 0; i < curve.size(); ++i) {
    if (!std::isfinite(curve[i].at) || !std::isfinite(curve[i].value)) return false;
    if (i > 0 && !(curve[i].at > curve[i - 1].at)) return false;
  }
  return !curve.empty();
}

void inspect_branches(const Grid& grid, Inspection& look) {
  for (std::size_t i = 0; i < grid.lines.size(); ++i) {
    const auto& line = grid.lines[i];
    const bool begins = look.bus("line", i, "from", line.from);
    const bool placed = look.bus("line", i, "to", line.to) && begins;
    look.finite("line", i, {line.resistance_ohm, line.reactance_ohm, line.capacitance_f, line.rated_a});
    look.hold(line.resistance_ohm != 0.0 || line.reactance_ohm != 0.0, "line", i, "resistance and reactance are 0; a switch has none");
    look.hold(line.resistance_ohm >= 0.0 && line.rated_a >= 0.0, "line", i, "resistance or rated current is negative");
    look.hold(line.from != line.to, "line", i, "begins and ends at the same bus");
    if (placed) look.hold(grid.buses[line.from].nominal_v == grid.buses[line.to].nominal_v, "line", i, "joins buses of different voltage");
  }
  for (std::size_t i = 0; i < grid.transformers.size(); ++i) {
    const auto& unit = grid.transformers[i];
    look.bus("transformer", i, "high", unit.high);
    look.bus("transformer", i, "low", unit.low);
    look.finite("transformer", i,
                {unit.rated_va, unit.high_v, unit.low_v, unit.short_circuit_voltage, unit.load_loss_w, unit.no_load_loss_w,
                 unit.no_load_current, unit.tap_position, unit.tap_step, unit.shift_rad});
    look.hold(unit.high != unit.low, "transformer", i, "begins and ends at the same bus");
    look.hold(unit.rated_va > 0.0 && unit.high_v > 0.0 && unit.low_v > 0.0, "transformer", i, "rated power or voltage is not above 0");
    look.hold(unit.short_circuit_voltage > 0.0, "transformer", i, "short-circuit voltage is not above 0");
    look.hold(unit.load_loss_w >= 0.0 && unit.load_loss_w <= unit.short_circuit_voltage * unit.rated_va, "transformer", i,
              "load losses are negative or more than the short-circuit voltage allows");
    look.hold(1.0 + unit.tap_position * unit.tap_step > 0.0, "transformer", i, "the tap leaves no turns");
  }
  for (std::size_t i = 0; i < grid.switches.size(); ++i) {
    const auto& link = grid.switches[i];
    const bool begins = look.bus("switch", i, "from", link.from);
    if (!look.bus("switch", i, "to", link.to) || !begins) continue;
    look.hold(grid.buses[link.from].nominal_v == grid.buses[link.to].nominal_v, "switch", i, "joins buses of different voltage");
  }
}

void inspect_machines(const Grid& grid, Inspection& look) {
  for (std::size_t i = 0; i < grid.shunts.size(); ++i) {
    look.bus("shunt", i, "bus", grid.shunts[i].bus);
    look.finite("shunt", i, {grid.shunts[i].conductance_s, grid.shunts[i].susceptance_s});
  }
  for (std::size_t i = 0; i < grid.sources.size(); ++i) {
    const auto& source = grid.sources[i];
    look.bus("source", i, "bus", source.bus);
    look.finite(
        "source", i,
        {source.voltage_pu, source.angle_rad, source.most_short_circuit_va, source.least_short_circuit_va, source.resistance_to_reactance});
    look.hold(source.voltage_pu > 0.0, "source", i, "voltage is not above 0");
    look.hold(source.most_short_circuit_va >= 0.0 && source.least_short_circuit_va >= 0.0 && source.resistance_to_reactance >= 0.0,
              "source", i, "short-circuit power or R/X is negative");
  }
  for (std::size_t i = 0; i < grid.generators.size(); ++i) {
    const auto& machine = grid.generators[i];
    look.bus("generator", i, "bus", machine.bus);
    look.finite("generator", i, {machine.active_w, machine.voltage_pu, machine.least_reactive_var, machine.most_reactive_var});
    look.hold(machine.voltage_pu > 0.0, "generator", i, "voltage is not above 0");
    look.hold(machine.least_reactive_var <= machine.most_reactive_var, "generator", i, "least reactive power exceeds the most");
  }
  for (std::size_t i = 0; i < grid.inverters.size(); ++i) {
    const auto& inverter = grid.inverters[i];
    look.bus("inverter", i, "bus", inverter.bus);
    look.finite("inverter", i, {inverter.rated_va, inverter.active_w, inverter.control.ratio});
    look.hold(inverter.rated_va >= 0.0, "inverter", i, "rated power is negative");
    const bool curved = inverter.control.law == ReactiveLaw::by_voltage || inverter.control.law == ReactiveLaw::by_feed_in;
    if (curved) look.hold(rising(inverter.control.curve), "inverter", i, "the curve is empty or does not rise in its first value");
  }
  for (std::size_t i = 0; i < grid.loads.size(); ++i) {
    look.bus("load", i, "bus", grid.loads[i].bus);
    look.finite("load", i, {grid.loads[i].active_w, grid.loads[i].reactive_var});
  }
}

/// Machines that closed switches join must want the same voltage.
void inspect_joined(const Grid& grid, Inspection& look) {
  const auto node = joined_buses(grid);
  std::map<std::uint32_t, Complex> held;
  const auto agree = [&](std::string_view record, std::size_t number, std::size_t bus, Complex voltage, bool by_angle) {
    const auto [other, first] = held.emplace(node[bus], voltage);
    const Complex own = by_angle ? voltage : Complex(std::abs(voltage));
    const Complex theirs = by_angle ? other->second : Complex(std::abs(other->second));
    if (!first && std::abs(own - theirs) > 1e-12) {
      look.found.push_back(fmt::format("{} {}: wants another voltage than a machine at the same place", record, number));
    }
  };
  for (std::size_t i = 0; i < grid.sources.size(); ++i) {
    agree("source", i, grid.sources[i].bus, std::polar(grid.sources[i].voltage_pu, grid.sources[i].angle_rad), true);
  }
  for (std::size_t i = 0; i < grid.generators.size(); ++i) {
    agree("generator", i, grid.generators[i].bus, grid.generators[i].voltage_pu, false);
  }
}

}  // namespace

std::vector<std::string> faults(const Grid& grid) {
  Inspection look(grid);
  if (!(std::isfinite(grid.frequency_hz) && grid.frequency_hz > 0.0)) look.found.emplace_back("grid: frequency is not above 0");
  for (std::size_t i = 0; i < grid.buses.size(); ++i) {
    const auto& bus = grid.buses[i];
    look.hold(std::isfinite(bus.nominal_v) && bus.nominal_v > 0.0, "bus", i, "nominal voltage is not above 0");
    look.hold(bus.least_pu <= bus.most_pu, "bus", i, "least voltage exceeds the most, or is not a number");
  }
  inspect_branches(grid, look);
  inspect_machines(grid, look);
  if (look.found.empty() && look.sound) inspect_joined(grid, look);
  return look.found;
}

}  // namespace parktwin::energy::grid
