#pragma once
// The electrical grid as its solvers see it: balanced three-phase, positive sequence, plain records in SI units. Buses are named by their
// place in `buses`, so the records of a park, a MATPOWER case or a test become one of these. Voltages are line to line, powers are of all
// three phases, generation and consumption both count positive in their own record.
#include <cstddef>
#include <string>
#include <vector>

#include "engine/simulators/energy/grid/inverter_control.h"

namespace parktwin::energy::grid {

struct Bus {
  double nominal_v = 10e3;
  double least_pu = 0.93;  ///< GB/T 12325-2008: ±7 % at 20 kV and below
  double most_pu = 1.07;
};

/// Line or cable as a pi section, values of its whole length. An open end leaves its charging on the closed one.
struct Line {
  std::size_t from = 0;
  std::size_t to = 0;
  double resistance_ohm = 0.0;  ///< at 20 °C
  double reactance_ohm = 0.0;
  double capacitance_f = 0.0;
  double rated_a = 0.0;  ///< 0: no limit
  bool from_closed = true;
  bool to_closed = true;
};

/// Two windings, off-nominal tap and phase shift on the high-voltage side. Three windings: three of these around a star bus.
struct Transformer {
  std::size_t high = 0;
  std::size_t low = 0;
  double rated_va = 1e6;
  double high_v = 10e3;  ///< rated, at tap 0
  double low_v = 400.0;
  double short_circuit_voltage = 0.06;  ///< of rated voltage, in size
  double load_loss_w = 0.0;             ///< at rated current
  double no_load_loss_w = 0.0;
  double no_load_current = 0.0;  ///< of rated current
  double tap_position = 0.0;
  double tap_step = 0.025;
  double shift_rad = 0.0;  ///< by which the high side's voltage leads the low side's
  bool high_closed = true;
  bool low_closed = true;
};

/// Between two buses of the same voltage, without impedance.
struct Switch {
  std::size_t from = 0;
  std::size_t to = 0;
  bool closed = true;
};

/// Constant admittance to earth.
struct Shunt {
  std::size_t bus = 0;
  double conductance_s = 0.0;
  double susceptance_s = 0.0;  ///< positive: capacitor
};

/// The grid above: holds its bus at a voltage (slack).
struct Source {
  std::size_t bus = 0;
  double voltage_pu = 1.0;
  double angle_rad = 0.0;
  double most_short_circuit_va = 0.0;   ///< initial symmetrical short-circuit power; 0: unknown
  double least_short_circuit_va = 0.0;  ///< with the fewest machines running
  double resistance_to_reactance = 0.1;
};

/// A machine that holds its bus at a voltage (PV) as long as its reactive power suffices.
struct Generator {
  std::size_t bus = 0;
  double active_w = 0.0;
  double voltage_pu = 1.0;
  double least_reactive_var = -1e12;
  double most_reactive_var = 1e12;
  bool grid_forming = false;  ///< is the slack of an island that has no source
};

/// A converter whose reactive power follows its voltage or its active power.
struct Inverter {
  std::size_t bus = 0;
  double rated_va = 0.0;
  double active_w = 0.0;
  InverterControl control;
};

struct Load {
  std::size_t bus = 0;
  double active_w = 0.0;
  double reactive_var = 0.0;
};

struct Grid {
  double frequency_hz = 50.0;
  std::vector<Bus> buses;
  std::vector<Line> lines;
  std::vector<Transformer> transformers;
  std::vector<Switch> switches;
  std::vector<Shunt> shunts;
  std::vector<Source> sources;
  std::vector<Generator> generators;
  std::vector<Inverter> inverters;
  std::vector<Load> loads;
};

/// What makes the grid impossible to solve, each as one sentence with record and field, e.g. "line 3: resistance and reactance are 0".
/// Empty: every solver of this folder takes it.
[[nodiscard]] std::vector<std::string> faults(const Grid& grid);

}  // namespace parktwin::energy::grid
