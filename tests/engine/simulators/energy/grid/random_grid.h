#pragma once
// Random grids that a 10 kV feeder bears, and an independent dense solution of any grid: equations of currents in rectangular coordinates,
// written from the records and not from the compiled network, with a Jacobian by differences.
#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <algorithm>
#include <complex>
#include <numbers>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/energy/grid/power_flow.h"

namespace parktwin::energy::grid {

struct RandomShape {
  std::size_t buses = 30;
  std::size_t rings = 0;
  bool machines = false;  ///< generators that hold voltages, inverters and shunts
  bool shifted = false;   ///< a transformer with tap and phase shift feeds every fifth bus
};

inline Grid random_grid(std::uint32_t number, const RandomShape& shape) {
  const RandomSequence random(2024, 7, number);
  std::uint32_t draw = 0;
  const auto uniform = [&](double low, double high) { return random.uniform(draw++, low, high); };
  Grid grid;
  grid.buses.assign(shape.buses, Bus{});
  grid.sources.push_back({0, uniform(0.99, 1.04), uniform(-0.2, 0.2)});
  const auto add_line = [&](std::size_t from, std::size_t to) {
    Line line;
    line.from = from;
    line.to = to;
    const double length = uniform(0.2, 1.5);
    line.resistance_ohm = 0.12 * length;
    line.reactance_ohm = 0.1 * length;
    line.capacitance_f = 0.3e-6 * length;
    line.rated_a = 300.0;
    grid.lines.push_back(line);
  };
  for (std::size_t bus = 1; bus < shape.buses; ++bus) {
    const std::size_t to = random.below(draw++, static_cast<std::uint32_t>(bus));
    if (shape.shifted && bus % 5 == 0) {
      Transformer unit;
      unit.high = to;
      unit.low = bus;
      unit.rated_va = 4e6;
      unit.low_v = 10e3;
      unit.load_loss_w = 20e3;
      unit.no_load_loss_w = 4e3;
      unit.no_load_current = 0.005;
      unit.tap_position = random.below(draw++, 5) - 2.0;
      unit.shift_rad = uniform(-0.05, 0.05);
      grid.transformers.push_back(unit);
    } else {
      add_line(to, bus);
    }
  }
  for (std::size_t ring = 0; ring < shape.rings; ++ring) {
    const std::size_t from = random.below(draw++, static_cast<std::uint32_t>(shape.buses));
    const std::size_t to = random.below(draw++, static_cast<std::uint32_t>(shape.buses));
    if (from != to) add_line(from, to);
  }
  for (std::size_t bus = 1; bus < shape.buses; ++bus) {
    const double active = uniform(0.02e6, 0.12e6);
    grid.loads.push_back({bus, active, active * uniform(0.1, 0.4)});
  }
  if (!shape.machines) return grid;
  grid.generators.push_back({shape.buses / 2, 0.4e6, 1.0, -0.5e6, 0.5e6});
  grid.generators.push_back({shape.buses - 1, 0.2e6, 1.03, -0.05e6, 0.05e6});
  grid.shunts.push_back({shape.buses / 3, 1e-5, 3e-4});
  grid.inverters.push_back({shape.buses / 4, 0.5e6, 0.4e6, voltage_droop(0.94, 0.98, 1.0, 1.04, 0.44)});
  InverterControl by_feed_in{ReactiveLaw::by_feed_in, 0.0, {{0.5, 1.0}, {1.0, -0.9}}};
  grid.inverters.push_back({shape.buses / 5, 0.5e6, 0.45e6, by_feed_in});
  return grid;
}

/// Sum of the currents into each bus from everything but machines, in ampere times √3.
inline std::vector<Complex> currents_into_branches(const Grid& grid, const std::vector<Complex>& volts) {
  std::vector<Complex> current(grid.buses.size());
  const double omega = 2.0 * std::numbers::pi * grid.frequency_hz;
  for (const auto& line : grid.lines) {
    const Complex through = (volts[line.from] - volts[line.to]) / Complex(line.resistance_ohm, line.reactance_ohm);
    const Complex charging(0.0, 0.5 * omega * line.capacitance_f);
    current[line.from] += through + charging * volts[line.from];
    current[line.to] += -through + charging * volts[line.to];
  }
  for (const auto& unit : grid.transformers) {
    const double ohm = unit.low_v * unit.low_v / unit.rated_va;
    const double r = unit.load_loss_w / unit.rated_va;
    const double iron = unit.no_load_loss_w / unit.rated_va;
    const Complex impedance = ohm * Complex(r, std::sqrt(unit.short_circuit_voltage * unit.short_circuit_voltage - r * r));
    const Complex half = 0.5 / ohm * Complex(iron, -std::sqrt(unit.no_load_current * unit.no_load_current - iron * iron));
    const Complex ratio = unit.high_v * (1.0 + unit.tap_position * unit.tap_step) / unit.low_v * std::polar(1.0, unit.shift_rad);
    const Complex inner = volts[unit.high] / ratio;
    const Complex through = (inner - volts[unit.low]) / impedance;
    current[unit.high] += (through + half * inner) / std::conj(ratio);
    current[unit.low] += -through + half * volts[unit.low];
  }
  for (const auto& shunt : grid.shunts) current[shunt.bus] += Complex(shunt.conductance_s, shunt.susceptance_s) * volts[shunt.bus];
  return current;
}

/// What loads, inverters and generators feed into each bus; reactive power of generators is left out.
inline std::vector<Complex> powers_into_buses(const Grid& grid, const std::vector<Complex>& volts) {
  std::vector<Complex> power(grid.buses.size());
  for (const auto& load : grid.loads) power[load.bus] -= Complex(load.active_w, load.reactive_var);
  for (const auto& machine : grid.generators) power[machine.bus] += machine.active_w;
  for (const auto& inverter : grid.inverters) {
    const double voltage = std::abs(volts[inverter.bus]) / grid.buses[inverter.bus].nominal_v;
    power[inverter.bus] +=
        Complex(inverter.active_w, reactive_power(inverter.control, inverter.rated_va, inverter.active_w, voltage).value);
  }
  return power;
}

/// Volts of every bus. Without switches and limits of reactive power, one source in all.
inline std::vector<Complex> dense_solution(const Grid& grid) {
  const auto count = static_cast<Eigen::Index>(grid.buses.size());
  const Complex slack = std::polar(grid.sources[0].voltage_pu, grid.sources[0].angle_rad);
  std::vector<Complex> volts;
  for (const auto& bus : grid.buses) volts.push_back(bus.nominal_v * slack);
  const auto equations = [&]() {
    Eigen::VectorXd value(2 * count);
    const auto current = currents_into_branches(grid, volts);
    const auto power = powers_into_buses(grid, volts);
    for (std::size_t i = 0; i < volts.size(); ++i) {
      const Complex missing = (power[i] - volts[i] * std::conj(current[i])) / 1e6;
      value[2 * i] = missing.real();
      value[2 * i + 1] = missing.imag();
    }
    for (const auto& machine : grid.generators) {
      const double size = std::abs(volts[machine.bus]) / grid.buses[machine.bus].nominal_v;
      value[2 * machine.bus + 1] = size - machine.voltage_pu;
    }
    const auto& source = grid.sources[0];
    const Complex away = volts[source.bus] / grid.buses[source.bus].nominal_v - slack;
    value[2 * source.bus] = away.real();
    value[2 * source.bus + 1] = away.imag();
    return value;
  };
  Eigen::VectorXd value = equations();
  for (int iteration = 0; iteration < 60 && value.lpNorm<Eigen::Infinity>() > 1e-11; ++iteration) {
    Eigen::MatrixXd jacobian(2 * count, 2 * count);
    for (Eigen::Index unknown = 0; unknown < 2 * count; ++unknown) {
      auto& bus = volts[static_cast<std::size_t>(unknown / 2)];
      const Complex kept = bus;
      const double step = 1e-6 * grid.buses[static_cast<std::size_t>(unknown / 2)].nominal_v;
      bus += unknown % 2 == 0 ? Complex(step, 0.0) : Complex(0.0, step);
      jacobian.col(unknown) = (equations() - value) / step;
      bus = kept;
    }
    const Eigen::VectorXd move = jacobian.partialPivLu().solve(value);
    for (std::size_t i = 0; i < volts.size(); ++i) volts[i] -= Complex(move[2 * i], move[2 * i + 1]);
    value = equations();
  }
  EXPECT_LT(value.lpNorm<Eigen::Infinity>(), 1e-9) << "the dense solution did not settle";
  return volts;
}

inline Complex voltage_of(const BusResult& bus) { return std::polar(bus.voltage_pu, bus.angle_rad); }

inline void expect_same_voltages(const Grid& grid, const PowerFlow& flow, const std::vector<Complex>& volts, double within) {
  for (std::size_t bus = 0; bus < volts.size(); ++bus) {
    EXPECT_LT(std::abs(voltage_of(flow.buses[bus]) - volts[bus] / grid.buses[bus].nominal_v), within) << "bus " << bus;
  }
}

/// Active power in watt that shunts take.
inline double taken_by_shunts(const Grid& grid, const PowerFlow& flow) {
  double watt = 0.0;
  for (const auto& shunt : grid.shunts) {
    const double volt = flow.buses[shunt.bus].voltage_pu * grid.buses[shunt.bus].nominal_v;
    watt += shunt.conductance_s * volt * volt;
  }
  return watt;
}

}  // namespace parktwin::energy::grid
